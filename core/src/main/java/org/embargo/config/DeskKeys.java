package org.embargo.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Address;

/** The keys of {@code desk.properties}, their defaults and forms (operator's contract). */
final class DeskKeys {

    static final Key<Address> ADDRESS = Key.required("address", Forms.FRONT_ADDRESS);
    static final Key<String> CASE_PREFIX = Key.required("case-prefix", Forms.CASE_PREFIX);
    static final Key<String> PROJECT = Key.required("project", Forms.PROJECT);
    static final Key<List<Address>> MAILING_LIST = Key.required("mailing-list", Forms.ADDRESS.list());
    static final Key<List<String>> LIST_HOSTS = Key.of("list-hosts", "", Forms.HOST.listOrNone());
    static final Key<List<Address>> TEAM = Key.required("team", Forms.MEMBER.list());
    static final Key<Integer> APPROVALS = Key.of("approvals", "1", Forms.COUNT);

    static final Key<Duration> ACKNOWLEDGE_WITHIN = Key.of("acknowledge-within", "48h", Forms.DURATION);
    static final Key<Duration> ADVANCE_NOTICE = Key.of("advance-notice", "7d", Forms.DURATION);
    static final Key<Duration> NOTICE_SPREAD = Key.of("notice-spread", "15m", Forms.DURATION_OR_ZERO);
    static final Key<Duration> TIME_SENSITIVE_NOTICE = Key.of("time-sensitive-notice", "24h", Forms.DURATION);
    static final Key<DailyTime> DISCLOSURE_TIME = Key.of("disclosure-time", "15:00 UTC", Forms.DAILY);
    static final Key<Duration> COMMAND_WINDOW = Key.of("command-window", "24h", Forms.DURATION);
    static final Key<Duration> NEW_KEY_WAIT = Key.of("new-key-wait", "48h", Forms.DURATION);
    static final Key<Duration> CONFIRM_WITHIN = Key.of("confirm-within", "24h", Forms.DURATION);
    static final Key<Duration> POST_CONFIRM_WITHIN = Key.of("post-confirm-within", "30m", Forms.DURATION);
    static final Key<Duration> LAST_CALL = Key.of("last-call", "24h", Forms.DURATION);
    static final Key<Duration> KEEP_IN_TOUCH = Key.of("keep-in-touch", "14d", Forms.DURATION);
    static final Key<WeeklyTime> DIGEST = Key.of("digest", "Monday 08:00 UTC", Forms.WEEKLY);
    static final Key<Duration> RECEIPT_DELAY = Key.of("receipt-delay", "60s", Forms.DURATION_OR_ZERO);

    static final Key<Integer> CASES_PER_HOUR = Key.of("cases-per-hour", "60", Forms.COUNT);
    static final Key<Integer> RECEIPTS_PER_ADDRESS = Key.of("receipts-per-address", "5", Forms.COUNT);
    static final Key<Integer> RECEIPTS_PER_DOMAIN = Key.of("receipts-per-domain", "50", Forms.COUNT);
    static final Key<Integer> RECEIPTS_PER_HOUR = Key.of("receipts-per-hour", "500", Forms.COUNT);

    static final Key<Optional<URI>> RELEASE_URL = Key.of("release-url", "", Forms.WEB_URL.orNone());
    static final Key<Optional<URI>> REPOSITORY = Key.of("repository", "", Forms.REPOSITORY.orNone());
    static final Key<String> MAIN_BRANCH = Key.of("main-branch", "main", Forms.BRANCH);
    static final Key<Integer> SUPPORTED_RELEASES = Key.of("supported-releases", "2", Forms.COUNT);
    static final Key<List<String>> RELEASES = Key.of("releases", "", Forms.VERSION.listOrNone());
    static final Key<Optional<Path>> RELEASE_HOOK = Key.of("release-hook", "", Forms.ABSOLUTE_PATH.orNone());
    static final Key<Duration> RELEASE_WITHIN = Key.of("release-within", "24h", Forms.DURATION);
    static final Key<Optional<String>> TAG_PATTERN = Key.of("tag-pattern", "", Forms.TAG_PATTERN.orNone());
    static final Key<String> SERIES = Key.of("series", "major.minor", Forms.SERIES);
    static final Key<Optional<CommitAuthor>> COMMIT_AUTHOR = Key.of("commit-author", "", Forms.COMMIT_AUTHOR.orNone());
    static final Key<Boolean> PATCH_AUTHORS = Key.of("patch-authors", "off", Forms.ON_OR_OFF);
    static final Key<Optional<String>> TAG_RELEASE_URL = Key.of("tag-release-url", "", Forms.RELEASE_URL.orNone());
    static final Key<Optional<String>> COMMIT_SIGNING_KEY =
            Key.of("commit-signing-key", "", Forms.SIGNING_KEY.orNone());

    /** All keys but those of upstreams, in the order of the contract. */
    static final List<Key<?>> ALL = List.of(
            ADDRESS,
            CASE_PREFIX,
            PROJECT,
            MAILING_LIST,
            LIST_HOSTS,
            TEAM,
            APPROVALS,
            ACKNOWLEDGE_WITHIN,
            ADVANCE_NOTICE,
            NOTICE_SPREAD,
            TIME_SENSITIVE_NOTICE,
            DISCLOSURE_TIME,
            COMMAND_WINDOW,
            NEW_KEY_WAIT,
            CONFIRM_WITHIN,
            POST_CONFIRM_WITHIN,
            LAST_CALL,
            KEEP_IN_TOUCH,
            DIGEST,
            RECEIPT_DELAY,
            CASES_PER_HOUR,
            RECEIPTS_PER_ADDRESS,
            RECEIPTS_PER_DOMAIN,
            RECEIPTS_PER_HOUR,
            RELEASE_URL,
            REPOSITORY,
            MAIN_BRANCH,
            SUPPORTED_RELEASES,
            RELEASES,
            RELEASE_HOOK,
            RELEASE_WITHIN,
            TAG_PATTERN,
            TAG_RELEASE_URL,
            SERIES,
            COMMIT_AUTHOR,
            PATCH_AUTHORS,
            COMMIT_SIGNING_KEY);

    private DeskKeys() {}
}
