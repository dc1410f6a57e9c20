package org.embargo.model;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An address of a desk together with what it is for.
 *
 * @param desk    whose address it is
 * @param role    what mail to it means
 * @param address as the envelope named it
 */
public record DeskAddress(DeskName desk, DeskRole role, Address address) {

    public DeskAddress {
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(address, "address");
    }

    /**
     * Reads {@code recipient} as an address of the desk that {@code front} belongs to. Any unknown {@code +suffix} is
     * the front itself: a report is never refused for a typo. A case id counts only with the desk's own prefix.
     *
     * @return empty where the address is not the desk's at all
     */
    public static Optional<DeskAddress> read(DeskName desk, Address front, String casePrefix, Address recipient) {
        String local = recipient.local().toLowerCase(Locale.ROOT);
        String own = front.local().toLowerCase(Locale.ROOT);
        if (!recipient.domain().equals(front.domain())) {
            return Optional.empty();
        }
        if (local.equals(own)) {
            return Optional.of(new DeskAddress(desk, new DeskRole.Front(), recipient));
        }
        if (!local.startsWith(own + "+")) {
            return Optional.empty();
        }
        return Optional.of(new DeskAddress(desk, role(local.substring(own.length() + 1), casePrefix), recipient));
    }

    /** The address of {@code role} at the desk whose front address is given. */
    public static Address of(Address front, DeskRole role) {
        return role.suffix().isEmpty()
                ? front
                : new Address(front.local() + "+" + role.suffix() + "@" + front.domain());
    }

    private static DeskRole role(String suffix, String casePrefix) {
        return switch (suffix) {
            case "key" -> new DeskRole.Key();
            case "upstream" -> new DeskRole.Upstream();
            case "list" -> new DeskRole.PublicList();
            default -> caseOrToken(suffix, casePrefix);
        };
    }

    private static DeskRole caseOrToken(String suffix, String casePrefix) {
        Optional<DeskRole> ofCase = CaseId.parse(suffix)
                .filter(id -> id.prefix().equals(casePrefix))
                .map(DeskRole.CaseAddress::new);
        return ofCase.or(() -> tokenRole(suffix)).orElseGet(DeskRole.Front::new);
    }

    private static Optional<DeskRole> tokenRole(String suffix) {
        if (suffix.length() < 2 || suffix.charAt(1) != '.') {
            return Optional.empty();
        }
        return Token.parse(suffix.substring(2)).flatMap(token -> switch (suffix.charAt(0)) {
            case 'r' -> Optional.of(new DeskRole.Reporter(token));
            case 'n' -> Optional.of(new DeskRole.Recipient(token));
            case 'g' -> Optional.of(new DeskRole.Guest(token));
            case 'b' -> Optional.of(new DeskRole.Bounce(token));
            default -> Optional.<DeskRole>empty();
        });
    }
}
