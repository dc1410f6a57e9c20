package org.embargo.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the scenes learn on the way. One thread. */
final class Plot {
    static final String REPORT_WORD = "parse_bag_attributes";
    static final String ADDITION_WORD = "crash-7f3e.der";
    static final String NOTE_WORD = "bag_reader_v2";
    static final String PUBLIC_TITLE = "Memory disclosure in the reader of key files";
    static final String PLAIN_WORD = "unpad_last_block";
    /** None of them stands in the repository before the post is out. */
    static final List<String> TELLING = List.of("Robin", "Finder", "isclosure of", "emory", "verread", "CVE", "CWE");

    private String deskFingerprint = "";
    private String caseId = "";
    private String reporterAddress = "";
    private String caseAddress = "";
    private String noticeAddress = "";
    private Instant notice = Instant.MAX;
    private Instant hour = Instant.MAX;
    private Duration slowestAnswer = Duration.ZERO;
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

    /** The story goes on with another case. */
    void next(String id, String address) {
        caseId = id;
        caseAddress = address;
    }

    /** Where the recipient answers to. */
    String noticeAddress() {
        return noticeAddress;
    }

    void noticeAddress(String address) {
        noticeAddress = address;
    }

    Instant notice() {
        return notice;
    }

    Instant hour() {
        return hour;
    }

    void timetable(Instant noticeDue, Instant disclosure) {
        notice = noticeDue;
        hour = disclosure;
    }

    /** How long the desk took for an answer on this machine. */
    Duration slowestAnswer() {
        return slowestAnswer;
    }

    void answered(Duration after) {
        slowestAnswer = after.compareTo(slowestAnswer) > 0 ? after : slowestAnswer;
    }

    /** The case id that a mail's subject begins with; blank when there is none. */
    static String caseIdIn(String subject) {
        return subject.matches("\\[[A-Z0-9]+-\\d{4}-\\d+\\].*") ? subject.substring(1, subject.indexOf(']')) : "";
    }
}
