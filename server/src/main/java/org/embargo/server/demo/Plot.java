package org.embargo.server.demo;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the scenes learn on the way. One thread. */
final class Plot {
    static final String REPORT_WORD = "parse_bag_attributes";
    static final String ADDITION_WORD = "crash-7f3e.der";
    static final String NOTE_WORD = "bag_reader_v2";
    static final String PUBLIC_TITLE = "Memory disclosure in the reader of key files";
    static final String PLAIN_WORD = "unpad_last_block";

    private String deskFingerprint = "";
    private String caseId = "";
    private String reporterAddress = "";
    private String caseAddress = "";
    private @Nullable Written report;

    String deskFingerprint() {
        return deskFingerprint;
    }

    void deskFingerprint(String fingerprint) {
        deskFingerprint = fingerprint;
    }

    String caseId() {
        return caseId;
    }

    void caseId(String id) {
        caseId = id;
    }

    Written report() {
        return Objects.requireNonNull(report, "report");
    }

    void report(Written sent) {
        report = sent;
    }

    /** Where the reporter adds to his case. */
    String reporterAddress() {
        return reporterAddress;
    }

    void reporterAddress(String address) {
        reporterAddress = address;
    }

    /** Where the team writes to. */
    String caseAddress() {
        return caseAddress;
    }

    void caseAddress(String address) {
        caseAddress = address;
    }

    /** The case id that a mail's subject begins with; blank when there is none. */
    static String caseIdIn(String subject) {
        return subject.matches("\\[[A-Z0-9]+-\\d{4}-\\d+\\].*") ? subject.substring(1, subject.indexOf(']')) : "";
    }
}
