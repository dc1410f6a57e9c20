package org.embargo.commands;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.model.NearestWord;
import org.embargo.process.requests.DisclosureHour;
import org.embargo.process.standing.LocalHour;
import org.embargo.process.words.Refusal.Reason;

/** Reads a time as the contract has it: {@code 2026-12-01T15:00Z}, {@code 2026-12-01 15:00 Europe/Berlin}, a day. */
final class HourText {

    private static final String DAY = "(\\d{4}-\\d\\d-\\d\\d)";
    private static final String TIME = "(\\d\\d:\\d\\d(?::\\d\\d)?)";
    private static final Pattern UTC = Pattern.compile(DAY + "[Tt]" + TIME + "[Zz]");
    private static final Pattern ZONED = Pattern.compile(DAY + "[Tt\\s]\\s*" + TIME + "\\s+([A-Za-z][A-Za-z0-9_+/-]*)");

    private HourText() {}

    /** The hour that {@code text} is; empty where it has another form. */
    static Optional<DisclosureHour> read(String text) throws MistakeException {
        try {
            if (text.matches(DAY)) {
                return Optional.of(new DisclosureHour.On(LocalDate.parse(text)));
            }
            Matcher utc = UTC.matcher(text);
            if (utc.matches()) {
                return Optional.of(moment(utc.group(1), utc.group(2), ZoneOffset.UTC));
            }
            Matcher zoned = ZONED.matcher(text);
            return zoned.matches()
                    ? Optional.of(moment(zoned.group(1), zoned.group(2), zone(zoned.group(3))))
                    : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static DisclosureHour moment(String day, String time, ZoneId zone) throws MistakeException {
        LocalHour hour = new LocalHour(LocalDate.parse(day).atTime(LocalTime.parse(time)), zone);
        return new DisclosureHour.At(hour.moment().orElseThrow(() -> new MistakeException(hour.objection())));
    }

    /** Short names such as CST mean several zones; only UTC is taken without its region. */
    private static ZoneId zone(String name) throws MistakeException {
        boolean known = name.equals("UTC")
                || (name.contains("/") && ZoneId.getAvailableZoneIds().contains(name));
        if (!known) {
            throw MistakeException.of(Reason.ZONE_UNKNOWN, name, nearest(name));
        }
        return ZoneId.of(name);
    }

    private static String nearest(String name) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .or(() -> NearestWord.of(name, ZoneId.getAvailableZoneIds()))
                .orElse("");
    }
}
