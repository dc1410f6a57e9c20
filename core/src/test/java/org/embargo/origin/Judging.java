package org.embargo.origin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.embargo.config.IpRange;
import org.embargo.config.OriginConfig;
import org.embargo.content.Content;
import org.embargo.content.SpoolFolder;
import org.embargo.mail.Envelope;
import org.embargo.mail.MailLimits;
import org.embargo.mail.MailOpener;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.Origin;
import org.embargo.mail.RawMail;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.embargo.model.IntakeId;
import org.embargo.model.Token;
import org.embargo.openpgp.CertificateDirectory;
import org.embargo.openpgp.DeskKeys;
import org.embargo.openpgp.MessageOpener;
import org.embargo.openpgp.NewDeskKey;
import org.embargo.openpgp.OpenPgpPolicy;
import org.embargo.openpgp.SecretKeyException;
import org.embargo.openpgp.SignatureJudge;

/** Opens a mail and judges where it comes from, as the desk does. */
final class Judging {

    static final String RITA = "rita@reporter.example";
    static final String CLIENT = "192.0.2.1";
    static final String MAIL = "From: Rita <" + RITA + ">\r\nTo: security@project.example\r\nSubject: overflow\r\n"
            + "Date: Mon, 2 Mar 2026 10:00:00 +0000\r\nMessage-ID: <1@reporter.example>\r\n\r\nthe words\r\n";

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Address DESK = new Address("security@project.example");
    private static final DeskKeys KEYS = keys();

    private final Path folder;
    private final OriginJudge judge;

    Judging(Path folder, NameServer server, IpRange... forwarders) {
        this(folder, new OriginConfig(true, List.of(server.address()), List.of(forwarders)));
    }

    Judging(Path folder, OriginConfig config) {
        this(folder, new OriginJudge(config));
    }

    Judging(Path folder, OriginJudge judge) {
        this.folder = folder;
        this.judge = judge;
    }

    Origin of(String mail) {
        return of(mail, RITA, CLIENT);
    }

    Origin of(String mail, String sender, String ip) {
        try {
            RawMail raw = new RawMail(
                    IntakeId.of(NOW, new Token("abcdefghijklmnopqrstuvwxyz")),
                    envelope(sender, ip),
                    Content.of(mail.getBytes(StandardCharsets.UTF_8)));
            SpoolFolder spools = new SpoolFolder(folder);
            OpenPgpPolicy policy = OpenPgpPolicy.standard();
            OpenedMail opened = new MailOpener(
                            MailLimits.DEFAULT,
                            spools,
                            "mx.project.example",
                            new MessageOpener(policy, spools),
                            new SignatureJudge(policy))
                    .open(raw, KEYS, CertificateDirectory.of(List.of()), NOW);
            return judge.judge(raw, opened);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isDeliveredBy(String ip, String... hosts) {
        return judge.isDeliveredBy(envelope(RITA, ip), List.of(hosts));
    }

    private static Envelope envelope(String sender, String ip) {
        return new Envelope(
                Address.parse(sender),
                new DeskAddress(new DeskName("project"), new DeskRole.Front(), DESK),
                NOW,
                new Envelope.Client(ip, "client.example", false));
    }

    private static DeskKeys keys() {
        try {
            char[] passphrase = "a passphrase".toCharArray();
            NewDeskKey key = NewDeskKey.generate("", DESK, passphrase.clone(), NOW, java.time.Duration.ZERO);
            return DeskKeys.read(key.secret().getBytes(StandardCharsets.US_ASCII), List.of(), List.of(passphrase));
        } catch (SecretKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
