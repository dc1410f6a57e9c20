package org.embargo.process.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.embargo.model.Address;
import org.embargo.model.Confidential;
import org.embargo.model.Desk;
import org.embargo.model.Fingerprint;
import org.embargo.model.Member;
import org.embargo.process.standing.BroughtKey;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/**
 * The certificate that a command takes for somebody: exactly one besides the signer's own and the desk's (contract,
 * section 7). Programs attach their owner's key unasked, so whatever may be a member's is refused for anyone else: the
 * vendor's notice would be encrypted to the member.
 */
final class TakenKey {
    private final Circumstances at;
    private final Address owner;

    /** @param owner whose it is to be */
    TakenKey(Circumstances at, Address owner) {
        this.at = at;
        this.owner = owner;
    }

    /** Why none can be taken for somebody outside the team. */
    Optional<Refusal> objection() {
        return amiss().or(() -> ofMember(key()))
                .or(() -> key().encrypts()
                        ? Optional.empty()
                        : said(
                                Reason.CERTIFICATE_CANNOT_ENCRYPT,
                                key().fingerprint().hex()));
    }

    /** Why there is not exactly one. */
    Optional<Refusal> amiss() {
        int count = at.facts().brought().size();
        if (count == 1) {
            return Optional.empty();
        }
        return said(count == 0 ? Reason.NO_CERTIFICATE_ATTACHED : Reason.SEVERAL_CERTIFICATES_ATTACHED);
    }

    /** Only after nothing spoke against it. */
    BroughtKey key() {
        return at.facts().brought().get(0);
    }

    /** What everybody must look at before he trusts it. */
    List<Remark> shown() {
        List<Remark> shown = new ArrayList<>();
        if (at.facts().brought().size() == 1) {
            String userIds = key().userIds().stream().map(Confidential::text).collect(Collectors.joining("; "));
            shown.add(Remark.of(Kind.CERTIFICATE_SHOWN, key().fingerprint().hex(), userIds));
            if (!key().addresses().contains(owner)) {
                shown.add(Remark.of(Kind.CERTIFICATE_NAMES_OTHERS, owner.value()));
            }
        }
        return shown;
    }

    private Optional<Refusal> ofMember(BroughtKey key) {
        Desk desk = at.mailing().roster().desk();
        boolean member = desk.team().stream().map(Member::fingerprint).anyMatch(key.fingerprint()::equals);
        boolean named = key.addresses().stream()
                .anyMatch(each -> desk.member(each).isPresent() || at.ours().contains(each));
        return member || named
                ? said(Reason.CERTIFICATE_IS_A_MEMBERS, key.fingerprint().hex())
                : Optional.empty();
    }

    /** Two members' commands are the same only with the same certificate. */
    static Confidential same(Request request, Circumstances at) {
        String keys = at.facts().brought().stream()
                .map(BroughtKey::fingerprint)
                .map(Fingerprint::hex)
                .sorted()
                .collect(Collectors.joining(" "));
        return new Confidential(CommandDecision.command(request).text() + "\n" + keys);
    }

    private static Optional<Refusal> said(Reason reason, String... values) {
        return Optional.of(Refusal.of(reason, values));
    }
}
