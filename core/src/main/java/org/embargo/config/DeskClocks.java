package org.embargo.config;

import java.time.Duration;
import java.util.Objects;

/**
 * How long things may take at a desk, and when the daily and weekly ones happen.
 *
 * @param acknowledgeWithin   until a human answers a report
 * @param advanceNotice       from the advance notices to disclosure
 * @param noticeSpread        over which the notices of one case leave; may be zero
 * @param timeSensitiveNotice from notices to disclosure of what is exploited already
 * @param disclosureTime      the hour where a member names a day alone
 * @param commandWindow       how old the signature of a command may be
 * @param newKeyWait          how long a member's new certificate approves nothing
 * @param confirmWithin       until a recipient who has not confirmed is reminded
 * @param postConfirmWithin   until the post must be seen on the list
 * @param lastCall            before disclosure, to the team
 * @param keepInTouch         since the last word to the reporter
 * @param digest              when the team gets the list of open cases
 * @param receiptDelay        the longest random delay of a receipt; may be zero
 */
public record DeskClocks(
        Duration acknowledgeWithin,
        Duration advanceNotice,
        Duration noticeSpread,
        Duration timeSensitiveNotice,
        DailyTime disclosureTime,
        Duration commandWindow,
        Duration newKeyWait,
        Duration confirmWithin,
        Duration postConfirmWithin,
        Duration lastCall,
        Duration keepInTouch,
        WeeklyTime digest,
        Duration receiptDelay) {

    public DeskClocks {
        Objects.requireNonNull(acknowledgeWithin, "acknowledgeWithin");
        Objects.requireNonNull(advanceNotice, "advanceNotice");
        Objects.requireNonNull(noticeSpread, "noticeSpread");
        Objects.requireNonNull(timeSensitiveNotice, "timeSensitiveNotice");
        Objects.requireNonNull(disclosureTime, "disclosureTime");
        Objects.requireNonNull(commandWindow, "commandWindow");
        Objects.requireNonNull(newKeyWait, "newKeyWait");
        Objects.requireNonNull(confirmWithin, "confirmWithin");
        Objects.requireNonNull(postConfirmWithin, "postConfirmWithin");
        Objects.requireNonNull(lastCall, "lastCall");
        Objects.requireNonNull(keepInTouch, "keepInTouch");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(receiptDelay, "receiptDelay");
    }
}
