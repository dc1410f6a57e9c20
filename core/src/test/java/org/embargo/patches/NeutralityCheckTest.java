package org.embargo.patches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.patches.NeutralityCheck.Kind;
import org.embargo.patches.NeutralityCheck.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NeutralityCheckTest {

    private static final String TEMPLATE = "Security fix for {{project}}. Details follow on the public list.";
    private static final NeutralityCheck CHECK = new NeutralityCheck(
            new CaseSecrets(
                    new CaseId("PYCA", 2026, 7310),
                    List.of(new Confidential("CVE-2026-4711")),
                    new Confidential("Public key parser of cryptography: Überlauf in x509 handling"),
                    List.of(new Confidential("Rita van der Reporter"))),
            TEMPLATE,
            "cryptography");

    @ParameterizedTest
    @CsvSource({
        "Fix CVE-2026-4711, CVE",
        "Fix cve_2026_4711, CVE",
        "Fix cve-2025-99999, CVE",
        "Fix 2026-4711, CVE",
        "Fix CVE20264711, CVE",
        "harden the parsers, TITLE",
        "fix/PARSER-x, TITLE",
        "überlauf, TITLE",
        "ÜBERLAUF, TITLE",
        "Thanks to Rita, NAME",
        "reporter@x.example, NAME",
        "See PYCA-2026-7310, CASE_ID",
        "pyca/2026/7310, CASE_ID",
        "pyca20267310, CASE_ID",
        "case 2026-7310, CASE_ID"
    })
    void textShouldBeRefusedWhenItTells(String text, Kind kind) {
        assertThat(CHECK.check(Place.MESSAGE, text))
                .extracting(NeutralityCheck.Breach::kind)
                .contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Security fix for cryptography. Details follow on the public list.",
                "key of x509",
                "main",
                "v45.0.2",
                "cryptography security <security@project.example>",
                "margarita",
                ""
            })
    void textShouldPassWhenItTellsNothing(String text) {
        assertThat(CHECK.check(Place.MESSAGE, text)).isEmpty();
    }

    @Test
    void wordShouldCountFromFiveLettersOn() {
        NeutralityCheck check = new NeutralityCheck(
                new CaseSecrets(
                        new CaseId("PYCA", 2026, 7310), List.of(), new Confidential("Leak asn1 memory"), List.of()),
                TEMPLATE,
                "cryptography");

        assertThat(check.check(Place.BRANCH, "leak-asn1")).isEmpty();
        assertThat(check.check(Place.BRANCH, "memory")).hasSize(1);
    }

    @Test
    void wordsThatEveryCommitHasShouldNotCount() {
        NeutralityCheck check = new NeutralityCheck(
                new CaseSecrets(
                        new CaseId("PYCA", 2026, 7310),
                        List.of(),
                        new Confidential("Detail of the crypto"),
                        List.of(new Confidential("Security Team"))),
                TEMPLATE,
                "cryptography");

        assertThat(check.check(Place.MESSAGE, TEMPLATE)).isEmpty();
        assertThat(check.check(Place.AUTHOR, "Security Team <team@x.example>"))
                .extracting(NeutralityCheck.Breach::kind)
                .contains(Kind.NAME);
    }

    @Test
    void breachShouldPrintNothingOfTheCase() {
        assertThat(CHECK.check(Place.TAG, "parser-fix").toString())
                .contains("TAG", "TITLE")
                .doesNotContain("parser");
    }
}
