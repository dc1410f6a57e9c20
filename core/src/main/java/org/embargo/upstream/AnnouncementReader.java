package org.embargo.upstream;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the announcements of one upstream: that releases are out, and security advisories with the versions to upgrade to,
 * alone or in a digest. Immutable; safe for use by many threads.
 */
public final class AnnouncementReader {

    /** Beyond it there is nothing but lists of changes; a digest of a day is shorter. */
    private static final int MOST_CHARACTERS = 200_000;

    private static final int MOST_RELEASES = 20;
    private static final String VERSION = "(\\d+\\.\\d+(?:\\.\\d+){0,2}(?:[a-z]{1,2}(?![a-z0-9]))?)"
            + "((?:[- ]?(?:alpha|beta|rc|pre|dev)[- .]?\\d*)?)(?![\\w.-]*\\d)";
    private static final Pattern TO_COME = Pattern.compile(
            "\\bforthcoming\\b|\\bupcoming\\b|\\bwill be (?:made available|released|published)\\b|\\bpre-?announce");
    private static final Pattern IS_OUT = Pattern.compile(
            "\\breleased\\b|\\bpublished\\b|\\bnow available\\b|\\bavailable for download\\b|\\brelease of\\b");
    private static final Pattern SECURITY =
            Pattern.compile("\\bsecurity[ -](?:advisory|fix|fixes|patch|release|update)\\b"
                    + "|\\bbug and security fix|\\bfix(?:es|ed|ing)?\\b[^.]{0,80}\\bcve-\\d{4}-\\d{4,}");
    private static final Pattern BUG_FIX = Pattern.compile("\\bbug[- ]?fix(?:es)?\\b|\\bpatch release\\b");
    private static final Pattern ADVISORY = Pattern.compile("\\bsecurity advisory\\b");
    private static final Pattern SEVERITY = Pattern.compile("\\bseverity:\\s*(critical|high|moderate|medium|low)\\b"
            + "|\\b(?:highest|most) sever(?:ity|e)[^.]{0,80}?\\bis:?\\s+(critical|high|moderate|medium|low)\\b");

    private final Pattern named;
    private final Pattern upgradeTo;

    /** @param product as the upstream calls itself, {@code openssl}, whatever its case */
    public AnnouncementReader(String product) {
        Objects.requireNonNull(product, "product");
        String name =
                "\\b" + Pattern.quote(product.toLowerCase(Locale.ROOT)) + "(?: version| release)?[ -]v?" + VERSION;
        this.named = Pattern.compile(name);
        this.upgradeTo = Pattern.compile("\\bupgrade(?:d)? to (?:the )?(?:" + name.substring(2) + ")");
    }

    /**
     * Reads one mail.
     *
     * @param subject decoded
     * @param text    of the mail, or of a digest with all that is in it
     */
    public Announcement read(String subject, String text) {
        String all = readable(subject + "\n" + text);
        boolean advisory = ADVISORY.matcher(all).find();
        Set<Release> releases = advisory ? find(upgradeTo, all) : find(named, all);
        List<String> trials =
                releases.stream().filter(Release::isTrial).map(Release::version).toList();
        List<String> versions = releases.stream()
                .filter(release -> !release.isTrial())
                .map(Release::version)
                .limit(MOST_RELEASES)
                .toList();
        if (subject.strip().toLowerCase(Locale.ROOT).startsWith("re:") || (versions.isEmpty() && trials.isEmpty())) {
            return new Announcement(List.of(), Announcement.Nature.UNKNOWN, Optional.empty());
        }
        if (versions.isEmpty()
                || isToCome(subject, all)
                || !(advisory || IS_OUT.matcher(all).find())) {
            return notYet(versions.isEmpty() ? trials : versions);
        }
        return released(all, versions);
    }

    private static Announcement released(String all, List<String> versions) {
        Optional<String> severity = severity(all);
        if (SECURITY.matcher(all).find()) {
            return new Announcement(versions, Announcement.Nature.SECURITY, severity);
        }
        boolean fixes = BUG_FIX.matcher(all).find() || versions.stream().anyMatch(AnnouncementReader::isPatch);
        return fixes ? new Announcement(versions, Announcement.Nature.BUG_FIX, severity) : notYet(versions);
    }

    private static Announcement notYet(List<String> versions) {
        return new Announcement(versions, Announcement.Nature.NOT_YET, Optional.empty());
    }

    /** The third number, or a letter, counts releases that fix. */
    private static boolean isPatch(String version) {
        String[] numbers = version.split("\\.", -1);
        return numbers.length > 2 && !numbers[2].equals("0");
    }

    /** A release that is out may speak of the next one; where the subject says that one comes, none is out. */
    private static boolean isToCome(String subject, String all) {
        String first = all.substring(0, Math.min(all.length(), 2_000));
        return TO_COME.matcher(subject.toLowerCase(Locale.ROOT)).find()
                || (TO_COME.matcher(first).find()
                        && !ADVISORY.matcher(all).find()
                        && !IS_OUT.matcher(subject.toLowerCase(Locale.ROOT)).find());
    }

    private static Optional<String> severity(String all) {
        Matcher matcher = SEVERITY.matcher(all);
        Set<String> found = new LinkedHashSet<>();
        while (matcher.find()) {
            String word = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            found.add(word.toUpperCase(Locale.ROOT));
        }
        return Announcement.SEVERITIES.stream().filter(found::contains).findFirst();
    }

    private static Set<Release> find(Pattern pattern, String all) {
        Set<Release> releases = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(all);
        while (matcher.find()) {
            String trial = matcher.group(2).strip().replaceAll("[ .]|^-", "");
            releases.add(
                    new Release(trial.isEmpty() ? matcher.group(1) : matcher.group(1) + "-" + trial, !trial.isEmpty()));
        }
        return releases;
    }

    /** What others are quoted with is not said here; line ends count as blanks. */
    private static String readable(String text) {
        Stream<String> lines = Arrays.stream(text.split("\\R", -1));
        String joined =
                lines.map(String::strip).filter(line -> !line.startsWith(">")).collect(Collectors.joining(" "));
        String bounded = joined.substring(0, Math.min(joined.length(), MOST_CHARACTERS));
        return bounded.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private record Release(String version, boolean isTrial) {}
}
