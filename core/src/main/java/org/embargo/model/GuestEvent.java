package org.embargo.model;

import java.util.Objects;

/** Who of outside sees the team's mail of a case has changed. */
public sealed interface GuestEvent extends CaseEvent {

    /** Somebody sees the team's mail of the case from now on. */
    record GuestInvited(Confidential name, Address address, Fingerprint certificate, Token token)
            implements GuestEvent {
        public GuestInvited {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(certificate, "certificate");
            Objects.requireNonNull(token, "token");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.guests.add(new Guest(name, address, certificate, token)));
        }
    }

    /** A guest sees no more, and his token is nobody's. */
    record GuestUninvited(Address address) implements GuestEvent {
        public GuestUninvited {
            Objects.requireNonNull(address, "address");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(
                    draft -> draft.guests.removeIf(each -> each.address().equals(address)));
        }
    }

    /** A guest's mail, kept with the case and shown to the team. */
    record GuestWrote(IntakeId mail, Address guest, Arrival arrival) implements GuestEvent {
        public GuestWrote {
            Objects.requireNonNull(mail, "mail");
            Objects.requireNonNull(guest, "guest");
            Objects.requireNonNull(arrival, "arrival");
        }

        @Override
        public Case applyTo(Case before) {
            return before;
        }
    }
}
