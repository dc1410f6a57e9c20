package org.embargo.process.requests;

import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.BookEvent;
import org.embargo.model.Desk;
import org.embargo.model.Member;
import org.embargo.process.standing.BroughtKey;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/**
 * Decides on the certificate that a member is to have. A new one must be certified by the one he has, for his address:
 * who has stolen a mailbox, or another member's key, can't make himself a member by it.
 */
final class NewMemberKey {
    private final Circumstances at;
    private final Member member;

    NewMemberKey(Circumstances at, Member member) {
        this.at = at;
        this.member = member;
    }

    Decision decide() {
        TakenKey taken = new TakenKey(at, member.address());
        if (at.facts().brought().isEmpty() && isOwnRenewed()) {
            return at.facts().own().map(this::decide).orElseThrow();
        }
        Optional<Refusal> amiss = taken.amiss();
        return amiss.isPresent() ? new Decision.Refused(amiss.get()) : decide(taken.key());
    }

    /** The same key with a later end or new subkeys. */
    private boolean isOwnRenewed() {
        return at.facts()
                .own()
                .filter(own -> own.fingerprint().equals(member.fingerprint()))
                .isPresent();
    }

    private Decision decide(BroughtKey key) {
        String hex = key.fingerprint().hex();
        if (isOfAnother(key)) {
            return Decision.refused(Reason.CERTIFICATE_IS_A_MEMBERS, hex);
        }
        if (!key.encrypts()) {
            return Decision.refused(Reason.CERTIFICATE_CANNOT_ENCRYPT, hex);
        }
        if (!key.signs()) {
            return Decision.refused(Reason.CERTIFICATE_CANNOT_SIGN, hex);
        }
        boolean same = key.fingerprint().equals(member.fingerprint());
        if (!same && !key.vouchers().contains(member.address())) {
            return Decision.refused(
                    Reason.OLD_KEY_MUST_CERTIFY,
                    hex,
                    member.address().value(),
                    member.fingerprint().hex());
        }
        BookEvent set =
                new BookEvent.MemberCertificateSet(member.address(), key.fingerprint(), member.fingerprint(), at.now());
        String wait = same ? "" : at.now().plus(at.facts().newKeyWait()).toString();
        return Decision.changed(
                set, Remark.of(Kind.MEMBER_KEY_IS_NOW, member.address().value(), hex, wait));
    }

    private boolean isOfAnother(BroughtKey key) {
        Desk desk = at.mailing().roster().desk();
        return desk.team().stream()
                .filter(each -> !each.address().equals(member.address()))
                .anyMatch(each -> each.fingerprint().equals(key.fingerprint())
                        || key.addresses().stream().anyMatch((Address named) -> named.equals(each.address())));
    }
}
