package org.embargo.process.requests;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.Book;
import org.embargo.model.Confidential;
import org.embargo.model.CreditForms;
import org.embargo.model.FinishedTexts;
import org.embargo.model.SeriesRule;
import org.embargo.process.standing.SupportedReleases;
import org.embargo.process.timetable.DisclosureClocks;

/** A desk's rules and facts where a test does not care for them. */
final class SampleRules {

    private static final Confidential TEXT = new Confidential("text");

    static final FinishedTexts TEXTS = new FinishedTexts(
            "0".repeat(64), TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, new CreditForms(TEXT, TEXT), Map.of());

    private SampleRules() {}

    static DeskRules rules() {
        return new DeskRules(
                Duration.ofDays(7),
                LocalTime.of(15, 0),
                ZoneOffset.UTC,
                new SupportedReleases(List.of(), 2, SeriesRule.MAJOR_MINOR, "main"),
                new DisclosureClocks(
                        Duration.ofDays(7),
                        Duration.ofDays(1),
                        Duration.ofDays(1),
                        Duration.ofDays(1),
                        Duration.ofMinutes(30),
                        1),
                "",
                Duration.ofMinutes(5));
    }

    static DeskFacts facts() {
        return new DeskFacts(Book.EMPTY, Duration.ZERO, List.of(), Optional.empty(), Map.of(), Set.of());
    }
}
