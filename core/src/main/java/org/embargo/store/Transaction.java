package org.embargo.store;

/**
 * What one transaction sees and changes. Use it in the function it was given to, on that thread, and not after.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Transaction {

    Transaction() {}

    public Journal journal() {
        throw new UnsupportedOperationException("not yet");
    }

    public CaseIndex cases() {
        throw new UnsupportedOperationException("not yet");
    }

    public LookUps lookUps() {
        throw new UnsupportedOperationException("not yet");
    }

    public CertificateStore certificates() {
        throw new UnsupportedOperationException("not yet");
    }

    public MailArchive mails() {
        throw new UnsupportedOperationException("not yet");
    }

    public OutboxStore outbox() {
        throw new UnsupportedOperationException("not yet");
    }

    public TimetableStore timetable() {
        throw new UnsupportedOperationException("not yet");
    }

    public AnswerCounts answers() {
        throw new UnsupportedOperationException("not yet");
    }
}
