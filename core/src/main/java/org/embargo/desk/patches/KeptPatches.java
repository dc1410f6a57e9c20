package org.embargo.desk.patches;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.embargo.desk.intake.IntakeDesk;
import org.embargo.desk.orders.MailedPatches;
import org.embargo.model.BranchPatch;
import org.embargo.model.IntakeId;
import org.embargo.model.RefName;
import org.embargo.patches.PatchFormatException;
import org.embargo.patches.PatchSeries;
import org.embargo.store.Store;

/** Reads patches again from the sealed, archived mails in which they came. */
final class KeptPatches {

    private final IntakeDesk intake;

    KeptPatches(IntakeDesk intake) {
        this.intake = intake;
    }

    PatchSeries of(IntakeId mail, Store store) throws IOException, PatchFormatException {
        return MailedPatches.read(intake.open(store.intakeFiles().read(mail)));
    }

    /** The patches of each of {@code branches}. */
    Map<RefName, PatchSeries> of(Iterable<BranchPatch> branches, Store store) throws IOException, PatchFormatException {
        Map<RefName, PatchSeries> series = new TreeMap<>();
        for (BranchPatch each : branches) {
            series.put(each.branch(), of(each.mail(), store));
        }
        return series;
    }
}
