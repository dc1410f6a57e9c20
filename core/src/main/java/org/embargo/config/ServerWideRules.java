package org.embargo.config;

import java.util.List;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;

/** What desks of one server must not have in common, and where their mail must not lead back to one of them. */
final class ServerWideRules {

    private final List<DeskReader> desks;

    ServerWideRules(List<DeskReader> desks) {
        this.desks = desks;
    }

    void check() {
        for (int later = 0; later < desks.size(); later++) {
            for (DeskReader earlier : desks.subList(0, later)) {
                checkPrefixes(earlier, desks.get(later));
                checkAddresses(earlier, desks.get(later));
            }
        }
        for (DeskReader desk : desks) {
            checkLeadsElsewhere(desk, DeskKeys.TEAM);
            checkLeadsElsewhere(desk, DeskKeys.MAILING_LIST);
        }
    }

    private static void checkPrefixes(DeskReader earlier, DeskReader later) {
        Optional<String> prefix = later.settings().find(DeskKeys.CASE_PREFIX);
        if (prefix.isPresent() && prefix.equals(earlier.settings().find(DeskKeys.CASE_PREFIX))) {
            later.settings()
                    .tell(
                            DeskKeys.CASE_PREFIX,
                            "read \"" + prefix.get() + "\"",
                            "expected another than desk " + earlier.name() + " has");
        }
    }

    private static void checkAddresses(DeskReader earlier, DeskReader later) {
        Optional<Address> one = earlier.settings().find(DeskKeys.ADDRESS);
        Optional<Address> other = later.settings().find(DeskKeys.ADDRESS);
        if (one.isPresent() && other.isPresent() && (owns(earlier, other.get()) || owns(later, one.get()))) {
            later.settings()
                    .tell(
                            DeskKeys.ADDRESS,
                            "read \"" + other.get().value() + "\"",
                            "expected none that is the address, or a +address, of desk " + earlier.name());
        }
    }

    private void checkLeadsElsewhere(DeskReader desk, Key<List<Address>> key) {
        for (Address address : desk.settings().find(key).orElse(List.of())) {
            desks.stream().filter(owner -> owns(owner, address)).findFirst().ifPresent(owner -> desk.settings()
                    .tell(
                            key,
                            "read \"" + address.value() + "\"",
                            "expected no address of desk " + owner.name() + ": its mail would run in a circle"));
        }
    }

    private static boolean owns(DeskReader desk, Address address) {
        return desk.settings()
                .find(DeskKeys.ADDRESS)
                .flatMap(front -> DeskAddress.read(desk.name(), front, "", address))
                .isPresent();
    }
}
