package org.embargo.desk.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.embargo.desk.orders.SignedOrder;
import org.embargo.mail.AutomaticMail;
import org.embargo.mail.DeliveryStatus;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Desk;
import org.embargo.model.DeskRole;
import org.embargo.model.Member;
import org.embargo.model.MessageId;
import org.embargo.store.OutboxRow;
import org.embargo.store.Transaction;

/**
 * Says what an opened mail is, by its structure and the address it came to, never by words in its text. Whatever is in
 * doubt is a report.
 */
final class Classifier {

    private static final Pattern CASE_IN_SUBJECT = Pattern.compile("\\b[A-Z][A-Z0-9]{1,15}-\\d{4}-\\d{4,12}\\b");
    private static final Pattern OWN_MESSAGE_ID = Pattern.compile("<[a-z2-7]{26}@.*>");
    private static final String UNKNOWN_STATUS = "5.0.0";

    private final Transaction tx;
    private final Desk desk;
    private final Optional<SignedOrder> order;
    private final OpenedMail mail;
    private final Authorship authorship;
    private final Supplier<UpstreamReading> announcement;

    /**
     * A classifier of one mail.
     *
     * @param order        what a member has signed of the mail, if any
     * @param announcement what it announces, where it came to the address for upstreams
     */
    Classifier(
            Transaction tx,
            Desk desk,
            OpenedMail mail,
            Optional<SignedOrder> order,
            Supplier<UpstreamReading> announcement) {
        this.tx = Objects.requireNonNull(tx, "tx");
        this.desk = Objects.requireNonNull(desk, "desk");
        this.order = Objects.requireNonNull(order, "order");
        this.mail = Objects.requireNonNull(mail, "mail");
        this.authorship = Authorship.of(mail);
        this.announcement = announcement;
    }

    Intake classify() {
        if (isByMachine()
                && mail.deliveryStatus().isEmpty()
                && (isByDesk() || !machineThreads().isEmpty())) {
            return new Intake.SetAside(machineThreads().stream().findFirst());
        }
        DeskRole role = mail.envelope().recipient().role();
        if (role instanceof DeskRole.Key) {
            return atKey();
        }
        if (role instanceof DeskRole.Bounce bounce) {
            return atBounce(bounce);
        }
        if (role instanceof DeskRole.CaseAddress address) {
            return atCase(address.caseId());
        }
        if (role instanceof DeskRole.Reporter reporter) {
            return atReporter(reporter);
        }
        if (role instanceof DeskRole.Recipient recipient) {
            return atRecipient(recipient);
        }
        if (role instanceof DeskRole.Upstream) {
            return atUpstream();
        }
        if (role instanceof DeskRole.Guest guest) {
            return atGuest(guest);
        }
        if (role instanceof DeskRole.PublicList && mail.outer().isBulk()) {
            return new Intake.FromList();
        }
        return role instanceof DeskRole.Front ? ordersByAuthor().orElseGet(this::atFront) : atFront();
    }

    /** Commands that the member in From has signed; anything else in his name is a stranger's mail. */
    private Optional<Intake> ordersByAuthor() {
        return order.filter(signed -> signed.text().hasCommands())
                .filter(signed ->
                        authorship.author().equals(Optional.of(signed.signer().address())))
                .map(Intake.Commands::new);
    }

    /**
     * In a thread of ours it is an automatic answer, such as an absence notice. List headers alone don't make one: a
     * gateway that adds them to a reporter's answer would hide it until Monday.
     */
    private boolean isByMachine() {
        return mail.envelope().sender().isEmpty()
                || mail.outer()
                        .autoSubmitted()
                        .filter(word -> !word.equals("no"))
                        .isPresent();
    }

    /**
     * Letters that are about no case come back too, and are known by their author and the form of their Message-ID. The
     * author alone is not enough: forms on web sites send reports in the desk's own name.
     */
    private boolean isByDesk() {
        return authorship.author().flatMap(desk::read).isPresent()
                && mail.outer()
                        .messageId()
                        .filter(id -> OWN_MESSAGE_ID.matcher(id.value()).matches())
                        .filter(id -> id.value().endsWith("@" + desk.address().domain() + ">"))
                        .isPresent();
    }

    /** The cases of the letters that it answers or, sent back by a member's forwarding, is: that would go round for ever. */
    private List<CaseId> machineThreads() {
        List<CaseId> threads = new ArrayList<>(letterThreads());
        threads.addAll(tx.lookUps()
                .byLetters(desk.name(), mail.outer().messageId().stream().toList()));
        return threads;
    }

    /** Who can encrypt has the certificate already, and who sends files has something to say: that is a report. */
    private Intake atKey() {
        boolean hasFiles =
                mail.attachments().stream().anyMatch(file -> !file.mediaType().startsWith("application/pgp-"));
        return mail.encrypted() || hasFiles || AutomaticMail.is(mail) ? atFront() : new Intake.KeyRequest();
    }

    /** What no list has sent may be a report, unless an upstream proves that it is an announcement. */
    private Intake atUpstream() {
        UpstreamReading reading = announcement.get();
        return mail.outer().isBulk() || reading.isDirect() ? new Intake.Announced(reading) : atFront();
    }

