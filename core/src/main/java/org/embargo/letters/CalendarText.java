package org.embargo.letters;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.process.outcome.CalendarItem;

/**
 * A calendar item as text (RFC 5545): date and case id, no more. It names no organizer, which RFC 5546 would have:
 * calendars travel to clouds, and whose case it is need not.
 */
final class CalendarText {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CalendarText() {}

    /** @param now when the letter that holds it is written */
    static Part part(CaseId caseId, CalendarItem item, Instant now) {
        String method = item.hour().isPresent() ? "PUBLISH" : "CANCEL";
        return Part.calendar(caseId + ".ics", method, text(caseId, item, method, now));
    }

    private static String text(CaseId caseId, CalendarItem item, String method, Instant now) {
        Optional<String> start = item.hour().map(hour -> "DTSTART:" + UTC.format(hour) + "\r\n");
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Embargo//Embargo//EN\r\nMETHOD:" + method
                + "\r\nBEGIN:VEVENT\r\nUID:" + item.uid().value()
                + "\r\nDTSTAMP:" + UTC.format(now) + "\r\n" + start.orElse("")
                + "SEQUENCE:" + item.sequence()
                + "\r\nSTATUS:" + (item.hour().isPresent() ? "CONFIRMED" : "CANCELLED")
                + "\r\nSUMMARY:" + caseId
                + "\r\nCLASS:CONFIDENTIAL\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }
}
