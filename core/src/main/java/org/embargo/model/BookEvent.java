package org.embargo.model;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Something of the desk's book changed: the private list, the team, or a certificate. */
public sealed interface BookEvent extends CaseEvent {

    /** Somebody is on the private list from now on. */
    record RecipientAdded(Confidential name, Address address, Fingerprint certificate) implements BookEvent {
        public RecipientAdded {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(certificate, "certificate");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.book = draft.book.with(new Recipient(name, address, certificate, false)));
        }
    }

    /**
     * A recipient learns of no further case.
     *
     * @param entirely nor anything more of cases that he was told of
     */
    record RecipientRemoved(Address address, boolean entirely) implements BookEvent {
        public RecipientRemoved {
            Objects.requireNonNull(address, "address");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.book = draft.book.without(address, entirely));
        }
    }

    /** A recipient learns of no further case until he is resumed. */
    record RecipientPaused(Address address) implements BookEvent {
        public RecipientPaused {
            Objects.requireNonNull(address, "address");
        }

        @Override
        public Case applyTo(Case before) {
            return paused(before, address, true);
        }
    }

    /** Ends a recipient's pause. */
    record RecipientResumed(Address address) implements BookEvent {
        public RecipientResumed {
            Objects.requireNonNull(address, "address");
        }

        @Override
        public Case applyTo(Case before) {
            return paused(before, address, false);
        }
    }

    /** Letters to a recipient, present or former, are encrypted to this certificate from now on. */
    record RecipientCertificateSet(Address address, Fingerprint certificate) implements BookEvent {
        public RecipientCertificateSet {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(certificate, "certificate");
        }

        @Override
        public Case applyTo(Case before) {
            Book book = before.book();
            Optional<Book> present = book.recipient(address).map(this::renewed).map(book::with);
            Optional<Book> changed =
                    present.or(() -> book.former(address).map(this::renewed).map(book::withFormer));
            return before.with(draft -> draft.book = changed.orElse(book));
        }

        private Recipient renewed(Recipient each) {
            return new Recipient(each.name(), each.address(), certificate, each.paused());
        }
    }

    /**
     * A member has another certificate, or the same with a later end.
     *
     * @param replaced the one he had
     */
    record MemberCertificateSet(Address member, Fingerprint certificate, Fingerprint replaced, Instant at)
            implements BookEvent {
        public MemberCertificateSet {
            Objects.requireNonNull(member, "member");
            Objects.requireNonNull(certificate, "certificate");
            Objects.requireNonNull(replaced, "replaced");
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Case applyTo(Case before) {
            Optional<MemberKey> known = before.book().key(member);
            Set<Fingerprint> all = new HashSet<>(known.map(MemberKey::replaced).orElse(Set.of()));
            all.add(replaced);
            // the same key with a later end is no new one, and waits for nothing
            Instant since = !certificate.equals(replaced)
                    ? at
                    : known.filter(key -> key.certificate().equals(certificate))
                            .map(MemberKey::since)
                            .orElse(Instant.EPOCH);
            MemberKey key = new MemberKey(member, certificate, all, since);
            return before.with(draft -> draft.book = draft.book.with(key));
        }
    }

    /**
     * A mail brought a revocation of a certificate that is kept with this book, or with this case.
     *
     * @param mail whoever sent it; the certificate's own key has signed the revocation
     */
    record CertificateRevoked(Fingerprint certificate, IntakeId mail) implements BookEvent {
        public CertificateRevoked {
            Objects.requireNonNull(certificate, "certificate");
            Objects.requireNonNull(mail, "mail");
        }

        /** What is kept of the certificate says it. */
        @Override
        public Case applyTo(Case before) {
            return before;
        }
    }

    /** Whoever runs the server took a member off the team. */
    record MemberLeft(Address member) implements BookEvent {
        public MemberLeft {
            Objects.requireNonNull(member, "member");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.book = draft.book.withLeaver(member));
        }
    }

    /** He took it back. */
    record MemberReturned(Address member) implements BookEvent {
        public MemberReturned {
            Objects.requireNonNull(member, "member");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.book = draft.book.withoutLeaver(member));
        }
    }

    /** From now on the desk signs with this key. */
    record DeskKeyTaken(Fingerprint certificate) implements BookEvent {
        public DeskKeyTaken {
            Objects.requireNonNull(certificate, "certificate");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.book = draft.book.withDeskKey(certificate));
        }
    }

    /** Releases of the project turned out to be out. */
    record ReleasesSeen(List<ReleaseVersion> releases) implements BookEvent {
        public ReleasesSeen {
            releases = List.copyOf(releases);
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.book = draft.book.withReleases(releases));
        }
    }

    private static Case paused(Case before, Address address, boolean paused) {
        Book book = before.book();
        Book changed = book.recipient(address)
                .map(each -> book.with(new Recipient(each.name(), each.address(), each.certificate(), paused)))
                .orElse(book);
        return before.with(draft -> draft.book = changed);
    }
}
