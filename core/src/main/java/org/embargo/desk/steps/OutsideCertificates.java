package org.embargo.desk.steps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.PrivateList;
import org.embargo.desk.open.TakenKeys;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.Certificate;
import org.embargo.process.outcome.BookLetter;
import org.embargo.process.outcome.EndingCertificate;
import org.embargo.process.outcome.EndingCertificate.Owner;
import org.embargo.store.JournalDamageException;

/** The certificates of recipients, present and former, and of guests of open cases, as far as they can end. */
final class OutsideCertificates {

    private final DueStep due;
    private final List<Held> held = new ArrayList<>();

    OutsideCertificates(DueStep due) {
        this.due = due;
        recipients();
        due.tx().certificates().openCases(due.desk().config().name()).forEach(this::guests);
    }

    List<EndingCertificate> ending() {
        return held.stream().map(Held::ending).toList();
    }

    /**
     * A routine word to each whose certificate is among {@code told}, at an hour that has nothing to do with any case.
     * Where nothing can be encrypted to him, it goes in clear and says that alone.
     */
    void warn(List<EndingCertificate> told) {
        for (Held each : held) {
            if (told.contains(each.ending())) {
                Optional<Instant> ends = each.ending().ends();
                Optional<Fingerprint> encryptTo = ends.map(end -> each.ending().fingerprint());
                BookLetter letter =
                        new BookLetter.KeyWarning(each.keptWith(), each.ending().fingerprint(), ends, encryptTo);
                due.tx()
                        .outbox()
                        .enqueue(due.mailing()
                                .toOne(Optional.empty(), letter, each.address(), due.now(), Optional.empty()));
            }
        }
    }

    private void recipients() {
        try {
            PrivateList list = PrivateList.of(due.tx(), due.desk().desk());
            Stream.concat(list.book().recipients().stream(), list.book().former().stream())
                    .forEach(each -> hold(
                            Owner.RECIPIENT,
                            each.name().text() + ", " + each.address().value(),
                            each.address(),
                            due.desk().desk().book(),
                            each.certificate()));
        } catch (JournalDamageException e) {
            // nothing can be said of it; nothing is sent to its recipients either
            return;
        }
    }

    /** Of a damaged case nothing can be said; the digest names it. */
    private void guests(CaseId id) {
        due.tx()
                .journal()
                .findReadable(id)
                .map(Case::guests)
                .orElse(List.of())
                .forEach(guest -> hold(
                        Owner.GUEST, guest.address().value() + ", " + id, guest.address(), id, guest.certificate()));
    }

    private void hold(Owner owner, String name, Address address, CaseId keptWith, Fingerprint fingerprint) {
        Optional<Certificate> kept = new TakenKeys(due.tx(), keptWith).find(fingerprint);
        boolean usable = kept.filter(each -> each.canEncryptAt(due.now())).isPresent();
        Optional<Instant> ends = kept.flatMap(each -> each.encryptsUntil(due.now()));
        if (!usable || ends.isPresent()) {
            EndingCertificate ending =
                    new EndingCertificate(owner, new Confidential(name), fingerprint, usable ? ends : Optional.empty());
            held.add(new Held(address, keptWith, ending));
        }
    }

    private record Held(Address address, CaseId keptWith, EndingCertificate ending) {}
}
