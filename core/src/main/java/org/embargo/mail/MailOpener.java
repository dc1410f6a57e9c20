package org.embargo.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.content.SpoolFolder;
import org.embargo.openpgp.CertificateDirectory;
import org.embargo.openpgp.DeskKeys;
import org.embargo.openpgp.MessageOpener;
import org.embargo.openpgp.OpeningFailure;
import org.embargo.openpgp.SignatureJudge;

/**
 * Opens mails: decrypts what it can with one desk's keys and judges every signature.
 *
 * <p>Nothing in a mail makes it fail. What is malformed or over a limit is shown as far as it was read, and the mail as
 * it came goes along as the last attachment; a failure is set only where something encrypted can't be read. Safe for use
 * by many threads.
 */
public final class MailOpener {

    private static final Logger LOGGER = LogManager.getLogger(MailOpener.class);

    private final MailLimits limits;
    private final SpoolFolder spools;
    private final OwnTraces traces;
    private final MessageOpener opener;
    private final SignatureJudge judge;

    /** @param serverName by which our own server calls itself in Received fields */
    public MailOpener(
            MailLimits limits, SpoolFolder spools, String serverName, MessageOpener opener, SignatureJudge judge) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.spools = Objects.requireNonNull(spools, "spools");
        this.traces = new OwnTraces(serverName);
        this.opener = Objects.requireNonNull(opener, "opener");
        this.judge = Objects.requireNonNull(judge, "judge");
    }

    /**
     * Opens one mail.
     *
     * @param keys  of the desk it came to; no others are tried
     * @param known certificates whose signatures have a name
     * @throws UncheckedIOException when its bytes can't be read or the spool can't be written
     */
    public OpenedMail open(RawMail mail, DeskKeys keys, CertificateDirectory known, Instant now) {
        try {
            return read(mail, keys, known, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // a mistake in here or in a library must not cost a report: people can still read it
            LOGGER.error(
                    "mail {} could not be read because of {}",
                    mail.id(),
                    e.getClass().getName());
            return unread(mail);
        }
    }

    /** As {@link #open}, without the net for mistakes; tests want to see those. */
    OpenedMail read(RawMail mail, DeskKeys keys, CertificateDirectory known, Instant now) throws IOException {
        Allowance allowance = new Allowance(limits, spools);
        Findings found = new Findings(limits);
        ParsedMail parsed = new MailParser(allowance).parse(mail.content(), 0);
        OpenPgpReader openPgp = new OpenPgpReader(opener, judge, keys, known, now, allowance, found);
        new PartReader(openPgp, allowance, found).read(parsed.root(), Scope.ROOT);
        found.rootSignature().read(parsed);
        if (allowance.isExceeded() || !parsed.complete()) {
            found.attach(new Attachment(FileName.THE_MAIL, "message/rfc822", mail.content(), false, false));
        }
        return opened(mail, parsed, found);
    }

    private OpenedMail opened(RawMail mail, ParsedMail parsed, Findings found) throws IOException {
        PartHeader header = parsed.root().header();
        MailFields outer = new FieldReader(limits).read(header);
        found.bring(Autocrypt.certificates(parsed.root(), outer), BroughtCertificate.Origin.AUTOCRYPT);
        Optional<PartHeader> guarded = found.protectedHeader(header);
        return new OpenedMail(
                mail.id(),
                mail.envelope(),
                outer,
                guarded.map(new FieldReader(limits)::read).orElse(outer),
                found.isEncrypted(),
                found.failure(),
                found.signature(),
                found.verdicts(),
                found.coverage(),
                found.rootSignature().found(found.verdicts(), limits),
                found.sections(),
                found.body(),
                found.attachments(),
                digest(found),
                found.certificates(),
                found.revocations(),
                found.sessionKeyDigests(),
                deliveryStatus(parsed.root()),
                traces.countIn(header),
                ContentDigest.of(mail.content(), header),
                Origin.NOT_CHECKED);
    }

    private OpenedMail unread(RawMail mail) {
        Findings nothing = new Findings(limits);
        nothing.fail(OpeningFailure.MALFORMED);
        nothing.attach(new Attachment(FileName.THE_MAIL, "message/rfc822", mail.content(), false, false));
        try {
            return opened(mail, new ParsedMail(Part.EMPTY, false), nothing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<DigestMail> digest(Findings found) {
        return found.digest().stream()
                .map(each -> new DigestMail(new FieldReader(limits).read(each.header()), each.text()))
                .toList();
    }

    private List<DeliveryStatus> deliveryStatus(Part root) throws IOException {
        return new DeliveryReport(limits).read(root);
    }
}
