package org.embargo.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.embargo.desk.delivery.DeliveryReports;
import org.embargo.desk.intake.IntakeDesk;
import org.embargo.desk.intake.RehearsalUnderWay;
import org.embargo.desk.keys.StartException;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.steps.DeskLanes;
import org.embargo.desk.steps.OutsideWork;
import org.embargo.desk.steps.Steps;
import org.embargo.mail.Envelope;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskName;
import org.embargo.model.IntakeId;
import org.embargo.model.LetterId;
import org.embargo.outbox.Postman;

/**
 * All desks of one server: what the mail server's adapters and the scheduler call. Safe for use by many threads.
 */
public final class Embargo implements DueWork, AutoCloseable {

    private final Desks desks;
    private final Clock clock;
    private final IntakeDesk intake;
    private final RehearsalUnderWay rehearsals;
    private final DeliveryReports deliveries;
    private final OutsideWork outside;
    private final DueWorkList dueWork;
    private final List<Runnable> wakes = new CopyOnWriteArrayList<>();

    private Embargo(Workshop workshop, Clock clock, OutsideWork outside) {
        this.desks = workshop.desks();
        this.clock = clock;
        this.intake = workshop.intake(this::wake);
        this.rehearsals = new RehearsalUnderWay(desks, clock);
        this.deliveries = workshop.deliveryReports();
        this.outside = outside;
        this.dueWork = workshop.dueWork(intake, deliveries, outside, this::wake);
    }

    /**
     * Fills what {@code home} lacks, reads its configuration, and opens keys and database.
     *
     * @throws StartException when something must be mended first; its message says what, in words for the operator
     */
    public static Embargo start(Path home, Clock clock, Postman postman) {
        return start(home, clock, System::nanoTime, postman, new DeskLanes());
    }

    /**
     * As {@link #start(Path, Clock, Postman)}, with another monotonic clock.
     *
     * @param ticks   nanoseconds from whatever beginning; {@code clock} must run as they do
     * @param outside where steps run that may take long
     */
    static Embargo start(Path home, Clock clock, LongSupplier ticks, Postman postman, OutsideWork outside) {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(ticks, "ticks");
        Objects.requireNonNull(postman, "postman");
        Workshop workshop = new DeskStart(home, clock, ticks).open(postman);
        try {
            Steps.planStanding(workshop.desks(), clock.instant());
            workshop.desks().logTroubles(clock.instant());
            return new Embargo(workshop, clock, outside);
        } catch (RuntimeException e) {
            workshop.desks().close();
            throw e;
        }
    }

    /** What {@code recipient} is to one of the desks, by its form alone; empty where it is no address of a desk. */
    public Optional<DeskAddress> deskAddress(String recipient) {
        return Address.parse(recipient).flatMap(desks::read);
    }

    /**
     * Seals a mail for one address into a synced file. When this returns, the mail can't be lost any more.
     *
     * @throws IOException when it could not be kept; the client must be told to come again
     */
    public IntakeId accept(Envelope envelope, InputStream message) throws IOException {
        return intake.accept(envelope, message);
    }

    /**
     * Opens a mail that was accepted; empty when it was taken in already.
     *
     * @throws IOException when its sealed file can't be read
     */
    public Optional<OpenedMail> open(IntakeId id) throws IOException {
        return intake.open(id);
    }

    /**
     * Takes an opened mail in: one commit files it, answers it, and plans what follows. A mail that asks for a preview may
     * wait for some seconds first, while patches are being rehearsed.
     */
    public void takeIn(OpenedMail mail) {
        rehearsals.await(mail);
        intake.takeIn(mail);
    }

    /** The relay took the letter. */
    public void delivered(LetterId letter) {
        deliveries.delivered(letter);
    }

    /**
     * The relay refused the letter, or the mail server gave up.
     *
     * @param status SMTP or enhanced status code, where known
     */
    public void bounced(LetterId letter, String status) {
        deliveries.bounced(letter, status);
        wake();
    }

    @Override
    public void runDue() {
        dueWork.run();
    }

    @Override
    public Optional<Instant> nextDue() {
        return dueWork.nextDue();
    }

    @Override
    public void onPlanned(Runnable wake) {
        wakes.add(wake);
    }

    /** A word for the ready line: the desks, which of them rehearse, and which can't work. */
    public String summary() {
        List<DeskName> lost = desks.notServed();
        return desks.all().stream().map(this::summary).collect(Collectors.joining(", "))
                + (lost.isEmpty()
                        ? ""
                        : "; in the database and not configured, so that nothing of it goes on: "
                                + lost.stream().map(DeskName::value).collect(Collectors.joining(", ")));
    }

    private String summary(OpenDesk desk) {
        boolean signs = desk.keys().certificate().canSignAt(clock.instant());
        return desk.config().name()
                + (desk.config().isRehearsal() ? " (rehearsal)" : "")
                + (signs ? "" : " (its key can't sign any more: no letter leaves before it has another)");
    }

    @Override
    public void close() {
        outside.close();
        desks.close();
    }

    private void wake() {
        wakes.forEach(Runnable::run);
    }
}
