package org.embargo.openpgp;

import java.time.Duration;
import java.time.Instant;
import org.embargo.model.Address;

/** Keys as {@link NewDeskKey} makes them, whose passphrase is quickly tried: tests make thousands. */
public final class PersonKey {

    /** 64 KiB hashed for each try. */
    private static final int S2K_COUNT = 0x60;

    private PersonKey() {}

    public static NewDeskKey generate(Address address, char[] passphrase, Instant since, Duration lifetime) {
        return NewDeskKey.generate("", address, passphrase, since, lifetime, S2K_COUNT);
    }
}
