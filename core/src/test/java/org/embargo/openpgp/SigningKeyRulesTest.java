package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.embargo.openpgp.OpenPgpFixture.MADE;
import static org.embargo.openpgp.OpenPgpFixture.NOW;
import static org.embargo.openpgp.OpenPgpFixture.TEXT;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.embargo.content.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which key may sign when, as its certificate says it. */
class SigningKeyRulesTest {

    private static final Content SIGNED = Content.of(TEXT);
    private static final Instant LATER = MADE.plus(Duration.ofDays(2));

    private final HandmadeKey eve = new HandmadeKey(MADE);
    private final byte[] bound = eve.binding(MADE, KeyFlags.SIGN_DATA, true);

    SigningKeyRulesTest() throws Exception {}

    @Test
    void boundSubkeyShouldSign() throws Exception {
        assertThat(judge(eve.certificate(eve.subkey(), bound), LATER)).isEqualTo(SignatureState.GOOD);
    }

    @Test
    void subkeyThatDoesNotAgreeShouldNotSign() throws Exception {
        byte[] taken = eve.binding(MADE, KeyFlags.SIGN_DATA, false);

        assertThat(judge(eve.certificate(eve.subkey(), taken), LATER)).isEqualTo(SignatureState.BAD);
    }

    @Test
    void subkeyForEncryptionShouldNotSign() throws Exception {
        byte[] other = eve.binding(MADE, KeyFlags.ENCRYPT_COMMS, true);

        assertThat(judge(eve.certificate(eve.subkey(), other), LATER)).isEqualTo(SignatureState.BAD);
    }

    @Test
    void subkeyShouldSignFromItsBindingOn() throws Exception {
        Certificate certificate = eve.certificate(eve.subkey(), eve.binding(LATER, KeyFlags.SIGN_DATA, true));

        assertThat(judge(certificate, LATER)).isEqualTo(SignatureState.GOOD);
        assertThat(judge(certificate, LATER.minusSeconds(1))).isEqualTo(SignatureState.UNKNOWN_KEY);
    }

    @Test
    void unboundSubkeyShouldBeUnknown() throws Exception {
        assertThat(judge(eve.certificate(eve.subkey()), LATER)).isEqualTo(SignatureState.UNKNOWN_KEY);
    }

    @Test
    void compromisedSubkeyShouldNeverHaveSigned() throws Exception {
        byte[] revocation = eve.subkeyRevocation(LATER, RevocationReasonTags.KEY_COMPROMISED);

        assertThat(judge(eve.certificate(eve.subkey(), revocation, bound), LATER.minusSeconds(1)))
                .isEqualTo(SignatureState.REVOKED_KEY);
    }

    @Test
    void supersededSubkeyShouldHaveSignedBefore() throws Exception {
        byte[] revocation = eve.subkeyRevocation(LATER, RevocationReasonTags.KEY_SUPERSEDED);
        Certificate certificate = eve.certificate(eve.subkey(), revocation, bound);

        assertThat(judge(certificate, LATER.minusSeconds(1))).isEqualTo(SignatureState.GOOD);
        assertThat(judge(certificate, LATER)).isEqualTo(SignatureState.REVOKED_KEY);
    }

    @Test
    void revocationShouldArriveByMerging() throws Exception {
        byte[] revocation = eve.subkeyRevocation(LATER, RevocationReasonTags.KEY_COMPROMISED);
        Certificate before = eve.certificate(eve.subkey(), bound);

        Certificate merged = before.merge(eve.certificate(eve.subkey(), revocation, bound));

        assertThat(judge(merged, LATER)).isEqualTo(SignatureState.REVOKED_KEY);
    }

    @Test
    void broughtCopyShouldNotOutdoTheRevokedOneOnFile() throws Exception {
        byte[] revocation = eve.subkeyRevocation(LATER, RevocationReasonTags.KEY_COMPROMISED);
        CertificateDirectory onFile =
                CertificateDirectory.of(List.of(eve.certificate(eve.subkey(), revocation, bound)));
        CertificateDirectory withoutSubkey = CertificateDirectory.of(List.of(eve.certificate()));
        CertificateDirectory brought = CertificateDirectory.of(List.of(eve.certificate(eve.subkey(), bound)));

        assertThat(judge(onFile.orElse(brought), LATER)).isEqualTo(SignatureState.REVOKED_KEY);
        assertThat(judge(withoutSubkey.orElse(brought), LATER)).isEqualTo(SignatureState.UNKNOWN_KEY);
        assertThat(judge(brought.orElse(onFile), LATER)).isEqualTo(SignatureState.GOOD);
    }

