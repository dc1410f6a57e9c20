package org.embargo.process.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.embargo.model.Address;
import org.embargo.model.BookEvent;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Member;
import org.embargo.model.Recipient;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** What concerns the desk as a whole: the private list, and the certificates of members. It acts on the desk's book. */
public sealed interface BookRequest extends Request {
    @Override
    default boolean isAboutCase() {
        return false;
    }

    /** Puts somebody on the private list, with the certificate that is attached. */
    record AddRecipient(Confidential name, Address address) implements BookRequest {
        public AddRecipient {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(address, "address");
        }

        @Override
        public Decision decide(Case book, Circumstances at) {
            Optional<Refusal> objection = taken(book, at).or(() -> new TakenKey(at, address).objection());
            return objection.isPresent()
                    ? new Decision.Refused(objection.get())
                    : Decision.changed(
                            new BookEvent.RecipientAdded(
                                    name,
                                    address,
                                    new TakenKey(at, address).key().fingerprint()),
                            Remark.of(Kind.RECIPIENT_ADDED, name.text(), address.value()));
        }

        private Optional<Refusal> taken(Case book, Circumstances at) {
            if (at.ours().contains(address)) {
                return Optional.of(Refusal.of(Reason.ADDRESS_IS_OURS, address.value()));
            }
            if (at.mailing().roster().desk().member(address).isPresent()) {
                return Optional.of(Refusal.of(Reason.IS_A_MEMBER, address.value()));
            }
            return book.book().recipient(address).map(known -> Refusal.of(Reason.LISTED_ALREADY, address.value()));
        }

        @Override
        public boolean needsSeveral(Case book, Circumstances at) {
            return true;
        }

        @Override
        public Confidential sameAs(Circumstances at) {
            return TakenKey.same(this, at);
        }

        @Override
        public List<Remark> shown(Circumstances at) {
            return new TakenKey(at, address).shown();
        }

        @Override
        public Command command() {
            return Command.RECIPIENT;
        }

        @Override
        public String arguments() {
            return "add " + name.text() + " <" + address.value() + ">";
        }
    }

    /**
     * Takes somebody off the private list.
     *
     * @param entirely he gets nothing more of cases either that he was told of
     */
    record RemoveRecipient(Address address, boolean entirely) implements BookRequest {
        public RemoveRecipient {
            Objects.requireNonNull(address, "address");
        }

        @Override
        public Decision decide(Case book, Circumstances at) {
            boolean known = book.book().recipient(address).isPresent()
                    || (entirely && book.book().former(address).isPresent());
            if (!known) {
                return Decision.refused(Reason.NOT_LISTED, address.value());
            }
            List<CaseId> told = at.facts().told().getOrDefault(address, List.of());
            List<Remark> remarks = new ArrayList<>(List.of(Remark.of(Kind.RECIPIENT_REMOVED, address.value())));
            if (!told.isEmpty()) {
                remarks.add(Remark.of(
                        entirely ? Kind.TOLD_NO_MORE_OF : Kind.STILL_TOLD_OF,
                        told.stream().map(CaseId::toString).collect(Collectors.joining(", ")),
                        "/recipient remove " + address.value() + " now"));
            }
            return new Decision.Done(List.of(new BookEvent.RecipientRemoved(address, entirely)), List.of(), remarks);
        }

        @Override
        public Command command() {
            return Command.RECIPIENT;
        }

        @Override
        public String arguments() {
            return "remove " + address.value() + (entirely ? " now" : "");
        }
    }

    /** Lets a recipient learn of no further case. */
    record PauseRecipient(Address address) implements BookRequest {
        public PauseRecipient {
            Objects.requireNonNull(address, "address");
        }

        @Override
        public Decision decide(Case book, Circumstances at) {
            Optional<Recipient> known = book.book().recipient(address);
            if (known.isEmpty()) {
                return Decision.refused(Reason.NOT_LISTED, address.value());
            }
            return known.get().paused()
                    ? Decision.refused(Reason.PAUSED_ALREADY, address.value())
                    : Decision.changed(
                            new BookEvent.RecipientPaused(address), Remark.of(Kind.RECIPIENT_PAUSED, address.value()));
        }

