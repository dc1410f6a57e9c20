package org.embargo.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.embargo.content.Content;
import org.embargo.content.SpoolFolder;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.embargo.model.IntakeId;
import org.embargo.model.Token;
import org.embargo.openpgp.MessageOpener;
import org.embargo.openpgp.OpenPgpPolicy;
import org.embargo.openpgp.SignatureJudge;

/** Mails and openers for tests. The clock stands still. */
final class Mails {

    /** Late enough for signatures of a corpus made by tools that can't be told the time. */
    static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    static final String SERVER = "mx.project.example";
    static final Address DESK = new Address("security@project.example");
    static final SpoolFolder SPOOLS = spools();

    private Mails() {}

    static RawMail raw(String text) {
        return raw(text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    static RawMail raw(byte[] bytes) {
        return raw(Content.of(bytes), Optional.of(new Address("bob@reporter.example")));
    }

    static RawMail raw(Content content, Optional<Address> sender) {
        DeskAddress recipient = new DeskAddress(new DeskName("project"), new DeskRole.Front(), DESK);
        Envelope.Client client = new Envelope.Client("192.0.2.1", "client.example", false);
        IntakeId id = IntakeId.of(NOW, new Token("abcdefghijklmnopqrstuvwxyz"));
        return new RawMail(id, new Envelope(sender, recipient, NOW, client), content);
    }

    static MailOpener opener() {
        return opener(MailLimits.DEFAULT);
    }

    static MailOpener opener(MailLimits limits) {
        OpenPgpPolicy policy = OpenPgpPolicy.standard();
        return new MailOpener(limits, SPOOLS, SERVER, new MessageOpener(policy, SPOOLS), new SignatureJudge(policy));
    }

    static OpenedMail open(String text) {
        return open(raw(text));
    }

    static OpenedMail open(RawMail mail) {
        return open(mail, MailLimits.DEFAULT);
    }

    static OpenedMail open(RawMail mail, MailLimits limits) {
        MailCorpus corpus = MailCorpus.here();
        return opener(limits).open(mail, corpus.keys(), corpus.registered(), NOW);
    }

    private static SpoolFolder spools() {
        try {
            Path folder = Files.createTempDirectory("spool");
            folder.toFile().deleteOnExit();
            return new SpoolFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
