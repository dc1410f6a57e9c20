package org.embargo.process.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.ApprovalEvent;
import org.embargo.model.Approvals;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.model.FinishedTexts;
import org.embargo.model.Member;
import org.embargo.process.standing.ApprovedContent;
import org.embargo.process.standing.Completeness;
import org.embargo.process.standing.PreviewDigest;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** To see what would go out, and to approve exactly that (contract, section 8). */
public sealed interface ApprovalRequest extends Request {

    /** Whether {@code text} has the form of a preview's digest. */
    static boolean isDigest(String text) {
        return PreviewDigest.FORM.matcher(text).matches();
    }

    /** What would go out, as it stands, and a digest to approve it by. What is incomplete is shown all the same. */
    record Preview() implements ApprovalRequest {
        @Override
        public Decision decide(Case current, Circumstances at) {
            FinishedTexts texts = at.content().finish(current);
            Fingerprint member = at.member().fingerprint();
            String digest =
                    PreviewDigest.draw(texts.digest(), member, at.mailing().randomness());
            List<Remark> remarks = new ArrayList<>();
            remarks.add(Remark.of(Kind.PREVIEW_SHOWN));
            if (!Completeness.missing(current).isEmpty()) {
                remarks.add(Remark.of(Kind.PREVIEW_INCOMPLETE));
            }
            remarks.add(new Remark(
                    Kind.PREVIEW,
                    List.of(
                            new Confidential(digest),
                            texts.shown(texts.plan()),
                            texts.title(),
                            texts.shown(texts.notice()),
                            texts.shown(texts.dateNotice()),
                            texts.shown(texts.bareDateNotice()),
                            texts.shown(texts.post()))));
            return new Decision.Done(
                    List.of(new ApprovalEvent.Previewed(member, digest, texts.digest(), at.now())), List.of(), remarks);
        }

        @Override
        public Command command() {
            return Command.PREVIEW;
        }

        @Override
        public boolean isTold() {
            return false;
        }
    }

    /** Approves what the preview with this digest showed, where it was sent to this member and is still the same. */
    record Approve(String digest) implements ApprovalRequest {
        public Approve {
            Objects.requireNonNull(digest, "digest");
            if (!isDigest(digest)) {
                throw new IllegalArgumentException("not of the form of a preview's digest");
            }
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            Member member = at.member();
            FinishedTexts texts = at.content().finish(current);
            Optional<Refusal> objection = objection(current, at, texts.digest());
            if (objection.isPresent()) {
                return new Decision.Refused(objection.get());
            }
            boolean again = ApprovedContent.standing(
                            current, at.mailing().roster().desk(), texts.digest())
                    .stream()
                    .anyMatch(each -> each.isBy(member.address(), member.fingerprint()));
            return again
                    ? Decision.told(List.of(Remark.of(Kind.APPROVED_BY_YOU_ALREADY)))
                    : Decision.changed(
                            new ApprovalEvent.ContentApproved(member.address(), member.fingerprint(), texts, at.now()),
                            Remark.of(Kind.APPROVED_BY_YOU));
        }

        private Optional<Refusal> objection(Case current, Circumstances at, String content) {
            Optional<Approvals.Preview> preview = current.approvals().previews().stream()
                    .filter(each -> each.digest().equals(digest))
                    .findFirst();
            if (preview.isEmpty()) {
                return said(Reason.PREVIEW_UNKNOWN);
            }
            if (!preview.get().member().equals(at.member().fingerprint())) {
                return said(Reason.PREVIEW_OF_ANOTHER);
            }
            if (!preview.get().content().equals(content)) {
                return said(Reason.PREVIEW_OUTDATED);
            }
            if (!Completeness.missing(current).isEmpty()) {
                return said(Reason.CONTENT_INCOMPLETE);
            }
            return at.approvesFrom()
                    .filter(from -> from.isAfter(at.now()))
                    .map(from -> Refusal.of(Reason.KEY_TOO_NEW, from.toString()));
        }

        private static Optional<Refusal> said(Reason reason) {
            return Optional.of(Refusal.of(reason));
        }

        @Override
        public Command command() {
            return Command.APPROVE;
        }

        @Override
        public String arguments() {
            return digest;
        }
    }
}
