package org.embargo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskAddressTest {

    private static final DeskName DESK = new DeskName("example");
    private static final Address FRONT = new Address("security@project.example");
    private static final String TOKEN = "abcdefghijklmnopqrstuvwx23";

    @Test
    void eachRoleShouldBeReadFromItsOwnForm() {
        assertThat(role("security@project.example")).isEqualTo(new DeskRole.Front());
        assertThat(role("security+key@project.example")).isEqualTo(new DeskRole.Key());
        assertThat(role("security+upstream@project.example")).isEqualTo(new DeskRole.Upstream());
        assertThat(role("security+list@project.example")).isEqualTo(new DeskRole.PublicList());
        assertThat(role("security+pyca-2026-7310@project.example"))
                .isEqualTo(new DeskRole.CaseAddress(new CaseId("PYCA", 2026, 7310)));
        assertThat(role("security+r." + TOKEN + "@project.example")).isEqualTo(new DeskRole.Reporter(new Token(TOKEN)));
        assertThat(role("security+n." + TOKEN + "@project.example"))
                .isEqualTo(new DeskRole.Recipient(new Token(TOKEN)));
        assertThat(role("security+g." + TOKEN + "@project.example")).isEqualTo(new DeskRole.Guest(new Token(TOKEN)));
        assertThat(role("security+b." + TOKEN + "@project.example")).isEqualTo(new DeskRole.Bounce(new Token(TOKEN)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "security+kye@project.example",
                "security+r.short@project.example",
                "security+x.abcdefghijklmnopqrstuvwx23@project.example",
                "security+other-2026-7310@project.example",
                "security+pyca-2026-0310@project.example",
                "security++@project.example"
            })
    void unknownSuffixShouldBeTheFront(String recipient) {
        assertThat(role(recipient)).isEqualTo(new DeskRole.Front());
    }

    @Test
    void caseShouldNotMatter() {
        assertThat(role("SECURITY+R." + TOKEN.toUpperCase(java.util.Locale.ROOT) + "@Project.Example"))
                .isEqualTo(new DeskRole.Reporter(new Token(TOKEN)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postmaster@project.example",
                "securityx@project.example",
                "security@other.example",
                "security@sub.project.example"
            })
    void otherAddressesShouldNotBeTheDesks(String recipient) {
        assertThat(DeskAddress.read(DESK, FRONT, "PYCA", new Address(recipient)))
                .isEmpty();
    }

    @Property
    void whatIsWrittenShouldReadBack(@ForAll("roles") DeskRole role) {
        Address address = DeskAddress.of(FRONT, role);

        assertThat(role(address.value())).isEqualTo(role);
    }

    @Provide
    Arbitrary<DeskRole> roles() {
        Arbitrary<Token> tokens = Arbitraries.strings()
                .withChars("abcdefghijklmnopqrstuvwxyz234567")
                .ofLength(26)
                .map(Token::new);
        Arbitrary<DeskRole> cases = Arbitraries.longs()
                .between(1000, 99_999_999)
                .map(number -> new DeskRole.CaseAddress(new CaseId("PYCA", 2026, number)));
        return Arbitraries.oneOf(
                cases,
                tokens.map(DeskRole.Reporter::new),
                tokens.map(DeskRole.Bounce::new),
                tokens.map(DeskRole.Guest::new));
    }

    private static DeskRole role(String recipient) {
        Optional<DeskAddress> read = DeskAddress.read(DESK, FRONT, "PYCA", new Address(recipient));
        return read.orElseThrow().role();
    }
}
