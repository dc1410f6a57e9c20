package org.embargo.process.outcome;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.model.Token;
import org.embargo.process.words.Finding;

/** A letter about a case becoming public. */
public sealed interface PostLetter extends Letter {

    /** Whether {@code letter} goes to a public list, so that the case keeps what becomes of it there. */
    static boolean isPost(Letter letter) {
        return letter instanceof PublicPost || letter instanceof PublicRelease;
    }

    /** The post, or a copy of it: it goes only while what it holds is approved. */
    sealed interface OfPost extends PostLetter, TriedOnce {

        /** Digest of the approved content that it holds. */
        String content();
    }

    /**
     * To the public list (contract, section 10).
     *
     * @param content digest of what was approved, which is asked for again before each try
     * @param update  whether it corrects a post before
     */
    record PublicPost(CaseId caseId, Confidential title, Confidential text, String content, boolean update)
            implements OfPost {
        public PublicPost {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(content, "content");
        }

        @Override
        public boolean mayGoInClear() {
            return true;
        }
    }

    /**
     * To the public list: releases of ours against what an upstream announced (contract, section 11).
     *
     * @param subject behind the case id
     */
    record PublicRelease(CaseId caseId, Confidential subject, Confidential text) implements PostLetter, TriedOnce {
        public PublicRelease {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(text, "text");
        }

        @Override
        public boolean mayGoInClear() {
            return true;
        }
    }

    /** A copy of the post to the reporter. Everybody may read by now what it says. */
    record PostCopy(
            CaseId caseId,
            Confidential title,
            Confidential text,
            String content,
            boolean update,
            Optional<Token> reporterToken,
            Optional<Fingerprint> encryptTo)
            implements OfPost, ToReporter {
        public PostCopy {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(reporterToken, "reporterToken");
            Objects.requireNonNull(encryptTo, "encryptTo");
        }

        @Override
        public boolean mayGoInClear() {
            return encryptTo.isEmpty();
        }
    }

    /**
     * A copy of the post to a recipient who had an advance notice, in the form of the notices: that he is on the list stays
     * private.
     */
    record RecipientCopy(
            CaseId caseId, Token token, Confidential title, Confidential text, String content, boolean update)
            implements OfPost, ToRecipient {
        public RecipientCopy {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(token, "token");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(content, "content");
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }
    }

    /**
     * To the team: something about the disclosure of a case that they must know or do.
     *
     * @param findings what is to be told, in that order
     */
    record TeamCall(CaseId caseId, Call call, List<Finding> findings) implements PostLetter {
        public TeamCall {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(call, "call");
            findings = List.copyOf(findings);
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }

        /** What it is about. */
        public enum Call {
            /** The hour comes near. */
            LAST_CALL,
            /** It can't take its time: approval is wanted at once. */
            URGENT,
            /** The hour passed without disclosure. */
            HOUR_MISSED,
            /** How the patches stand, after they were rehearsed. */
            PATCHES,
            /** Patches can't be used as they are. */
            PATCHES_FAIL,
            /** The patches are public, and releases are wanted. */
            PATCHES_PUSHED,
            /** Nothing was pushed, and a human must look. */
            PATCHES_STOPPED,
            /** The operator's program for releases did not do its work. */
            HOOK_FAILED,
            /** All was ready for the post, and it did not go; no other hour can be set. */
            POST_MISSED,
            /** Releases are wanted, or late. */
            RELEASES,
            /** The posts are on their way. */
            POSTED,
            /** The posts about releases of ours against an upstream are on their way. */
            RELEASE_POSTED,
            /** A post came back from its list. */
            RETURNED,
            /** A post has not come back. */
            NOT_RETURNED,
            /** Words of the case stand on a public list before its hour. */
            LEAK
        }
    }
}
