package org.embargo.desk.check;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.embargo.config.DeskConfig;
import org.embargo.config.DeskFolder;
import org.embargo.config.EmbargoConfig;
import org.embargo.config.LeaverFolder;
import org.embargo.desk.check.CheckFinding.Level;
import org.embargo.desk.keys.DeskKeyFiles;
import org.embargo.desk.keys.StartException;
import org.embargo.model.Address;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.DeskKeys;

/** Looks at the key of one desk and the certificates of its team. */
final class DeskCheck {

    private static final Duration SOON = Duration.ofDays(30);

    private final EmbargoConfig config;
    private final DeskConfig desk;
    private final Instant now;
    private final List<CheckFinding> findings = new ArrayList<>();

    DeskCheck(EmbargoConfig config, DeskConfig desk, Instant now) {
        this.config = config;
        this.desk = desk;
        this.now = now;
    }

    List<CheckFinding> findings() throws IOException {
        DeskFolder folder = config.folder(desk);
        DeskKeyFiles files = new DeskKeyFiles(config, desk);
        try {
            if (folder.hasNoKey()) {
                add(Level.WARN, "no key yet; serve makes one, unless the desk had one before");
            } else if (folder.secretKey().isEmpty()) {
                add(Level.ERROR, "it has lost its secret key: put it back as " + folder.secretKeyFile());
            } else {
                DeskKeys keys = files.read();
                certificate("its own key", Level.ERROR, keys.certificate());
            }
            files.team()
                    .forEach((member, certificate) ->
                            certificate("the certificate of " + member.value(), Level.WARN, certificate));
            leavers(new LeaverFolder(folder).left());
        } catch (StartException e) {
            add(Level.ERROR, String.valueOf(e.getMessage()));
        }
        return findings;
    }

    private void leavers(Set<Address> all) {
        List<Address> left = desk.team().stream().filter(all::contains).toList();
        left.forEach(member -> add(
                Level.WARN,
                member.value() + " has left, by a file in its folder left; take him out of team, or take him back by"
                        + " embargo leaver --off"));
        int rest = desk.team().size() - left.size();
        if (rest == 0) {
            add(Level.ERROR, "every member has left, so all of them stay: put another into team");
        } else if (rest < desk.approvals()) {
            add(
                    Level.ERROR,
                    "nothing can be approved: it has " + rest + " members left, and approvals = " + desk.approvals());
        }
    }

    /** @param bad how bad it is when it can't be used */
    private void certificate(String what, Level bad, Certificate certificate) {
        String named = what + " (" + certificate.fingerprint().spaced() + ")";
        if (!certificate.canEncryptAt(now) || !certificate.canSignAt(now)) {
            String not = Stream.of(
                            certificate.canEncryptAt(now) ? "" : "encrypt", certificate.canSignAt(now) ? "" : "sign")
                    .filter(word -> !word.isEmpty())
                    .reduce((first, second) -> first + " nor " + second)
                    .orElse("");
            add(bad, named + " can't " + not + " any more" + consequence(bad));
            return;
        }
        Optional<Instant> ends = Stream.of(certificate.encryptsUntil(now), certificate.signsUntil(now))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        boolean soon = ends.filter(now.plus(SOON)::isAfter).isPresent();
        add(
                soon ? Level.WARN : Level.OK,
                named + ends.map(end -> " ends " + end).orElse(" does not end"));
    }

    private static String consequence(Level bad) {
        return bad == Level.ERROR
                ? ": letters are held until the desk has another, which goes into its folder as secret.asc"
                : ": this member gets only a word that there is news; put a new one into the folder team";
    }

    private void add(Level level, String text) {
        findings.add(new CheckFinding(level, "desk " + desk.name() + ": " + text));
    }
}
