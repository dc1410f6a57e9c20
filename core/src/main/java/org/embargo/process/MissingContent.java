package org.embargo.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.embargo.model.Case;
import org.embargo.model.Dossier;
import org.embargo.model.TextField;
import org.embargo.model.Urgency;

/** What must be set before anything of a case may go out (contract, section 9, (a) to (d)), as the commands that set it. */
final class MissingContent {

    private MissingContent() {}

    static List<String> of(Case current) {
        Dossier dossier = current.dossier();
        List<String> missing = new ArrayList<>();
        text(dossier, TextField.TITLE, "/title", missing);
        text(dossier, TextField.DESCRIPTION, "/description", missing);
        require(!dossier.affected().isEmpty(), "/affects", missing);
        text(dossier, TextField.REMEDY, "/remedy", missing);
        require(dossier.fixed().isPresent(), "/fixed", missing);
        require(dossier.noPatches(), "/patch", missing);
        require(
                current.schedule().disclosure().isPresent()
                        || current.schedule().urgency() != Urgency.NONE,
                "/disclose",
                missing);
        return missing;
    }

    /** In one line. */
    static String line(Case current) {
        return of(current).stream().collect(Collectors.joining(", "));
    }

    private static void text(Dossier dossier, TextField field, String command, List<String> missing) {
        require(dossier.text(field).filter(text -> !text.isBlank()).isPresent(), command, missing);
    }

    private static void require(boolean holds, String command, List<String> missing) {
        if (!holds) {
            missing.add(command);
        }
    }
}
