package org.embargo.desk;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.embargo.backup.SnapshotSweep;
import org.embargo.config.HoldFolder;
import org.embargo.content.SpoolFolder;
import org.embargo.desk.delivery.DeliveryReports;
import org.embargo.desk.delivery.NoticeLook;
import org.embargo.desk.delivery.UnreportedLetters;
import org.embargo.desk.intake.IntakeDesk;
import org.embargo.desk.intake.IntakeSweep;
import org.embargo.desk.intake.RecentMails;
import org.embargo.desk.intake.StuckMail;
import org.embargo.desk.open.Desks;
import org.embargo.desk.patches.PatchSteps;
import org.embargo.desk.steps.OutsideWork;
import org.embargo.desk.steps.Steps;
import org.embargo.desk.steps.TimetableRunner;
import org.embargo.desk.watch.ClockWatch;
import org.embargo.desk.watch.HoldSweep;
import org.embargo.desk.watch.JournalWatch;
import org.embargo.desk.watch.LeaverSweep;
import org.embargo.letters.LetterWriter;
import org.embargo.letters.Templates;
import org.embargo.mail.MailLimits;
import org.embargo.mail.MailOpener;
import org.embargo.model.DeskName;
import org.embargo.model.Randomness;
import org.embargo.openpgp.MessageOpener;
import org.embargo.openpgp.OpenPgpPolicy;
import org.embargo.openpgp.SignatureJudge;
import org.embargo.origin.OriginJudge;
import org.embargo.outbox.HeldCases;
import org.embargo.outbox.LetterPress;
import org.embargo.outbox.Letterhead;
import org.embargo.outbox.OutboxRunner;
import org.embargo.outbox.Postman;
import org.embargo.patches.WorkFolder;
import org.embargo.store.Store;

/** Puts the parts of a server's desks together; the only place in core that knows how. */
final class Workshop {

    private final Desks desks;
    private final Templates templates;
    private final SpoolFolder spools;
    private final Randomness randomness;
    private final Clock clock;
    private final LongSupplier ticks;
    private final Postman postman;
    private final WorkFolder git;
    private final RecentMails recent;

    Workshop(
            Desks desks,
            Templates templates,
            SpoolFolder spools,
            Randomness randomness,
            Clock clock,
            LongSupplier ticks,
            Postman postman,
            WorkFolder git) {
        this.desks = desks;
        this.templates = templates;
        this.spools = spools;
        this.randomness = randomness;
        this.clock = clock;
        this.ticks = ticks;
        this.postman = postman;
        this.git = git;
        this.recent = new RecentMails(clock);
    }

    Desks desks() {
        return desks;
    }

    IntakeDesk intake(Runnable onPlanned) {
        return new IntakeDesk(
                desks,
                opener(),
                new OriginJudge(desks.config().server().origin()),
                recent,
                randomness,
                clock,
                onPlanned);
    }

    DeliveryReports deliveryReports() {
        return new DeliveryReports(desks, randomness, clock);
    }

    DueWorkList dueWork(IntakeDesk intake, DeliveryReports reports, OutsideWork outside, Runnable onPlanned) {
        Store store = desks.store();
        return new DueWorkList(
                store,
                new ClockWatch(
                        desks, randomness, clock, ticks, desks.config().server().clockTolerance()),
                new JournalWatch(desks, randomness, clock),
                new HoldSweep(desks, randomness, clock),
                new LeaverSweep(desks, randomness, clock),
                new IntakeSweep(store, intake, new StuckMail(desks, randomness, clock), clock),
                new TimetableRunner(
                        desks,
                        Steps.all(new PatchSteps(intake, git, randomness).all()),
                        randomness,
                        clock,
                        outside,
                        onPlanned),
                new UnreportedLetters(store, reports, postman, clock),
                outbox(intake, reports),
                recent,
                new SnapshotSweep(desks.config().home(), store),
                clock);
    }

    private OutboxRunner outbox(IntakeDesk intake, DeliveryReports reports) {
        LetterWriter writer = new LetterWriter(templates, spools, randomness);
        Function<DeskName, Optional<Letterhead>> letterheads =
                name -> desks.find(name).map(desk -> new DeskLetterhead(desks, name, intake, recent, spools));
        LetterPress press = new LetterPress(writer, letterheads, desks.store());
        HeldCases held =
                new HeldCases(desks.store(), new HoldFolder(desks.config().home()), letterheads);
        return new OutboxRunner(
                desks.store(), press, held, postman, clock, reports, () -> new NoticeLook(desks, clock));
    }

    private MailOpener opener() {
        OpenPgpPolicy policy = OpenPgpPolicy.standard();
        return new MailOpener(
                MailLimits.DEFAULT,
                spools,
                serverName(),
                new MessageOpener(policy, spools),
                new SignatureJudge(policy));
    }

    /** By which the mail server calls itself in Received fields; whoever assembles the server says so. */
    private String serverName() {
        return desks.config().server().hostName().orElseGet(() -> System.getProperty("embargo.host", "localhost"));
    }
}
