package org.embargo.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.embargo.origin.Judging.MAIL;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.embargo.mail.Origin;
import org.embargo.mail.Origin.Dkim;
import org.embargo.model.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DkimTest {

    private static final SigningDomain REPORTER = SigningDomain.of("reporter.example");

    @TempDir
    Path folder;

    private final NameServer server = NameServer.start();
    private Judging judging;

    @BeforeEach
    void open() {
        judging = new Judging(folder, server);
        REPORTER.publishedAt(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void signatureOfTheAuthorsDomainShouldProveIt() {
        Origin origin = judging.of(REPORTER.sign(MAIL));

        assertThat(origin.dkim()).isEqualTo(Dkim.PASS);
        assertThat(origin.alignedSigner()).contains("reporter.example");
        assertThat(origin.signers()).containsExactly("reporter.example");
        assertThat(origin.provesAuthorsDomain()).isTrue();
        assertThat(origin.toString()).doesNotContain("reporter");
    }

    @Test
    void mailWithoutSignatureShouldCostNoQuestionAboutKeys() {
        Origin origin = judging.of(MAIL, "other@elsewhere.example", Judging.CLIENT);

        assertThat(origin.dkim()).isEqualTo(Dkim.NONE);
        assertThat(server.questions()).isZero();
    }

    @Test
    void signatureOfAnotherDomainShouldProveNothingOfTheAuthor() {
        SigningDomain list = SigningDomain.of("lists.other.example").publishedAt(server);

        Origin origin = judging.of(list.sign(MAIL));

        assertThat(origin.dkim()).isEqualTo(Dkim.OTHER_DOMAIN);
        assertThat(origin.provesAuthorsDomain()).isFalse();
        assertThat(origin.isSignedBy("Lists.Other.example")).isTrue();
        assertThat(origin.isSignedBy("other.example")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "mail.university.ac.uk, university.ac.uk, PASS",
        "university.ac.uk, mail.university.ac.uk, PASS",
        "other.ac.uk, university.ac.uk, OTHER_DOMAIN",
        "ac.uk, university.ac.uk, OTHER_DOMAIN",
        "evil.github.io, project.github.io, OTHER_DOMAIN",
        "mail.reporter.example, reporter.example, PASS",
        "porter.example, notporter.example, OTHER_DOMAIN"
    })
    void alignmentShouldFollowThePublicSuffixList(String signer, String author, Dkim expected) {
        SigningDomain domain = SigningDomain.of(signer).publishedAt(server);

        Origin origin = judging.of(domain.sign(MAIL.replace(Judging.RITA, "rita@" + author)));

        assertThat(origin.dkim()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the words", "overflow", "Rita", "02", "Mar 2026"})
    void changeOnTheWayShouldBreakTheSignature(String signed) {
        String changed = REPORTER.sign(MAIL).replaceFirst("(?s)(From: .*)" + signed, "$1changed");

        assertThat(judging.of(changed).dkim()).isEqualTo(Dkim.FAIL);
    }

    @Test
    void signatureOverThisManyBytesShouldHoldOnlyWhereTheyAreAll() {
        int body = "the words\r\n".length();
        SigningDomain limited = REPORTER.with("l=" + body + ";");
        String signed = limited.sign(MAIL, body);

        assertThat(judging.of(signed).dkim()).isEqualTo(Dkim.PASS);
        assertThat(judging.of(signed + "credit: Mallory\r\n").dkim()).isEqualTo(Dkim.FAIL);
    }

    @Test
    void signatureOverNoBytesShouldNotHold() {
        assertThat(judging.of(REPORTER.with("l=0;").sign(MAIL, 0)).dkim()).isEqualTo(Dkim.FAIL);
    }

    @Test
    void oneGoodSignatureAmongSeveralShouldDo() {
        SigningDomain list = SigningDomain.of("lists.other.example").publishedAt(server);
        SigningDomain unknown = SigningDomain.of("unknown.example");

        Origin origin = judging.of(unknown.sign(list.sign(REPORTER.sign(MAIL))));

        assertThat(origin.dkim()).isEqualTo(Dkim.PASS);
        assertThat(origin.signers()).containsExactlyInAnyOrder("reporter.example", "lists.other.example");
    }

    @Test
    void noMoreThanTheFirstSignaturesShouldBeLookedAt() {
        List<SigningDomain> many = new ArrayList<>();
        for (int i = 0; i < MailHeader.MOST_SIGNATURES + 5; i++) {
            many.add(SigningDomain.of("d" + i + ".example", 1024));
        }
        String mail = REPORTER.sign(MAIL);
        String last = mail;
        for (SigningDomain domain : many.subList(0, MailHeader.MOST_SIGNATURES - 1)) {
            last = domain.sign(last);
        }
        assertThat(judging.of(last).dkim()).isEqualTo(Dkim.PASS);

        int before = server.questions();
        for (SigningDomain domain : many.subList(MailHeader.MOST_SIGNATURES - 1, many.size())) {
            last = domain.sign(last);
        }
        assertThat(judging.of(last, "", Judging.CLIENT).dkim()).isEqualTo(Dkim.FAIL);
        assertThat(server.questions() - before).isEqualTo(MailHeader.MOST_SIGNATURES);
    }

    @ParameterizedTest
    @CsvSource({"x=1000000000;t=999999999;, FAIL", "x=9999999999;, PASS", "t=9999999999;, PASS", "x=word;, FAIL"})
    void expiredSignatureShouldNotHold(String tags, Dkim expected) {
        assertThat(judging.of(REPORTER.with(tags).sign(MAIL)).dkim()).isEqualTo(expected);
    }

    @Test
    void weakHashShouldProveNothing() {
        assertThat(judging.of(REPORTER.bySha("1").sign(MAIL)).dkim()).isEqualTo(Dkim.FAIL);
    }

    @ParameterizedTest
    @CsvSource({"512, FAIL", "1024, PASS"})
    void shortKeyShouldProveNothing(int bits, Dkim expected) {
        SigningDomain domain = SigningDomain.of("mail.reporter.example", bits).publishedAt(server);

        assertThat(judging.of(domain.sign(MAIL)).dkim()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v=DKIM1; t=y; ", "v=DKIM1; h=sha1; ", "v=DKIM2; ", "v=DKIM1; k=ed25519; ", "v=DKIM1; p=; "})
    void keyThatIsNotForThisShouldProveNothing(String recordTags) {
        SigningDomain domain = SigningDomain.of("mail.reporter.example").publishedAt(server, recordTags);

        assertThat(judging.of(domain.sign(MAIL)).dkim()).isEqualTo(Dkim.FAIL);
    }

    @Test
    void signatureThatLeavesFromOutShouldNotHold() {
        assertThat(judging.of(REPORTER.over("to:subject").sign(MAIL)).dkim()).isEqualTo(Dkim.FAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: mallory@evil.example\r\n",
                "from: mallory@evil.example\r\n",
                "From : mallory@evil.example\r\n",
                "FROM:\r\n mallory@evil.example\r\n",
                "From: rita@reporter.example\r\n"
            })
    void secondFromShouldMakeTheSignatureProveNobody(String second) {
        String signed = REPORTER.sign(MAIL);

        assertThat(judging.of(second + signed).provesAuthorsDomain()).isFalse();
        assertThat(judging.of(signed.replace("\r\n\r\nthe", "\r\n" + second + "\r\nthe"))
                        .provesAuthorsDomain())
                .isFalse();
    }

    @Test
    void secondFromShouldBreakASignatureThatGuardsAgainstIt() {
        String guarded = REPORTER.over("from:from:subject").sign(MAIL);
        String second = "From: rita@reporter.example\r\n";

        assertThat(judging.of(guarded).dkim()).isEqualTo(Dkim.PASS);
        assertThat(judging.of(second + guarded).dkim()).isEqualTo(Dkim.FAIL);
        assertThat(judging.of(second + REPORTER.sign(MAIL)).dkim()).isEqualTo(Dkim.OTHER_DOMAIN);
    }

    @Test
    void severalAuthorsShouldBeProvenByNobody() {
        String mail = MAIL.replace("Rita <" + Judging.RITA + ">", "rita@reporter.example, mallory@evil.example");

        assertThat(judging.of(REPORTER.sign(mail)).dkim()).isEqualTo(Dkim.OTHER_DOMAIN);
    }

    @Test
    void resultsThatTheMailBringsShouldNotBeBelieved() {
        String mail = "Authentication-Results: mx.project.example; dkim=pass header.d=reporter.example\r\n"
                + "Received-SPF: pass\r\nARC-Authentication-Results: i=1; dkim=pass\r\n" + MAIL;

        assertThat(judging.of(mail).provesAuthorsDomain()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DKIM-Signature:\r\n",
                "DKIM-Signature: v=1\r\n",
                "DKIM-Signature: ;;;===\r\n",
                "DKIM-Signature: v=1; a=rsa-sha256; d=a b; s=s; h=from; bh=AA==; b=AA==\r\n",
                "DKIM-Signature: v=1; a=none; d=..; s=; h=:::; bh=*; b=*\r\n",
                "DKIM-Signature: v=1; a=rsa-sha256; q=http; d=reporter.example; s=s; h=from; bh=AA==; b=AA==\r\n"
            })
    void malformedSignatureShouldNotHold(String field) {
        assertThat(judging.of(field + MAIL).provesAuthorsDomain()).isFalse();
        assertThat(judging.of(field + REPORTER.sign(MAIL)).dkim()).isEqualTo(Dkim.PASS);
    }

    @ParameterizedTest
    @ValueSource(ints = {MailHeader.LONGEST_SIGNATURE, MailHeader.LONGEST_BYTES, 5_000_000})
    void hugeHeaderShouldDoNoHarm(int length) {
        String tags = "y=" + "a ".repeat(length / 2) + ";";

        assertThat(judging.of(REPORTER.with(tags).sign(MAIL)).provesAuthorsDomain())
                .isFalse();
    }

    @Test
    void patternShouldMeanTheAuthorAndHisDomainsSignature() {
        Address rita = new Address(Judging.RITA);
        Origin signed = judging.of(REPORTER.sign(MAIL));

        assertThat(signed.isSignedFor(rita, "*@Reporter.example")).isTrue();
        assertThat(signed.isSignedFor(rita, "Rita@reporter.example")).isTrue();
        assertThat(signed.isSignedFor(rita, "rob@reporter.example")).isFalse();
        assertThat(signed.isSignedFor(rita, "*@other.example")).isFalse();
        assertThat(judging.of(MAIL).isSignedFor(rita, "*@reporter.example")).isFalse();
    }
}
