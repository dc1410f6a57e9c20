package org.embargo.outbox;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.embargo.content.Content;
import org.embargo.letters.Composition;
import org.embargo.letters.LetterWriter;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.embargo.model.Fingerprint;
import org.embargo.model.IntakeId;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.CertificateFormatException;
import org.embargo.openpgp.UnusableCertificateException;
import org.embargo.process.outcome.AboutMail;
import org.embargo.process.outcome.EncryptedTo;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.ReporterLetter;
import org.embargo.process.outcome.ToRecipient;
import org.embargo.store.KeptCertificate;
import org.embargo.store.Store;

/** Makes outgoing mail of decided letters: worded and signed once a composition, encrypted for each reader. */
public final class LetterPress {

    private final LetterWriter writer;
    private final Function<DeskName, Optional<Letterhead>> letterheads;
    private final Store store;

    /** @param letterheads empty for a desk that is not served any more; its letters are held */
    public LetterPress(LetterWriter writer, Function<DeskName, Optional<Letterhead>> letterheads, Store store) {
        this.writer = Objects.requireNonNull(writer, "writer");
        this.letterheads = Objects.requireNonNull(letterheads, "letterheads");
        this.store = Objects.requireNonNull(store, "store");
    }

    /** Words {@code letter} for all readers of its composition. */
    Composition compose(OutboxLetter letter, Instant now) throws IOException, LetterHeldException {
        Letterhead head = head(letter);
        try {
            Optional<Content> archive = archive(letter.letter(), head);
            if (archive.isPresent()) {
                return writer.compose(letter, head.identity(), now, archive.get());
            }
            Optional<IntakeId> enclosed = enclosed(letter.letter());
            return enclosed.isPresent()
                    ? writer.compose(letter, head.identity(), now, head.enclosure(enclosed.get()))
                    : writer.compose(letter, head.identity(), now);
        } catch (UnusableCertificateException e) {
            throw new LetterHeldException("desk-key", e);
        }
    }

    private static Optional<Content> archive(Letter letter, Letterhead head) throws IOException {
        Optional<CaseId> exported =
                letter instanceof MemberLetter.Transcript transcript ? transcript.exported() : Optional.empty();
        return exported.isPresent() ? head.archive(exported.get()) : Optional.empty();
    }

    private static Optional<IntakeId> enclosed(Letter letter) {
        if (letter instanceof ReporterLetter.Reply reply) {
            return reply.files();
        }
        return letter instanceof AboutMail about ? Optional.of(about.mail()) : Optional.empty();
    }

    /**
     * The mail to one reader; in clear only where the letter itself permits it. What leaves the team is tried once by the
     * mail server: in its retry queue nobody could call it back.
     */
    OutgoingMail print(Composition composition, OutboxLetter letter) throws IOException, LetterHeldException {
        Content message = letter.letter().mayGoInClear() ? composition.inClear(letter) : encrypt(composition, letter);
        boolean once = !head(letter).isToTeam(letter);
        return new OutgoingMail(letter.id(), Optional.of(bounceAddress(letter)), letter.to(), message, once);
    }

    /** Whether {@code letter} was meant for a member who has left. */
    boolean hasLostItsReader(OutboxLetter letter) throws LetterHeldException {
        boolean toMember = Letterhead.isForTeam(letter.letter())
                && (!letter.letter().mayGoInClear() || letter.letter() instanceof MemberLetter.News);
        return toMember && head(letter).hasLeft(letter.to());
    }

    private Content encrypt(Composition composition, OutboxLetter letter) throws IOException, LetterHeldException {
        Certificate reader = reader(letter).orElseThrow(() -> new LetterHeldException("no-certificate"));
        try {
            return composition.encryptFor(reader, letter);
        } catch (UnusableCertificateException e) {
            throw new LetterHeldException("certificate", e);
        }
    }

    private Optional<Certificate> reader(OutboxLetter letter) throws LetterHeldException {
        if (letter.letter() instanceof EncryptedTo named) {
            return named.encryptTo().flatMap(fingerprint -> kept(named.keptWith(), fingerprint));
        }
        if (letter.letter() instanceof ToRecipient named) {
            return recipient(CaseId.book(named.caseId().prefix()), letter.to());
        }
        return head(letter).memberCertificate(letter.to());
    }

    /** The certificate that he has at this hour, which may be another one than when the letter was decided. */
    private Optional<Certificate> recipient(CaseId book, Address address) {
        return store.reading(tx -> tx.journal()
                        .find(book)
                        .flatMap(current -> current.book().stillTold(address))
                        .flatMap(recipient -> tx.certificates().find(book, recipient.certificate())))
                .map(LetterPress::read);
    }

    private Optional<Certificate> kept(CaseId caseId, Fingerprint fingerprint) {
        return store.reading(tx -> tx.certificates().find(caseId, fingerprint)).map(LetterPress::read);
    }

    private static Certificate read(KeptCertificate kept) {
        try {
            return Certificate.read(kept.certificate());
        } catch (CertificateFormatException e) {
            throw new IllegalStateException("kept certificate " + kept.fingerprint() + " can't be read", e);
        }
    }

    private Letterhead head(OutboxLetter letter) throws LetterHeldException {
        return letterheads.apply(letter.desk()).orElseThrow(() -> new LetterHeldException("desk-not-served"));
    }

    private Address bounceAddress(OutboxLetter letter) throws LetterHeldException {
        return DeskAddress.of(head(letter).address(), new DeskRole.Bounce(letter.bounceToken()));
    }
}
