package org.embargo.model;

/**
 * What an address of a desk is for (contract, section 2). Read from the form of the address alone, so that whether an
 * address is taken never tells what exists.
 */
public sealed interface DeskRole {

    /** What follows the plus sign, or nothing for the desk itself; the same for every address of one role. */
    String suffix();

    /** A new report, or a follow-up by its references. */
    record Front() implements DeskRole {
        @Override
        public String suffix() {
            return "";
        }
    }

    /** Answers with the desk's certificate. */
    record Key() implements DeskRole {
        @Override
        public String suffix() {
            return "key";
        }
    }

    /** The team's address of a case. */
    record CaseAddress(CaseId caseId) implements DeskRole {
        @Override
        public String suffix() {
            return caseId.inAddress();
        }
    }

    /** The reporter's address of a case. */
    record Reporter(Token token) implements DeskRole {
        @Override
        public String suffix() {
            return "r." + token.value();
        }
    }

    /** A recipient's address of an advance notice. */
    record Recipient(Token token) implements DeskRole {
        @Override
        public String suffix() {
            return "n." + token.value();
        }
    }

    /** A guest's address of a case. */
    record Guest(Token token) implements DeskRole {
        @Override
        public String suffix() {
            return "g." + token.value();
        }
    }

    /** Where a letter's bounces come. */
    record Bounce(Token token) implements DeskRole {
        @Override
        public String suffix() {
            return "b." + token.value();
        }
    }

    /** Announcements of bundled upstreams. */
    record Upstream() implements DeskRole {
        @Override
        public String suffix() {
            return "upstream";
        }
    }

    /** What the public list sends to its subscribers. */
    record PublicList() implements DeskRole {
        @Override
        public String suffix() {
            return "list";
        }
    }
}
