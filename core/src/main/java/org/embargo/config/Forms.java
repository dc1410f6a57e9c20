package org.embargo.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.DurationText;
import org.embargo.model.SeriesRule;
import org.embargo.model.TagPattern;

/** The forms that values of configuration keys have. */
final class Forms {

    static final Form<Address> ADDRESS = new Form<>("a mail address", Address::parse);

    /** Its name becomes a file's: a slash would lead elsewhere. */
    static final Form<Address> MEMBER = new Form<>(
            "a mail address without a slash", text -> Address.parse(text).filter(address -> !text.contains("/")));

    /** The longest address made of it, {@code +PREFIX-YEAR-NUMBER}, keeps within 64 characters (RFC 5321 4.5.3.1.1). */
    static final Form<Address> FRONT_ADDRESS =
            new Form<>("a mail address with at most 29 characters before the at sign", text -> Address.parse(text)
                    .filter(address -> address.local().length() <= 29));

    static final Form<String> CASE_PREFIX =
            text("2 to 16 upper-case letters and digits, a letter first", CaseId::isPrefix);
    static final Form<String> PROJECT =
            matching("a name of at most 100 characters without < > or quotation marks", "[^<>\"\\p{Cntrl}]{1,100}");
    static final Form<String> HOST = matching("a host name", "[A-Za-z0-9:](?:[A-Za-z0-9.:-]*[A-Za-z0-9])?");
    static final Form<String> SELECTOR =
            matching("a name in the DNS", "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9-]*[A-Za-z0-9])*");
    static final Form<String> VERSION = matching("a version such as 45.0.1", "[0-9A-Za-z][0-9A-Za-z.+_-]*");
    static final Form<String> BRANCH = text(
            "the name of a branch",
            text -> text.matches("[A-Za-z0-9][A-Za-z0-9._/-]*") && !text.contains("..") && !text.endsWith("/"));
    static final Form<String> WORD = matching("one word", "[^\\s\\p{Cntrl}]+");
    static final Form<String> SIGNING_KEY = text("desk, for the desk's own key", "desk"::equals);
    static final Form<String> SERIES =
            text("major, major.minor or every", text -> SeriesRule.parse(text).isPresent());
    static final Form<String> TAG_PATTERN =
            text("the form of a tag, with * for the version, such as v*", text -> TagPattern.parse(text)
                    .isPresent());
    static final Form<String> RELEASE_URL = matching(
            "a web address with * for the version, such as https://project.example/releases/*",
            "https?://[^\\s*<>\"/]+/[^\\s*<>\"]*\\*[^\\s*<>\"]*");
    static final Form<String> SENDER = text("a mail address or *@domain", Forms::isSender);
    static final Form<CommitAuthor> COMMIT_AUTHOR = new Form<>("NAME <ADDRESS>", CommitAuthor::parse);

    static final Form<Duration> DURATION =
            new Form<>("a duration above zero such as 7d, 36h, 90m or 45s", text -> DurationText.parse(text)
                    .filter(duration -> !duration.isZero()));
    static final Form<Duration> DURATION_OR_ZERO =
            new Form<>("a duration such as 7d, 36h, 90m, 45s or 0s", DurationText::parse);
    static final Form<DailyTime> DAILY = new Form<>("a time and zone such as 15:00 UTC", DailyTime::parse);
    static final Form<WeeklyTime> WEEKLY =
            new Form<>("a weekday, time and zone such as Monday 08:00 UTC", WeeklyTime::parse);
    static final Form<Integer> COUNT = new Form<>("a whole number from 1 to 1000000", Forms::count);
    static final Form<Long> SIZE = new Form<>("a size from 64 KB to 1024 MB such as 40 MB", Forms::size);

    static final Form<URI> WEB_URL = new Form<>("a URL that begins with https:// or http://", text -> uri(text)
            .filter(uri -> text.matches("https?://.+") && uri.getHost() != null));

    /** Git's other transports are not used: {@code file} and {@code ssh} need nothing but what the operator set up. */
    static final Form<URI> REPOSITORY = new Form<>("a URL that begins with file:/// or ssh://", Forms::repository);

    static final Form<Path> PATH = new Form<>("the path of a file", Forms::path);
    static final Form<Path> ABSOLUTE_PATH =
            new Form<>("an absolute path", text -> path(text).filter(Path::isAbsolute));
    static final Form<UpstreamConfig.Proof> PROOF = new Form<>("dkim, signature or none", Forms::proof);
    static final Form<String> DATABASE_URL =
            text("jdbc:postgresql://HOST/DATABASE without a password in it", Forms::isDatabaseUrl);

    static final Form<Boolean> ON_OR_OFF = new Form<>("on or off", Forms::onOrOff);
    static final Form<IpRange> IP_RANGE =
            new Form<>("an IP address, or a range of them such as 192.0.2.0/24", IpRange::parse);
    static final Form<InetSocketAddress> NAME_SERVER =
            new Form<>("an IP address, with :PORT after it where it is not 53", Forms::nameServer);

    private static final int DNS_PORT = 53;
    private static final Pattern NAME_SERVER_FORM =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+))(?::(\\d{1,5}))?|([0-9A-Fa-f:.]+)");
    private static final Pattern SIZE_FORM = Pattern.compile("(\\d{1,7}) ?(KB|MB)");
    private static final long LEAST_SIZE = 64L << 10;
    private static final long GREATEST_SIZE = 1024L << 20;

    private Forms() {}

    private static Form<String> matching(String expected, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return text(expected, text -> compiled.matcher(text).matches());
    }

    private static Form<String> text(String expected, Predicate<String> test) {
        return new Form<>(expected, text -> Optional.of(text).filter(test));
    }

    private static boolean isSender(String text) {
        return Address.parse(text.startsWith("*@") ? "any" + text.substring(1) : text)
                .isPresent();
    }

    private static Optional<Boolean> onOrOff(String text) {
        return text.equals("on") || text.equals("off") ? Optional.of(text.equals("on")) : Optional.empty();
    }

    private static Optional<InetSocketAddress> nameServer(String text) {
        Matcher form = NAME_SERVER_FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String host = Stream.of(1, 2, 4)
                .map(form::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        int port = Optional.ofNullable(form.group(3)).map(Integer::valueOf).orElse(DNS_PORT);
        return IpRange.address(host)
                .filter(address -> port > 0 && port <= 0xffff)
                .map(address -> new InetSocketAddress(address, port));
    }

    private static Optional<Integer> count(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,7}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= 1_000_000);
    }

    private static Optional<Long> size(String text) {
        Matcher matcher = SIZE_FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long bytes = Long.parseLong(matcher.group(1)) << ("KB".equals(matcher.group(2)) ? 10 : 20);
        return bytes >= LEAST_SIZE && bytes <= GREATEST_SIZE ? Optional.of(bytes) : Optional.empty();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException notAUri) {
            return Optional.empty();
        }
    }

    private static Optional<URI> repository(String text) {
        return uri(text).filter(uri -> text.startsWith("file:///") || isSsh(uri));
    }

    /** A host that begins with a hyphen would be an option to ssh. */
    private static boolean isSsh(URI uri) {
        return "ssh".equals(uri.getScheme())
                && uri.getHost() != null
                && !uri.getHost().startsWith("-");
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private static Optional<UpstreamConfig.Proof> proof(String text) {
        return Arrays.stream(UpstreamConfig.Proof.values())
                .filter(proof -> proof.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    private static boolean isDatabaseUrl(String text) {
        return text.matches("jdbc:postgresql://\\S+")
                && !text.toLowerCase(Locale.ROOT).contains("password=");
    }
}
