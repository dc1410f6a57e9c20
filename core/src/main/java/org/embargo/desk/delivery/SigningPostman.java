package org.embargo.desk.delivery;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.embargo.config.DeskConfig;
import org.embargo.config.DkimKeyConfig;
import org.embargo.config.EmbargoConfig;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskName;
import org.embargo.model.LetterId;
import org.embargo.origin.LetterSigner;
import org.embargo.outbox.OutgoingMail;
import org.embargo.outbox.Postman;

/** Signs each letter for its desk's domain (DKIM), where the operator has named a key, and hands it on. */
public final class SigningPostman implements Postman {

    private final Postman postman;
    private final Function<Address, Optional<DeskAddress>> desks;
    private final Map<DeskName, LetterSigner> signers;

    private SigningPostman(
            Postman postman, Function<Address, Optional<DeskAddress>> desks, Map<DeskName, LetterSigner> signers) {
        this.postman = Objects.requireNonNull(postman, "postman");
        this.desks = desks;
        this.signers = Map.copyOf(signers);
    }

    /**
     * With a key for each address that DKIM is configured for; the postman alone without any.
     *
     * @throws IOException when a key can't be used
     */
    public static Postman before(Postman postman, EmbargoConfig config, Function<Address, Optional<DeskAddress>> desks)
            throws IOException {
        Map<DeskName, LetterSigner> signers = new HashMap<>();
        for (DeskConfig desk : config.desks()) {
            Optional<DkimKeyConfig> key =
                    Optional.ofNullable(config.server().dkimKeys().get(desk.name()));
            if (key.isPresent()) {
                signers.put(
                        desk.name(),
                        LetterSigner.read(
                                key.get().file(),
                                key.get().selector(),
                                desk.address().domain()));
            }
        }
        return signers.isEmpty() ? postman : new SigningPostman(postman, desks, signers);
    }

    @Override
    public void handOver(OutgoingMail mail) throws IOException {
        Optional<LetterSigner> signer = mail.envelopeSender()
                .flatMap(desks)
                .map(DeskAddress::desk)
                .flatMap(desk -> Optional.ofNullable(signers.get(desk)));
        postman.handOver(signer.isPresent() ? signed(mail, signer.get()) : mail);
    }

    @Override
    public Set<LetterId> inHand() throws IOException {
        return postman.inHand();
    }

    private static OutgoingMail signed(OutgoingMail mail, LetterSigner signer) throws IOException {
        return new OutgoingMail(
                mail.id(), mail.envelopeSender(), mail.recipient(), signer.sign(mail.message()), mail.once());
    }
}
