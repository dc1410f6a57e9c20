package org.embargo.process.standing;

import java.util.ArrayList;
import java.util.List;
import org.embargo.model.Case;
import org.embargo.model.Dossier;
import org.embargo.model.TextField;
import org.embargo.model.Urgency;
import org.embargo.process.words.Command;
import org.embargo.process.words.Remark.Kind;

/**
 * What a case lacks before its advance notice may leave (contract, section 9): (a) full description and affected versions,
 * (b) steps of the remedy and the releases that will carry it, (c) patches or an explicit none, (d) date and hour. A title
 * is needed too, since every subject bears it. Severity, CVE and CWE may come late, or never; so may a workaround.
 */
public final class Completeness {

    private Completeness() {}

    /** The pieces that are missing, in the order in which they are told; none of a complete case. */
    public static List<Piece> missing(Case current) {
        Dossier dossier = current.dossier();
        List<Piece> missing = new ArrayList<>();
        if (dossier.text(TextField.TITLE).isEmpty()) {
            missing.add(Piece.TITLE);
        }
        if (dossier.text(TextField.DESCRIPTION).isEmpty()) {
            missing.add(Piece.DESCRIPTION);
        }
        if (dossier.affected().isEmpty()) {
            missing.add(Piece.AFFECTED);
        }
        if (dossier.text(TextField.REMEDY).isEmpty()) {
            missing.add(Piece.REMEDY);
        }
        if (dossier.fixed().isEmpty()) {
            missing.add(Piece.FIXED);
        }
        if (!dossier.noPatches() && !current.patches().areReady()) {
            missing.add(Piece.PATCHES);
        }
        // of what is exploited or leaked already, that sets the hour
        if (current.schedule().disclosure().isEmpty() && current.schedule().urgency() == Urgency.NONE) {
            missing.add(Piece.DISCLOSURE);
        }
        return List.copyOf(missing);
    }

    /** One of them, with the sentence that tells members that it is missing. */
    public enum Piece {
        TITLE(Command.TITLE, Kind.MISSING_TITLE),
        DESCRIPTION(Command.DESCRIPTION, Kind.MISSING_DESCRIPTION),
        AFFECTED(Command.AFFECTS, Kind.MISSING_AFFECTED),
        REMEDY(Command.REMEDY, Kind.MISSING_REMEDY),
        FIXED(Command.FIXED, Kind.MISSING_FIXED),
        /** Patches, or the word that there is none. */
        PATCHES(Command.PATCH, Kind.MISSING_PATCHES),
        DISCLOSURE(Command.DISCLOSE, Kind.MISSING_DISCLOSURE);

        private final Command command;
        private final Kind sentence;

        Piece(Command command, Kind sentence) {
            this.command = command;
            this.sentence = sentence;
        }

        /** Sets it. */
        public Command command() {
            return command;
        }

        public Kind sentence() {
            return sentence;
        }
    }
}