        @Override
        public Command command() {
            return Command.RECIPIENT;
        }

        @Override
        public String arguments() {
            return "pause " + address.value();
        }
    }

    /** Ends a recipient's pause. */
    record ResumeRecipient(Address address) implements BookRequest {
        public ResumeRecipient {
            Objects.requireNonNull(address, "address");
        }

        @Override
        public Decision decide(Case book, Circumstances at) {
            Optional<Recipient> known = book.book().recipient(address);
            if (known.isEmpty()) {
                return Decision.refused(Reason.NOT_LISTED, address.value());
            }
            return known.get().paused()
                    ? Decision.changed(
                            new BookEvent.RecipientResumed(address), Remark.of(Kind.RECIPIENT_RESUMED, address.value()))
                    : Decision.refused(Reason.NOT_PAUSED, address.value());
        }

        @Override
        public Command command() {
            return Command.RECIPIENT;
        }

        @Override
        public String arguments() {
            return "resume " + address.value();
        }
    }

    /** The private list. The others are told who asked for it. */
    record ListRecipients() implements BookRequest {
        @Override
        public Decision decide(Case book, Circumstances at) {
            List<Remark> lines = new ArrayList<>();
            book.book().recipients().forEach(each -> lines.add(line(Kind.RECIPIENT_LINE, each, at)));
            if (lines.isEmpty()) {
                lines.add(Remark.of(Kind.NO_RECIPIENTS));
            }
            book.book().former().forEach(each -> lines.add(line(Kind.FORMER_RECIPIENT_LINE, each, at)));
            return Decision.told(lines);
        }

        private static Remark line(Kind kind, Recipient each, Circumstances at) {
            return Remark.of(
                    kind,
                    each.name().text(),
                    each.address().value(),
                    each.certificate().hex(),
                    each.paused() ? "paused" : "",
                    at.facts().unusable().contains(each.certificate()) ? "unusable" : "");
        }

        @Override
        public Command command() {
            return Command.RECIPIENT;
        }

        @Override
        public String arguments() {
            return "list";
        }
    }

    /** About the certificate that is attached. */
    sealed interface OfKey extends BookRequest {

        /** Whose it is to be. */
        Address holder();

        @Override
        default boolean needsSeveral(Case book, Circumstances at) {
            return true;
        }

        @Override
        default Confidential sameAs(Circumstances at) {
            return TakenKey.same(this, at);
        }

        @Override
        default List<Remark> shown(Circumstances at) {
            return new TakenKey(at, holder()).shown();
        }

        @Override
        default Command command() {
            return Command.KEY;
        }
    }

    /** Takes the attached certificate for a recipient in the place of his. */
    record RecipientKey(Address address) implements OfKey {
        public RecipientKey {
            Objects.requireNonNull(address, "address");
        }

        @Override
        public Decision decide(Case book, Circumstances at) {
            if (book.book().stillTold(address).isEmpty()) {
                return Decision.refused(Reason.NOT_LISTED, address.value());
            }
            TakenKey taken = new TakenKey(at, address);
            Optional<Refusal> objection = taken.objection();
            return objection.isPresent()
                    ? new Decision.Refused(objection.get())
                    : Decision.changed(
                            new BookEvent.RecipientCertificateSet(
                                    address, taken.key().fingerprint()),
                            Remark.of(Kind.RECIPIENT_KEY_IS_NOW, address.value()));
        }

        @Override
        public Address holder() {
            return address;
        }

        @Override
        public String arguments() {
            return "recipient " + address.value();
        }
    }

    /** Takes the attached certificate for a member in the place of his; the one before must vouch for it. */
    record MemberKey(Address member) implements OfKey {
        public MemberKey {
            Objects.requireNonNull(member, "member");
        }

        @Override
        public Decision decide(Case book, Circumstances at) {
            Optional<Member> known = at.mailing().roster().desk().member(member);
            return known.isEmpty()
                    ? Decision.refused(Reason.NOT_A_MEMBER, member.value())
                    : new NewMemberKey(at, known.get()).decide();
        }

        @Override
        public Address holder() {
            return member;
        }

        @Override
        public String arguments() {
            return "member " + member.value();
        }
    }
}
