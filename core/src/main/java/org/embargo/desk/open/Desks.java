package org.embargo.desk.open;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.config.EmbargoConfig;
import org.embargo.config.LeaverFolder;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskName;
import org.embargo.store.JournalDamage;
import org.embargo.store.Store;
import org.embargo.store.Transaction;

/** The desks of one server and what they share. Safe for use by many threads. */
public final class Desks implements AutoCloseable {

    private static final Logger LOGGER = LogManager.getLogger(Desks.class);

    private static final Set<JournalDamage.Kind> CUT =
            Set.of(JournalDamage.Kind.CUT_OFF, JournalDamage.Kind.WITNESS_DIFFERS, JournalDamage.Kind.MISSING);

    private final EmbargoConfig config;
    private final Map<DeskName, OpenDesk> byName;
    private final Store store;
    private final Map<DeskName, JournalDamage> damaged = new ConcurrentHashMap<>();
    private final PresentTeams teams = new PresentTeams();

    public Desks(EmbargoConfig config, Map<DeskName, OpenDesk> byName, Store store) {
        this.config = Objects.requireNonNull(config, "config");
        this.byName = Map.copyOf(byName);
        this.store = Objects.requireNonNull(store, "store");
    }

    public EmbargoConfig config() {
        return config;
    }

    public Store store() {
        return store;
    }

    public Collection<OpenDesk> all() {
        return config.desks().stream().map(desk -> desk(desk.name())).toList();
    }

    /** As {@code tx} sees it: without those who left, with the certificates that its members have set and the revocations since. */
    public OpenDesk desk(Transaction tx, DeskName name) {
        OpenDesk filed = desk(name);
        return teams.of(tx, filed, leavers(filed));
    }

    /** Whom whoever runs the server has taken off the team of {@code desk}. */
    public LeaverFolder leavers(OpenDesk desk) {
        return new LeaverFolder(config.folder(desk.config()));
    }

    /** As {@link #desk(Transaction, DeskName)}, in a transaction of its own. */
    public OpenDesk present(DeskName name) {
        return store.reading(tx -> desk(tx, name));
    }

    /** As the operator's files describe it. What concerns its team is asked within a transaction. */
    public OpenDesk desk(DeskName name) {
        return find(name).orElseThrow(() -> new DeskNotServedException(name));
    }

    /** Empty for a desk that was taken out of the configuration; what it had is kept. */
    public Optional<OpenDesk> find(DeskName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Desks that have cases and were taken out of the configuration. */
    public List<DeskName> notServed() {
        return store.reading(tx -> tx.journal().desks()).stream()
                .filter(name -> !byName.containsKey(name))
                .sorted(Comparator.comparing(DeskName::value))
                .toList();
    }

    /** At start: what no mail can tell. */
    public void logTroubles(Instant now) {
        notServed()
                .forEach(name -> LOGGER.error(
                        "desk {} has cases and is not configured: its steps and letters wait until it is", name));
        all().stream()
                .filter(desk -> !desk.keys().certificate().canSignAt(now))
                .forEach(desk -> LOGGER.error(
                        "the key of desk {} can't sign any more: all its letters are held until it has another",
                        desk.config().name()));
    }

    /** Notes what is wrong with a desk's journal, for as long as this run lasts. */
    public void found(JournalDamage damage) {
        damaged.put(damage.desk(), damage);
    }

    /** Whether lines of its journal are gone: nothing that can't be undone may be done by what is left. */
    public boolean isCut(DeskName name) {
        return store.foundAtStart(name)
                .or(() -> Optional.ofNullable(damaged.get(name)))
                .filter(damage -> CUT.contains(damage.kind()))
                .isPresent();
    }

    public Optional<DeskAddress> read(Address recipient) {
        return config.deskAddress(recipient);
    }

    /** Whether an address is one of ours: such mail is never answered. */
    public boolean isOwn(Address address) {
        return read(address).isPresent();
    }

    @Override
    public void close() {
        store.close();
    }
}
