package org.embargo.openpgp;

import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.PGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;

/**
 * The digests that turn a passphrase into a key (RFC 9580, section 3.7.1.3), a few times faster than Bouncy Castle's own
 * where Java has them: a start unlocks each part of each key. Safe for use by many threads.
 */
final class PassphraseDigests implements PGPDigestCalculatorProvider {

    private final PGPDigestCalculatorProvider java;
    private final PGPDigestCalculatorProvider all = new BcPGPDigestCalculatorProvider();

    PassphraseDigests() throws PGPException {
        java = new JcaPGPDigestCalculatorProviderBuilder().build();
    }

    @Override
    public PGPDigestCalculator get(int algorithm) throws PGPException {
        try {
            return java.get(algorithm);
        } catch (PGPException e) {
            // RIPEMD-160, of old keys
            return all.get(algorithm);
        }
    }
}
