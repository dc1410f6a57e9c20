package org.embargo.desk;

import java.io.IOException;
import java.util.Optional;
import org.embargo.config.DeskConfig;
import org.embargo.content.Content;
import org.embargo.content.SpoolFolder;
import org.embargo.desk.intake.CaseArchive;
import org.embargo.desk.intake.IntakeDesk;
import org.embargo.desk.intake.RecentMails;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.OpenDesk;
import org.embargo.letters.DeskIdentity;
import org.embargo.letters.Enclosure;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.RawMail;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.IntakeId;
import org.embargo.model.ReleaseVersion;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.Letterhead;
import org.embargo.store.Store;

/** One desk as its letters see it. */
final class DeskLetterhead implements Letterhead {

    private final Desks desks;
    private final OpenDesk desk;
    private final Store store;
    private final IntakeDesk intake;
    private final RecentMails recent;
    private final CaseArchive archives;

    DeskLetterhead(Desks desks, DeskName name, IntakeDesk intake, RecentMails recent, SpoolFolder spools) {
        this.desks = desks;
        this.desk = desks.desk(name);
        this.store = desks.store();
        this.intake = intake;
        this.recent = recent;
        this.archives = new CaseArchive(store, spools);
    }

    @Override
    public DeskIdentity identity() {
        DeskConfig config = desk.config();
        return new DeskIdentity(
                config.project(),
                config.address(),
                desk.keys(),
                desks.present(config.name()).rules().supported().newest().stream()
                        .map(ReleaseVersion::text)
                        .toList(),
                config.releases().mainBranch(),
                config.clocks().acknowledgeWithin(),
                config.clocks().advanceNotice());
    }

    @Override
    public Address address() {
        return desk.config().address();
    }

    @Override
    public Optional<Certificate> memberCertificate(Address member) {
        return Optional.ofNullable(desks.present(desk.config().name()).team().get(member));
    }

    @Override
    public boolean hasLeft(Address member) {
        return desk.config().team().contains(member)
                && memberCertificate(member).isEmpty();
    }

    @Override
    public Optional<Content> archive(CaseId id) throws IOException {
        return archives.of(id);
    }

    @Override
    public Enclosure enclosure(IntakeId mail) throws IOException {
        RawMail raw = store.intakeFiles().read(mail);
        Optional<OpenedMail> opened = recent.find(mail);
        return new Enclosure(opened.isPresent() ? opened.get() : intake.open(raw), raw.content());
    }
}
