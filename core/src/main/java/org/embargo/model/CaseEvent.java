package org.embargo.model;

/**
 * One line of a case's journal. A case is nothing but the fold of these.
 *
 * <p>The names of records and components are the stored form: rename none without a migration.
 */
public sealed interface CaseEvent
        permits ApprovalEvent,
                BookEvent,
                CourseEvent,
                DisclosureEvent,
                DossierEvent,
                GuestEvent,
                MailEvent,
                NoticeEvent,
                PatchEvent,
                ReporterEvent,
                ScheduleEvent,
                TeamEvent,
                UpstreamEvent {

    /** The case as it is after this event. */
    Case applyTo(Case before);
}
