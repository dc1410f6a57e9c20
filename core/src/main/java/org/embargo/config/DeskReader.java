package org.embargo.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.embargo.model.Address;
import org.embargo.model.DeskName;

/** Reads one desk: first everything is checked, then, where nothing is wrong, made a {@link DeskConfig}. */
final class DeskReader {

    private final DeskName name;
    private final DeskFolder folder;
    private final Settings settings;
    private final List<ConfigProblem> problems;
    private final List<UpstreamKeys> upstreams;

    DeskReader(DeskFolder folder, List<ConfigProblem> problems) throws IOException {
        this.name = new DeskName(
                Objects.requireNonNull(folder.folder().getFileName()).toString());
        this.folder = folder;
        this.problems = problems;
        PropertiesFile file = PropertiesFile.read(folder.properties(), problems);
        this.settings = new Settings(file, problems);
        this.upstreams = UpstreamKeys.in(file.keys());
    }

    DeskName name() {
        return name;
    }

    Settings settings() {
        return settings;
    }

    /** The keys of a desk lie in its folder, and not with the other secrets. */
    void checkModes() throws IOException {
        PrivateFiles secrets = new PrivateFiles(problems);
        secrets.checkFile(folder.secretKeyFile());
        folder.formerKeys().forEach(secrets::checkFile);
    }

    void check() {
        List<Key<?>> keys = new ArrayList<>(DeskKeys.ALL);
        upstreams.forEach(upstream -> keys.addAll(upstream.all()));
        settings.check(keys);
        settings.find(DeskKeys.TEAM).ifPresent(this::checkTeam);
        upstreams.forEach(this::checkProof);
        settings.find(DeskKeys.TAG_RELEASE_URL).flatMap(named -> named).ifPresent(this::checkTagReleases);
    }

    DeskConfig read() {
        return new DeskConfig(
                name,
                settings.value(DeskKeys.ADDRESS),
                settings.value(DeskKeys.CASE_PREFIX),
                settings.value(DeskKeys.PROJECT),
                settings.value(DeskKeys.MAILING_LIST),
                settings.value(DeskKeys.LIST_HOSTS),
                settings.value(DeskKeys.TEAM),
                settings.value(DeskKeys.APPROVALS),
                clocks(),
                limits(),
                releases(),
                upstreams.stream().map(upstream -> upstream.read(settings)).toList());
    }

    private void checkTeam(List<Address> team) {
        Set<Address> seen = new HashSet<>();
        for (Address member : team) {
            if (!seen.add(member)) {
                settings.tell(DeskKeys.TEAM, member.value() + " is named twice", "expected each member once");
            } else if (!Files.isRegularFile(folder.teamCertificate(member))) {
                settings.tell(
                        DeskKeys.TEAM,
                        "no certificate of " + member.value(),
                        "expected it in " + folder.teamCertificate(member));
            }
        }
        settings.find(DeskKeys.APPROVALS)
                .filter(approvals -> approvals > seen.size())
                .ifPresent(approvals -> settings.tell(
                        DeskKeys.APPROVALS,
                        "read \"" + approvals + "\"",
                        "expected no more than the team has members, " + seen.size()));
    }

    private void checkTagReleases(String url) {
        for (Key<?> needed : List.of(DeskKeys.REPOSITORY, DeskKeys.TAG_PATTERN)) {
            if (!settings.names(needed)) {
                settings.tell(needed, "missing", "expected it where tag-release-url is set");
            }
        }
        settings.find(DeskKeys.RELEASE_URL)
                .flatMap(named -> named)
                .filter(start -> !url.startsWith(start.toString()))
                .ifPresent(start -> settings.tell(
                        DeskKeys.TAG_RELEASE_URL, "read \"" + url + "\"", "expected it to begin with release-url"));
    }

    private void checkProof(UpstreamKeys upstream) {
        if (settings.find(upstream.proof())
                .filter(UpstreamConfig.Proof.SIGNATURE::equals)
                .isEmpty()) {
            return;
        }
        Path certificate = settings.find(upstream.certificate())
                .flatMap(named -> named)
                .map(settings::resolve)
                .orElse(folder.folder());
        if (!Files.isRegularFile(certificate)) {
            settings.tell(
                    upstream.certificate(),
                    settings.names(upstream.certificate()) ? "no file " + certificate : "missing",
                    "expected the certificate that signs, as proof is signature");
        }
    }

    private DeskClocks clocks() {
        return new DeskClocks(
                settings.value(DeskKeys.ACKNOWLEDGE_WITHIN),
                settings.value(DeskKeys.ADVANCE_NOTICE),
                settings.value(DeskKeys.NOTICE_SPREAD),
                settings.value(DeskKeys.TIME_SENSITIVE_NOTICE),
                settings.value(DeskKeys.DISCLOSURE_TIME),
                settings.value(DeskKeys.COMMAND_WINDOW),
                settings.value(DeskKeys.NEW_KEY_WAIT),
                settings.value(DeskKeys.CONFIRM_WITHIN),
                settings.value(DeskKeys.POST_CONFIRM_WITHIN),
                settings.value(DeskKeys.LAST_CALL),
                settings.value(DeskKeys.KEEP_IN_TOUCH),
                settings.value(DeskKeys.DIGEST),
                settings.value(DeskKeys.RECEIPT_DELAY));
    }

    private DeskLimits limits() {
        return new DeskLimits(
                settings.value(DeskKeys.CASES_PER_HOUR),
                settings.value(DeskKeys.RECEIPTS_PER_ADDRESS),
                settings.value(DeskKeys.RECEIPTS_PER_DOMAIN),
                settings.value(DeskKeys.RECEIPTS_PER_HOUR));
    }

    private ReleaseConfig releases() {
        CommitAuthor usualAuthor =
                new CommitAuthor(settings.value(DeskKeys.PROJECT) + " security", settings.value(DeskKeys.ADDRESS));
        return new ReleaseConfig(
                settings.value(DeskKeys.RELEASE_URL),
                settings.value(DeskKeys.REPOSITORY),
                settings.value(DeskKeys.MAIN_BRANCH),
                settings.value(DeskKeys.SUPPORTED_RELEASES),
                settings.value(DeskKeys.RELEASES),
                settings.value(DeskKeys.RELEASE_HOOK),
                settings.value(DeskKeys.RELEASE_WITHIN),
                settings.value(DeskKeys.TAG_PATTERN),
                settings.value(DeskKeys.TAG_RELEASE_URL),
                settings.value(DeskKeys.SERIES),
                settings.value(DeskKeys.COMMIT_AUTHOR).orElse(usualAuthor),
                settings.value(DeskKeys.PATCH_AUTHORS),
                settings.value(DeskKeys.COMMIT_SIGNING_KEY));
    }
}
