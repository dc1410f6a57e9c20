package org.embargo.desk.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.embargo.commands.CommandMail;
import org.embargo.commands.CommandReader;
import org.embargo.desk.open.OpenDesk;
import org.embargo.mail.Coverage;
import org.embargo.mail.Mailbox;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.SignedRoot;
import org.embargo.model.Address;
import org.embargo.model.Confidential;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskRole;
import org.embargo.model.DurationText;
import org.embargo.model.Member;
import org.embargo.openpgp.SignatureState;
import org.embargo.openpgp.Verdict;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;

/**
 * A mail that a member has signed, at least in part, with what speaks against it (contract, section 7, conditions 1 to 3).
 * Nothing here looks at what was used before, nor at which case is meant.
 *
 * @param verdict   on his signature
 * @param root      what he signed, where it is the whole mail
 * @param text      of that, read; where it is not the whole mail, of what the mail shows, to see whether it orders anything
 * @param objection the first thing because of which it can't act
 */
public record SignedOrder(
        Member signer, Verdict verdict, Optional<SignedRoot> root, CommandMail text, Optional<Refusal> objection) {

    private static final Duration FUTURE = Duration.ofMinutes(10);
    private static final Set<SignatureState> HIS =
            Set.of(SignatureState.GOOD, SignatureState.FUTURE, SignatureState.FOR_OTHERS);

    public SignedOrder {
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(objection, "objection");
    }

    /**
     * Empty where no member has a signature in the mail that is his and not worth less by its time or its recipients: such a
     * one counts as used too, or it would be kept and sent again when it fits.
     */
    public static Optional<SignedOrder> of(OpenedMail mail, OpenDesk open, Instant now) {
        for (Verdict verdict : mail.verdicts()) {
            Optional<Member> signer = signer(verdict, open);
            if (signer.isPresent() && verdict.digest().isPresent()) {
                return Optional.of(new Judging(mail, open, now, signer.get(), verdict).order());
            }
        }
        return Optional.empty();
    }

    /** Whether the mail names the member who signed as its author. */
    public boolean isBy(Member member) {
        return signer.equals(member);
    }

    Instant made() {
        return verdict.made().orElseThrow();
    }

    private static Optional<Member> signer(Verdict verdict, OpenDesk open) {
        return HIS.contains(verdict.state()) && verdict.made().isPresent()
                ? open.desk().team().stream()
                        .filter(member -> verdict.signer().equals(Optional.of(member.fingerprint())))
                        .findFirst()
                : Optional.empty();
    }

    private record Judging(OpenedMail mail, OpenDesk open, Instant now, Member signer, Verdict verdict) {

        SignedOrder order() {
            Optional<SignedRoot> root = mail.signedRoot()
                    .filter(found -> found.verdict().equals(verdict))
                    .filter(found -> mail.coverage() == Coverage.WHOLE && mail.isReadable());
            String shown = root.map(SignedRoot::text).map(Confidential::text).orElse(mail.body());
            return new SignedOrder(
                    signer,
                    verdict,
                    root,
                    CommandReader.read(shown),
                    root.isPresent() ? objection(root.get()) : said(Reason.NOT_ONE_SIGNATURE));
        }

        private Optional<Refusal> objection(SignedRoot root) {
            Optional<Address> author = mail.outer().author().map(Mailbox::address);
            if (!author.equals(Optional.of(signer.address()))) {
                return said(
                        Reason.SIGNER_IS_NOT_AUTHOR, author.map(Address::value).orElse(""));
            }
            if (verdict.state() == SignatureState.FOR_OTHERS || !fieldsFit(root)) {
                return said(Reason.FIELDS_DO_NOT_FIT);
            }
            if (!open.isGoodNow(signer, verdict, now)) {
                return said(Reason.KEY_NOT_GOOD_NOW);
            }
            return time();
        }

        private Optional<Refusal> time() {
            Instant made = verdict.made().orElseThrow();
            Duration window = open.config().clocks().commandWindow();
            if (verdict.state() == SignatureState.FUTURE || made.isAfter(now.plus(FUTURE))) {
                return said(Reason.SIGNED_IN_THE_FUTURE, made.toString());
            }
            return made.isBefore(now.minus(window))
                    ? said(Reason.SIGNED_TOO_LONG_AGO, made.toString(), DurationText.print(window))
                    : Optional.empty();
        }

        /** What was signed for somebody else is no order to us. */
        private boolean fieldsFit(SignedRoot root) {
            List<Mailbox> from = root.fields().from();
            List<Address> to = root.fields().recipients();
            boolean author =
                    from.isEmpty() || (from.size() == 1 && from.get(0).address().equals(signer.address()));
            return author && (to.isEmpty() || to.stream().anyMatch(this::isMeant));
        }

        private boolean isMeant(Address recipient) {
            DeskRole came = mail.envelope().recipient().role();
            return open.desk()
                    .read(recipient)
                    .map(DeskAddress::role)
                    .filter(role -> role.equals(came)
                            || role instanceof DeskRole.Front
                            || (came instanceof DeskRole.Front && role instanceof DeskRole.CaseAddress))
                    .isPresent();
        }

        private static Optional<Refusal> said(Reason reason, String... values) {
            return Optional.of(Refusal.of(reason, values));
        }
    }
}
