package org.embargo.desk.orders;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.commands.CommandMail;
import org.embargo.mail.SignedRoot;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.Desk;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskRole;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;

/**
 * Which case the signed part of a mail names (contract, section 7, condition 4): in its subject or in the text before the
 * first command. What stands outside the signature names nothing.
 *
 * @param id        the case; empty where it names the desk
 * @param objection why it names none that can be acted on
 */
public record NamedCase(Optional<CaseId> id, Optional<Refusal> objection) {

    private static final Pattern CASE_ID = Pattern.compile("\\b[A-Z][A-Z0-9]{1,15}-\\d{4}-[1-9]\\d{3,11}\\b");

    /** Titles hold these, in the form of a case id. */
    private static final String CVE = "CVE";

    public NamedCase {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(objection, "objection");
    }

    public static NamedCase in(SignedRoot root, CommandMail text, Desk desk, Optional<CaseId> ofAddress) {
        String subject = root.fields().subject().text();
        Set<CaseId> named = new LinkedHashSet<>(text.named());
        Matcher inSubject = CASE_ID.matcher(subject);
        while (inSubject.find()) {
            CaseId.parse(inSubject.group())
                    .filter(id -> !id.prefix().equals(CVE) || desk.casePrefix().equals(CVE))
                    .ifPresent(named::add);
        }
        boolean namesDesk = subject.contains(desk.address().value());
        for (Address each : text.addresses()) {
            Optional<DeskRole> role = desk.read(each).map(DeskAddress::role);
            namesDesk |= role.filter(DeskRole.Front.class::isInstance).isPresent();
            role.filter(DeskRole.CaseAddress.class::isInstance)
                    .map(found -> ((DeskRole.CaseAddress) found).caseId())
                    .ifPresent(named::add);
        }
        Set<CaseId> all = named.isEmpty() ? new LinkedHashSet<>(text.mentioned()) : named;
        boolean needsCase =
                text.requests().stream().anyMatch(each -> each.request().isAboutCase());
        return of(all, !named.isEmpty(), ofAddress, namesDesk && !needsCase);
    }

    /** @param alone whether each of {@code named} stands where nothing else does: then it must be the one alone */
    private static NamedCase of(Set<CaseId> named, boolean alone, Optional<CaseId> ofAddress, boolean deskWillDo) {
        if (ofAddress.isPresent() && named.contains(ofAddress.get()) && (named.size() == 1 || !alone)) {
            return new NamedCase(ofAddress, Optional.empty());
        }
        if (named.size() > 1) {
            return objecting(Reason.SEVERAL_CASES_NAMED);
        }
        if (named.isEmpty()) {
            return deskWillDo ? new NamedCase(Optional.empty(), Optional.empty()) : objecting(Reason.NO_CASE_NAMED);
        }
        return ofAddress.isPresent()
                ? objecting(Reason.OTHER_CASE_NAMED, ofAddress.get().toString())
                : new NamedCase(named.stream().findFirst(), Optional.empty());
    }

    private static NamedCase objecting(Reason reason, String... values) {
        return new NamedCase(Optional.empty(), Optional.of(Refusal.of(reason, values)));
    }
}
