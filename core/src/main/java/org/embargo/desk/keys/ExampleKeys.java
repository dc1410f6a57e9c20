package org.embargo.desk.keys;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.config.ExampleDesk;
import org.embargo.model.Address;
import org.embargo.model.Randomness;
import org.embargo.openpgp.NewDeskKey;

/** Makes keys for the members of the example desk, so that a new home can be tried at once. */
public final class ExampleKeys {

    private static final Logger LOGGER = LogManager.getLogger(ExampleKeys.class);

    private final ExampleDesk example;
    private final Randomness randomness;
    private final Clock clock;

    public ExampleKeys(ExampleDesk example, Randomness randomness, Clock clock) {
        this.example = example;
        this.randomness = randomness;
        this.clock = clock;
    }

    public void make() throws IOException {
        for (Address member : example.team()) {
            make(member);
        }
        example.finish();
        LOGGER.info("made an example desk; the secret keys of its members lie in {}", example.secretKeys());
    }

    private void make(Address member) throws IOException {
        char[] passphrase = randomness.token().value().toCharArray();
        NewDeskKey key = NewDeskKey.generate("", member, passphrase, clock.instant());
        SecretFile.write(example.secretKeys().resolve(member.value() + ".pass"), new String(passphrase) + "\n");
        SecretFile.write(example.secretKeys().resolve(member.value() + ".asc"), key.secret());
        SecretFile.write(
                example.folder().teamCertificate(member), key.certificate().armored());
        Arrays.fill(passphrase, '\0');
    }
}
