package org.embargo.process.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.embargo.model.CaseState;
import org.embargo.process.words.Command;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/states.md} and {@code docs/commands.md} to the code. */
class StateTableTest {

    @Test
    void everyPairOfStateAndCommandShouldStandInTheDocument() throws IOException {
        assertThat(Files.readString(Path.of("../docs/states.md"))).contains(table());
    }

    @Test
    void everyCommandShouldStandInTheReferenceWithItsForm() throws IOException {
        List<String> told = Files.readAllLines(Path.of("../docs/commands.md")).stream()
                .filter(line -> line.startsWith("| `/"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();

        assertThat(told)
                .containsExactlyElementsOf(
                        Arrays.stream(Command.values()).map(Command::form).toList());
    }

    private static String table() {
        String head = "| command | " + states() + " |\n|---" + "|---".repeat(CaseState.values().length) + "|\n";
        return Arrays.stream(Command.values())
                .map(command -> "| `" + command.word() + "` | "
                        + Arrays.stream(CaseState.values())
                                .map(state -> StateTable.allows(command, state) ? "yes" : "-")
                                .collect(Collectors.joining(" | "))
                        + " |\n")
                .collect(Collectors.joining("", head, ""));
    }

    private static String states() {
        return Arrays.stream(CaseState.values())
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" | "));
    }
}
