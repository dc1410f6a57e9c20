package org.embargo.desk.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.embargo.mail.AutomaticMail;
import org.embargo.mail.BroughtCertificate;
import org.embargo.mail.Coverage;
import org.embargo.mail.Mailbox;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.Origin;
import org.embargo.model.Address;
import org.embargo.model.Desk;
import org.embargo.model.Fingerprint;
import org.embargo.model.Member;
import org.embargo.openpgp.SignatureState;
import org.embargo.openpgp.Verdict;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Finding.Kind;

/** What the desk tells the team of a mail before anything the mail says of itself. */
final class MailFindings {

    private final OpenedMail mail;
    private final Desk desk;
    private final List<Finding> findings = new ArrayList<>();

    private MailFindings(OpenedMail mail, Desk desk) {
        this.mail = mail;
        this.desk = desk;
    }

    /** The findings on {@code mail} in the order in which a reader needs them: who, how it came, what is proven. */
    static List<Finding> of(OpenedMail mail, Desk desk) {
        MailFindings found = new MailFindings(mail, desk);
        found.author();
        found.arrival();
        found.signatures();
        found.origin();
        return found.findings;
    }

    private void author() {
        Optional<Mailbox> author = mail.outer().author();
        if (author.isEmpty()) {
            add(Kind.NO_SINGLE_AUTHOR);
            return;
        }
        Address address = author.get().address();
        add(Kind.WROTE, address.value(), author.get().name().text());
        mail.envelope()
                .sender()
                .filter(sender -> !sender.equals(address))
                .ifPresent(sender -> add(Kind.ENVELOPE_DIFFERS, sender.value()));
        mail.inner()
                .author()
                .map(Mailbox::address)
                .filter(inner -> !inner.equals(address))
                .ifPresent(inner -> add(Kind.INNER_FROM_DIFFERS, inner.value()));
        if (desk.member(address).isPresent()
                && !Authorship.of(mail).isSignedBy(desk.member(address).get())) {
            add(Kind.CLAIMS_MEMBER);
        }
    }

    private void arrival() {
        add(mail.encrypted() ? Kind.CAME_ENCRYPTED : Kind.CAME_IN_CLEAR);
        mail.failure().ifPresent(failure -> add(Kind.NOT_READABLE, failure.name()));
        if (AutomaticMail.is(mail)) {
            add(Kind.AUTOMATIC);
        }
    }

    private void signatures() {
        if (mail.verdicts().isEmpty() && mail.isReadable()) {
            add(Kind.NOT_SIGNED);
        }
        mail.verdicts().forEach(this::signature);
    }

    /** What was not asked says nothing, and nothing is said of it. */
    private void origin() {
        Origin origin = mail.origin();
        if (origin.dkim() != Origin.Dkim.NOT_ASKED) {
            add(Kind.DKIM, origin.dkim().name(), String.join(", ", origin.signers()));
        }
        if (origin.spf() != Origin.Spf.NOT_ASKED) {
            add(Kind.SPF, origin.spf().name());
        }
    }

    private void signature(Verdict verdict) {
        Optional<Fingerprint> signer = verdict.signer().filter(known -> verdict.state() == SignatureState.GOOD);
        if (signer.isPresent()) {
            Kind kind = mail.coverage() == Coverage.WHOLE ? Kind.SIGNED_BY : Kind.SIGNED_IN_PART_BY;
            Optional<Address> member = member(signer.get());
            add(
                    kind,
                    signer.get().spaced(),
                    member.map(Address::value).orElse(""),
                    member.isEmpty() || isAuthor(member.get()) ? "" : "another");
        } else if (verdict.state() == SignatureState.UNKNOWN_KEY
                && verifyingBrought().isPresent()) {
            add(Kind.SIGNED_BY_BROUGHT_KEY, verifyingBrought().get().spaced());
        } else {
            add(Kind.SIGNATURE_PROVES_NOTHING, verdict.state().name());
        }
    }

    private Optional<Fingerprint> verifyingBrought() {
        return mail.certificates().stream()
                .filter(BroughtCertificate::verifiesSignature)
                .map(brought -> brought.certificate().fingerprint())
                .findFirst();
    }

    /** Only members have names here: any other known certificate was somebody's word for himself. */
    private Optional<Address> member(Fingerprint signer) {
        return desk.team().stream()
                .filter(member -> member.fingerprint().equals(signer))
                .map(Member::address)
                .findFirst();
    }

    private boolean isAuthor(Address member) {
        return mail.outer().author().map(Mailbox::address).equals(Optional.of(member));
    }

    private void add(Kind kind, String... values) {
        findings.add(Finding.of(kind, values));
    }
}
