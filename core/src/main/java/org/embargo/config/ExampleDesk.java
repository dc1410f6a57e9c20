package org.embargo.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.embargo.model.Address;

/**
 * An example desk in the making: in a hidden folder, which no reader takes for a desk, until its team has keys. After a
 * crash the next start begins it again.
 */
public final class ExampleDesk {

    private static final String NAME = "example";

    private final Home home;

    ExampleDesk(Home home) {
        this.home = home;
    }

    /** Where its properties lie and the certificates of its team belong, for now. */
    public DeskFolder folder() {
        return new DeskFolder(home.desks().resolve("." + NAME));
    }

    /** Who needs a key. */
    public List<Address> team() throws IOException {
        List<ConfigProblem> problems = new ArrayList<>();
        Settings settings = new Settings(PropertiesFile.read(folder().properties(), problems), problems);
        return settings.value(DeskKeys.TEAM);
    }

    /** Where the secret parts of their keys go; they are for trying out alone. */
    public Path secretKeys() {
        return home.example();
    }

    /** Makes it a desk, in one step. */
    public DeskFolder finish() throws IOException {
        Path desk = home.desks().resolve(NAME);
        Files.move(folder().folder(), desk, StandardCopyOption.ATOMIC_MOVE);
        return new DeskFolder(desk);
    }
}
