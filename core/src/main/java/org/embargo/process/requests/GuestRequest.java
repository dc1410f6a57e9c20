package org.embargo.process.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.Guest;
import org.embargo.model.GuestEvent;
import org.embargo.process.outcome.GuestMailing;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** Who of outside the team sees the team's mail of a case. */
public sealed interface GuestRequest extends Request {
    /** Lets somebody see the team's mail of the case, encrypted to the certificate that is attached. */
    record Invite(Confidential name, Address address) implements GuestRequest {
        public Invite {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(address, "address");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            TakenKey taken = new TakenKey(at, address);
            Optional<Refusal> objection = known(current, at).or(taken::objection);
            if (objection.isPresent()) {
                return new Decision.Refused(objection.get());
            }
            GuestEvent invited = new GuestEvent.GuestInvited(
                    name,
                    address,
                    taken.key().fingerprint(),
                    at.mailing().randomness().token());
            Guest guest = current.after(invited).guests().stream()
                    .filter(each -> each.address().equals(address))
                    .findFirst()
                    .orElseThrow();
            List<Remark> remarks =
                    new ArrayList<>(List.of(Remark.of(Kind.GUEST_INVITED, name.text(), address.value())));
            remarks.addAll(taken.shown());
            return new Decision.Done(
                    List.of(invited), List.of(new GuestMailing(current, at.mailing()).welcome(guest)), remarks);
        }

        private Optional<Refusal> known(Case current, Circumstances at) {
            if (at.ours().contains(address)) {
                return Optional.of(Refusal.of(Reason.ADDRESS_IS_OURS, address.value()));
            }
            if (at.mailing().roster().desk().member(address).isPresent()) {
                return Optional.of(Refusal.of(Reason.IS_A_MEMBER, address.value()));
            }
            return current.guests().stream().anyMatch(each -> each.address().equals(address))
                    ? Optional.of(Refusal.of(Reason.GUEST_ALREADY, address.value()))
                    : Optional.empty();
        }

        @Override
        public Command command() {
            return Command.INVITE;
        }

        @Override
        public String arguments() {
            return name.text() + " <" + address.value() + ">";
        }
    }

    /** Ends it. */
    record Uninvite(Address address) implements GuestRequest {
        public Uninvite {
            Objects.requireNonNull(address, "address");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return current.guests().stream().anyMatch(each -> each.address().equals(address))
                    ? Decision.changed(
                            new GuestEvent.GuestUninvited(address), Remark.of(Kind.GUEST_UNINVITED, address.value()))
                    : Decision.refused(Reason.NO_SUCH_GUEST, address.value());
        }

        @Override
        public Command command() {
            return Command.UNINVITE;
        }

        @Override
        public String arguments() {
            return address.value();
        }
    }
}
