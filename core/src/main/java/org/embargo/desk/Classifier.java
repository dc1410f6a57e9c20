package org.embargo.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final String UNKNOWN_STATUS = "5.0.0";

    private final Transaction tx;
    private final Desk desk;
    private final Optional<SignedOrder> order;
    private final OpenedMail mail;
    private final Authorship authorship;

    /** @param order what a member has signed of the mail, if any */
    Classifier(Transaction tx, Desk desk, OpenedMail mail, Optional<SignedOrder> order) {
        this.tx = Objects.requireNonNull(tx, "tx");
        this.desk = Objects.requireNonNull(desk, "desk");
        this.order = Objects.requireNonNull(order, "order");
        this.mail = Objects.requireNonNull(mail, "mail");
        this.authorship = Authorship.of(mail);
    }

    Intake classify() {
        if (isAnswerOfAMachine()) {
            return new Intake.SetAside(letterThreads().stream().findFirst());
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
        if (role instanceof DeskRole.PublicList && mail.outer().isBulk()) {
            return new Intake.SetAside(Optional.empty());
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
     * An automatic answer in a thread of ours, such as an absence notice. List headers alone don't make one: a gateway
     * that adds them to a reporter's answer would hide it until Monday.
     */
    private boolean isAnswerOfAMachine() {
        boolean byMachine = mail.envelope().sender().isEmpty()
                || mail.outer()
                        .autoSubmitted()
                        .filter(word -> !word.equals("no"))
                        .isPresent();
        return byMachine && mail.deliveryStatus().isEmpty() && !letterThreads().isEmpty();
    }

    /** Who can encrypt has the certificate already: that is a report which went to the wrong address. */
    private Intake atKey() {
        return mail.encrypted() || AutomaticMail.is(mail) ? atFront() : new Intake.KeyRequest();
    }

    private Intake atBounce(DeskRole.Bounce address) {
        Optional<OutboxRow> row = tx.outbox().byBounceToken(desk.name(), address.token());
        boolean isReport =
                mail.envelope().sender().isEmpty() && !mail.deliveryStatus().isEmpty();
        if (row.isEmpty() || !isReport) {
            return atFront();
        }
        Optional<DeliveryStatus> failure =
                mail.deliveryStatus().stream().filter(DeliveryStatus::isFailure).findFirst();
        return failure.isPresent()
                ? new Intake.Bounce(row.get(), failure.get().status().orElse(UNKNOWN_STATUS))
                : new Intake.SetAside(row.get().letter().caseId());
    }

    private Intake atCase(CaseId id) {
        Optional<Member> member = authorship.author().flatMap(desk::member);
        return member.isPresent() && exists(id) ? new Intake.MemberMail(id, member.get()) : atFront();
    }

    private Intake atReporter(DeskRole.Reporter address) {
        return tx.lookUps()
                .byReporterToken(desk.name(), address.token())
                .<Intake>map(id -> new Intake.FollowUp(id, isByReporterOf(id)))
                .orElseGet(this::atFront);
    }

    /** A mail that names a thread joins it with proof; a signature or a reference alone is only a hint. */
    private Intake atFront() {
        List<CaseId> named = threads();
        for (CaseId id : named) {
            if (isByReporterOf(id)) {
                return new Intake.FollowUp(id, true);
            }
        }
        return new Intake.Report(named);
    }

    private boolean isByReporterOf(CaseId id) {
        Optional<Case> known = tx.journal().find(id);
        return known.isPresent()
                && authorship.isBy(known.get().reporter(), known.get().reporterCertificate());
    }

    /** The cases that its references or its protected subject name. */
    private List<CaseId> threads() {
        List<CaseId> threads = new ArrayList<>(letterThreads());
        inSubject().filter(id -> !threads.contains(id)).filter(this::exists).ifPresent(threads::add);
        return threads;
    }

    /** The cases whose letters its references name. */
    private List<CaseId> letterThreads() {
        List<MessageId> named = new ArrayList<>(mail.outer().inReplyTo());
        named.addAll(mail.outer().references());
        return tx.lookUps().byLetters(desk.name(), named);
    }

    private Optional<CaseId> inSubject() {
        Matcher matcher = CASE_IN_SUBJECT.matcher(mail.inner().subject().text());
        return matcher.find() ? CaseId.parse(matcher.group()) : Optional.empty();
    }

    private boolean exists(CaseId id) {
        return tx.cases().deskOf(id).filter(desk.name()::equals).isPresent();
    }
}
