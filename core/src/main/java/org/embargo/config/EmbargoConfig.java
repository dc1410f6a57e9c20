package org.embargo.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskName;

/**
 * All that operators configure, checked as a whole. Immutable; safe for use by many threads.
 *
 * @param desks at least one, by name; their addresses and case prefixes are distinct
 */
public record EmbargoConfig(Home home, ServerConfig server, List<DeskConfig> desks) {

    public EmbargoConfig {
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(server, "server");
        desks = List.copyOf(desks);
    }

    public Optional<DeskConfig> desk(DeskName name) {
        return desks.stream().filter(desk -> desk.name().equals(name)).findFirst();
    }

    /** What {@code recipient} is at the desk that owns it; empty where no desk does. */
    public Optional<DeskAddress> deskAddress(Address recipient) {
        return desks.stream().flatMap(desk -> desk.role(recipient).stream()).findFirst();
    }

    public DeskFolder folder(DeskConfig desk) {
        return home.desk(desk.name());
    }

    public boolean isRehearsal() {
        return desks.stream().anyMatch(DeskConfig::isRehearsal);
    }
}