    @Test
    void signatureShouldCountUntilItExpires() throws Exception {
        byte[] signature = eve.signature(SIGNED, LATER, hashed -> hashed.setSignatureExpirationTime(true, 60));
        CertificateDirectory known = CertificateDirectory.of(List.of(eve.certificate(eve.subkey(), bound)));

        assertThat(judge(signature, known, LATER.plusSeconds(59))).isEqualTo(SignatureState.GOOD);
        assertThat(judge(signature, known, LATER.plusSeconds(60))).isEqualTo(SignatureState.EXPIRED_SIGNATURE);
    }

    @Test
    void unknownCriticalSubpacketShouldLeaveASignatureUnverifiable() throws Exception {
        CertificateDirectory known = CertificateDirectory.of(List.of(eve.certificate(eve.subkey(), bound)));

        byte[] critical =
                eve.signature(SIGNED, LATER, hashed -> hashed.addNotationData(true, true, "a@b.example", "c"));
        byte[] uncritical =
                eve.signature(SIGNED, LATER, hashed -> hashed.addNotationData(false, true, "a@b.example", "c"));

        assertThat(judge(critical, known, NOW)).isEqualTo(SignatureState.UNVERIFIABLE);
        assertThat(judge(uncritical, known, NOW)).isEqualTo(SignatureState.GOOD);
    }

    @Test
    void textSignedForOthersShouldNotCountWhenItIsEncryptedToUs(@TempDir Path folder) throws Exception {
        MessageOpener opener = OpenPgpFixture.opener(folder, OpenPgpPolicy.standard());

        assertThat(openedSignature(opener, OpenPgpFixture.memberCertificate())).isEqualTo(SignatureState.FOR_OTHERS);
        assertThat(openedSignature(opener, OpenPgpFixture.deskCertificate())).isEqualTo(SignatureState.GOOD);
    }

    @Test
    void textSignedForOthersShouldNotCountInAnyOtherFormEither() throws Exception {
        byte[] forOthers = eve.signature(SIGNED, LATER, hashed -> intend(hashed, OpenPgpFixture.memberCertificate()));
        byte[] forUs = eve.signature(SIGNED, LATER, hashed -> intend(hashed, OpenPgpFixture.deskCertificate()));

        assertThat(judgeAtDesk(forOthers)).isEqualTo(SignatureState.FOR_OTHERS);
        assertThat(judgeAtDesk(forUs)).isEqualTo(SignatureState.GOOD);
    }

    private SignatureState judgeAtDesk(byte[] signature) throws Exception {
        CertificateDirectory known = CertificateDirectory.of(List.of(eve.certificate(eve.subkey(), bound)));
        return new SignatureJudge(OpenPgpPolicy.standard())
                .judgeDetached(SIGNED, Packets.stream(signature), known, NOW, OpenPgpFixture.deskKeys())
                .get(0)
                .state();
    }

    private SignatureState openedSignature(MessageOpener opener, Certificate intended) throws Exception {
        byte[] signature = eve.signature(SIGNED, LATER, hashed -> intend(hashed, intended));
        byte[] message =
                Packets.encrypted(OpenPgpFixture.deskCertificate(), Packets.joined(signature, Packets.literal(TEXT)));
        Opening opening = opener.openEncrypted(
                Packets.stream(message),
                OpenPgpFixture.deskKeys(),
                CertificateDirectory.of(List.of(eve.certificate(eve.subkey(), bound))),
                NOW);
        return ((Opening.Opened) opening).verdicts().get(0).state();
    }

    private static void intend(PGPSignatureSubpacketGenerator hashed, Certificate intended) {
        hashed.addIntendedRecipientFingerprint(false, intended.primary().key());
    }

    private SignatureState judge(Certificate certificate, Instant made) throws Exception {
        return judge(CertificateDirectory.of(List.of(certificate)), made);
    }

    private SignatureState judge(CertificateDirectory known, Instant made) throws Exception {
        return judge(eve.signature(SIGNED, made, hashed -> {}), known, NOW);
    }

    private static SignatureState judge(byte[] signature, CertificateDirectory known, Instant now) throws Exception {
        return new SignatureJudge(OpenPgpPolicy.standard())
                .judgeDetached(SIGNED, Packets.stream(signature), known, now)
                .get(0)
                .state();
    }
}
