package org.embargo.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One issue as its events have made it. Immutable; safe for use by many threads.
 *
 * @param version             how many events were folded; 0 before the first
 * @param reporter            where letters to the reporter go; empty when the report named no single author
 * @param reporterCertificate what letters to the reporter are encrypted to
 * @param arrivedEncrypted    whether the report came encrypted, which decides what may go out in clear
 * @param lastReporterMail    Message-ID that the next letter to the reporter answers
 * @param sharedWith          cases that hold the same ciphertext; letters to the reporter need a member's {@code sure}
 */
public record Case(
        CaseId id,
        DeskName desk,
        long version,
        CaseState state,
        Optional<Address> reporter,
        Optional<Token> reporterToken,
        Optional<Fingerprint> reporterCertificate,
        boolean arrivedEncrypted,
        Optional<MessageId> lastReporterMail,
        Optional<MessageId> teamThread,
        Optional<Instant> answerBy,
        List<CaseId> sharedWith) {

    public Case {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reporter, "reporter");
        Objects.requireNonNull(reporterToken, "reporterToken");
        Objects.requireNonNull(reporterCertificate, "reporterCertificate");
        Objects.requireNonNull(lastReporterMail, "lastReporterMail");
        Objects.requireNonNull(teamThread, "teamThread");
        Objects.requireNonNull(answerBy, "answerBy");
        sharedWith = List.copyOf(sharedWith);
    }

    /** A case before its first event. */
    public static Case unfiled(CaseId id, DeskName desk) {
        return new Case(
                id,
                desk,
                0,
                CaseState.REPORTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The case after {@code event}, one version on. */
    public Case after(CaseEvent event) {
        return event.applyTo(this).withVersion(version + 1);
    }

    /** The case after {@code events}, in order. */
    public Case after(List<CaseEvent> events) {
        Case folded = this;
        for (CaseEvent event : events) {
            folded = folded.after(event);
        }
        return folded;
    }

    Case filed(CaseEvent.ReportFiled report) {
        return new Case(
                id,
                desk,
                version,
                CaseState.REPORTED,
                report.reporter(),
                Optional.of(report.reporterToken()),
                reporterCertificate,
                report.arrival().encrypted(),
                report.messageId(),
                Optional.of(report.teamThread()),
                Optional.of(report.answerBy()),
                sharedWith);
    }

    Case withReporterCertificate(Fingerprint fingerprint) {
        return new Case(
                id,
                desk,
                version,
                state,
                reporter,
                reporterToken,
                Optional.of(fingerprint),
                arrivedEncrypted,
                lastReporterMail,
                teamThread,
                answerBy,
                sharedWith);
    }

    Case withLastReporterMail(Optional<MessageId> messageId) {
        return new Case(
                id,
                desk,
                version,
                state,
                reporter,
                reporterToken,
                reporterCertificate,
                arrivedEncrypted,
                messageId.or(() -> lastReporterMail),
                teamThread,
                answerBy,
                sharedWith);
    }

    Case sharingCiphertextWith(CaseId other) {
        List<CaseId> all = new ArrayList<>(sharedWith);
        if (!all.contains(other)) {
            all.add(other);
        }
        return new Case(
                id,
                desk,
                version,
                state,
                reporter,
                reporterToken,
                reporterCertificate,
                arrivedEncrypted,
                lastReporterMail,
                teamThread,
                answerBy,
                all);
    }

    private Case withVersion(long next) {
        return new Case(
                id,
                desk,
                next,
                state,
                reporter,
                reporterToken,
                reporterCertificate,
                arrivedEncrypted,
                lastReporterMail,
                teamThread,
                answerBy,
                sharedWith);
    }
}