    private Intake atBounce(DeskRole.Bounce address) {
        Optional<OutboxRow> row = tx.outbox().byBounceToken(desk.name(), address.token());
        if (row.isEmpty()) {
            return atFront();
        }
        boolean isReport =
                mail.envelope().sender().isEmpty() && !mail.deliveryStatus().isEmpty();
        if (isReport) {
            return atBounce(row.get());
        }
        return isOfTeamMail(row.get()) && AutomaticMail.is(mail) ? automaticToTeamMail(row.get()) : atFront();
    }

    private Intake atBounce(OutboxRow row) {
        Optional<DeliveryStatus> failure =
                mail.deliveryStatus().stream().filter(DeliveryStatus::isFailure).findFirst();
        return failure.isPresent()
                ? new Intake.Bounce(row, failure.get().status().orElse(UNKNOWN_STATUS))
                : new Intake.SetAside(row.letter().caseId());
    }

    private boolean isOfTeamMail(OutboxRow row) {
        return desk.member(row.letter().to()).isPresent();
    }

    /** As a case it would be told to the team, and what answered once would answer again. */
    private Intake automaticToTeamMail(OutboxRow row) {
        return mail.envelope().sender().isEmpty()
                ? new Intake.Bounce(row, UNKNOWN_STATUS)
                : new Intake.SetAside(row.letter().caseId());
    }

    private Intake atCase(CaseId id) {
        Optional<Member> member = authorship.author().flatMap(desk::member);
        return member.isPresent() && find(id).isPresent() ? new Intake.MemberMail(id, member.get()) : atFront();
    }

    private Intake atReporter(DeskRole.Reporter address) {
        Optional<CaseId> id = tx.lookUps().byReporterToken(desk.name(), address.token());
        if (id.isEmpty()) {
            return atFront();
        }
        return find(id.get()).isPresent()
                ? new Intake.FollowUp(id.get(), isLikelyByReporterOf(id.get()))
                : new Intake.Report(List.of(id.get()));
    }

    /** Of a notice that was called off nothing is left but the token: whoever knows it writes a report. */
    private Intake atRecipient(DeskRole.Recipient address) {
        Optional<CaseId> id = tx.lookUps().byRecipientToken(desk.name(), address.token());
        if (id.isEmpty()) {
            return atFront();
        }
        return find(id.get())
                        .flatMap(found -> found.notices().answeredAt(address.token()))
                        .isPresent()
                ? new Intake.NoticeAnswer(id.get(), address.token())
                : new Intake.Report(List.of(id.get()));
    }

    /** Who is a guest no more is anybody. */
    private Intake atGuest(DeskRole.Guest address) {
        Optional<Case> known =
                tx.lookUps().byGuestToken(desk.name(), address.token()).flatMap(this::find);
        return known.stream()
                .flatMap(current -> current.guests().stream())
                .filter(guest -> guest.token().equals(address.token()))
                .findFirst()
                .<Intake>map(guest -> new Intake.GuestMail(
                        known.get().id(),
                        guest,
                        authorship.isLikelyBy(Optional.of(guest.address()), Optional.of(guest.certificate()))))
                .orElseGet(this::atFront);
    }

    /** A mail that names a thread joins it with proof; a signature or a reference alone is only a hint. */
    private Intake atFront() {
        List<CaseId> named = threads();
        for (CaseId id : named) {
            if (isProvenByReporterOf(id)) {
                return new Intake.FollowUp(id, true);
            }
        }
        return new Intake.Report(hints(named));
    }

    private boolean isLikelyByReporterOf(CaseId id) {
        return find(id).filter(known -> authorship.isLikelyBy(known.reporter(), known.reporterCertificate()))
                .isPresent();
    }

    private boolean isProvenByReporterOf(CaseId id) {
        return find(id).filter(known -> authorship.isProvenBy(known.reporter(), known.reporterCertificate()))
                .isPresent();
    }

    /** Nothing can join a case whose journal is damaged: the mail is a report then, and says to the team where it belongs. */
    private Optional<Case> find(CaseId id) {
        return tx.journal().findReadable(id).filter(found -> found.desk().equals(desk.name()));
    }

    /** Anyone can name a mail from outside, so that such a reference joins nothing. */
    private List<CaseId> hints(List<CaseId> named) {
        Set<CaseId> hints = new LinkedHashSet<>(named);
        hints.addAll(tx.lookUps().byMails(desk.name(), references()));
        return List.copyOf(hints);
    }

    /** The cases that its references or its protected subject name. */
    private List<CaseId> threads() {
        Set<CaseId> threads = new LinkedHashSet<>(letterThreads());
        inSubject().filter(this::exists).forEach(threads::add);
        return List.copyOf(threads);
    }

    /** The cases whose letters its references name. */
    private List<CaseId> letterThreads() {
        return tx.lookUps().byLetters(desk.name(), references());
    }

    private List<MessageId> references() {
        List<MessageId> named = new ArrayList<>(mail.outer().inReplyTo());
        named.addAll(mail.outer().references());
        return named;
    }

    /** A CVE has the form of a case id too. */
    private Stream<CaseId> inSubject() {
        return CASE_IN_SUBJECT
                .matcher(mail.inner().subject().text())
                .results()
                .flatMap(found -> CaseId.parse(found.group()).stream());
    }

    private boolean exists(CaseId id) {
        return tx.cases().deskOf(id).filter(desk.name()::equals).isPresent();
    }
}
