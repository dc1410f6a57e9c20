package org.embargo.openpgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.embargo.openpgp.OpenPgpFixture.MADE;
import static org.embargo.openpgp.OpenPgpFixture.NOW;
import static org.embargo.openpgp.OpenPgpFixture.TEXT;
import static org.embargo.openpgp.OpenPgpFixture.known;
import static org.embargo.openpgp.OpenPgpFixture.memberCertificate;
import static org.embargo.openpgp.OpenPgpFixture.memberKeys;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.SignaturePacket;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.sig.NotationData;
import org.embargo.content.Content;
import org.embargo.model.Address;
import org.junit.jupiter.api.Test;

class SignatureJudgeTest {

    private static final SignatureJudge JUDGE = new SignatureJudge(OpenPgpPolicy.standard());
    private static final Content SIGNED = Content.of(TEXT);

    private final DeskKeys member = memberKeys();

    @Test
    void signatureByAKnownKeyShouldBeGood() throws Exception {
        Verdict verdict = judge(member.signer(NOW).sign(SIGNED).armored(), NOW);

        assertThat(verdict.isGoodBy(memberCertificate().fingerprint())).isTrue();
        assertThat(verdict.made()).contains(NOW);
        assertThat(verdict.digest()).isPresent();
    }

    @Test
    void signatureOverOtherContentShouldBeBad() throws Exception {
        byte[] other = TEXT.clone();
        other[3] ^= 1;

        String signature = member.signer(NOW).sign(Content.of(other)).armored();

        assertThat(judge(signature, NOW).state()).isEqualTo(SignatureState.BAD);
    }

    @Test
    void signatureByAnUnknownKeyShouldTellItsFingerprint() throws Exception {
        String signature = OpenPgpFixture.deskKeys().signer(NOW).sign(SIGNED).armored();

        Verdict verdict = judge(signature, NOW);

        assertThat(verdict.state()).isEqualTo(SignatureState.UNKNOWN_KEY);
        assertThat(verdict.signer()).isEmpty();
        assertThat(OpenPgpFixture.deskCertificate().keyFingerprints())
                .contains(verdict.key().orElseThrow());
    }

    @Test
    void missingOrUnreadableSignatureShouldBeBad() throws Exception {
        for (String none : List.of("", "no armor", "-----BEGIN PGP SIGNATURE-----\n\n!!\n", "\u00c2\u0001")) {
            assertThat(judge(none, NOW).state()).isEqualTo(SignatureState.BAD);
        }
    }

    @Test
    void signatureFromTheFutureShouldBeTakenUpToTheTolerance() throws Exception {
        Instant ahead = NOW.plus(OpenPgpPolicy.standard().clockTolerance());

        assertThat(judge(member.signer(ahead).sign(SIGNED).armored(), NOW).state())
                .isEqualTo(SignatureState.GOOD);
        assertThat(judge(member.signer(ahead.plusSeconds(1)).sign(SIGNED).armored(), NOW)
                        .state())
                .isEqualTo(SignatureState.FUTURE);
    }

    @Test
    void keyShouldSignUntilItExpires() throws Exception {
        NewDeskKey shortLived = NewDeskKey.generate(
                "", new Address("bea@team.example"), "secret".toCharArray(), MADE, Duration.ofDays(1));
        DeskKeys keys = OpenPgpFixture.unlocked(shortLived);
        CertificateDirectory directory = CertificateDirectory.of(List.of(shortLived.certificate()));
        Instant last = MADE.plus(Duration.ofDays(1)).minusSeconds(1);

        String signature = keys.signer(last).sign(SIGNED).armored();

        assertThat(judge(signature, directory).state()).isEqualTo(SignatureState.GOOD);
        assertThatThrownBy(() -> keys.signer(last.plusSeconds(1))).isInstanceOf(UnusableCertificateException.class);
    }

    @Test
    void digestShouldBeTheSameWhateverIsNotHashed() throws Exception {
        byte[] original = OpenPgpFixture.dearmored(
                member.signer(NOW).sign(SIGNED).armored().getBytes(StandardCharsets.US_ASCII));
        SignaturePacket packet = (SignaturePacket) new BCPGInputStream(Packets.stream(original)).readPacket();
        SignatureSubpacket added = new NotationData(false, true, "a@example.org", "b");
        byte[] altered = new SignaturePacket(
                        packet.getVersion(),
                        packet.getSignatureType(),
                        packet.getKeyID(),
                        packet.getKeyAlgorithm(),
                        packet.getHashAlgorithm(),
                        packet.getHashedSubPackets(),
                        new SignatureSubpacket[] {packet.getUnhashedSubPackets()[0], added},
                        packet.getFingerPrint(),
                        packet.getSignature())
                .getEncoded();

        Verdict first = judge(original, known());
        Verdict second = judge(altered, known());

        assertThat(altered).isNotEqualTo(original);
        assertThat(second.state()).isEqualTo(SignatureState.GOOD);
        assertThat(second.digest()).isEqualTo(first.digest());
    }

    @Test
    void twoSignaturesShouldGetTwoVerdictsInOrder() throws Exception {
        byte[] byMember = packets(member.signer(NOW));
        byte[] byDesk = packets(OpenPgpFixture.deskKeys().signer(NOW));

        List<Verdict> verdicts =
                JUDGE.judgeDetached(SIGNED, Packets.stream(Packets.joined(byDesk, byMember)), known(), NOW);

        assertThat(verdicts)
                .extracting(Verdict::state)
                .containsExactly(SignatureState.UNKNOWN_KEY, SignatureState.GOOD);
    }

    private static byte[] packets(Signer signer) throws Exception {
        return OpenPgpFixture.dearmored(signer.sign(SIGNED).armored().getBytes(StandardCharsets.US_ASCII));
    }

    private static Verdict judge(String signature, Instant now) throws Exception {
        byte[] bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
        return JUDGE.judgeDetached(SIGNED, Packets.stream(bytes), known(), now).get(0);
    }

    private static Verdict judge(String signature, CertificateDirectory known) throws Exception {
        return judge(signature.getBytes(StandardCharsets.US_ASCII), known);
    }

    private static Verdict judge(byte[] signature, CertificateDirectory known) throws Exception {
        return JUDGE.judgeDetached(SIGNED, Packets.stream(signature), known, NOW)
                .get(0);
    }
}
