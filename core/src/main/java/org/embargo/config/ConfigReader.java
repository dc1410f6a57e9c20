package org.embargo.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.embargo.model.DeskName;

/**
 * Reads the configuration of a home as a whole: {@code embargo.properties}, every {@code desk.properties}, and the
 * modes of secrets. What keys and certificates hold is checked by those who use them. One thread.
 */
public final class ConfigReader {

    private final Home home;
    private final List<ConfigProblem> problems = new ArrayList<>();

    private ConfigReader(Home home) {
        this.home = home;
    }

    /**
     * The configuration of {@code home}.
     *
     * @throws ConfigException with every mistake that was found, not only the first
     * @throws IOException     when a file is there and can't be read
     */
    public static EmbargoConfig read(Home home) throws ConfigException, IOException {
        return new ConfigReader(home).read();
    }

    private EmbargoConfig read() throws ConfigException, IOException {
        List<DeskReader> desks = desks();
        for (DeskReader desk : desks) {
            desk.checkModes();
            desk.check();
        }
        new ServerWideRules(desks).check();
        if (!Files.isRegularFile(home.serverProperties())) {
            problems.add(missing(home.serverProperties()));
            throw new ConfigException(problems);
        }
        ServerReader server =
                new ServerReader(home, desks.stream().map(DeskReader::name).toList(), problems);
        server.check();
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new EmbargoConfig(
                home, server.read(), desks.stream().map(DeskReader::read).toList());
    }

    private List<DeskReader> desks() throws IOException {
        List<DeskReader> desks = new ArrayList<>();
        List<Path> folders = home.deskFolders();
        if (folders.isEmpty()) {
            problems.add(ConfigProblem.of(home.desks(), "no desk", "expected a folder with a desk.properties"));
        }
        for (Path folder : folders) {
            DeskFolder desk = new DeskFolder(folder);
            if (!DeskName.isValid(Objects.requireNonNull(folder.getFileName()).toString())) {
                problems.add(ConfigProblem.of(
                        folder, "not the name of a desk", "expected lower-case letters, digits and hyphens"));
            } else if (Files.isRegularFile(desk.properties())) {
                desks.add(new DeskReader(desk, problems));
            } else {
                problems.add(missing(desk.properties()));
            }
        }
        return desks;
    }

    private static ConfigProblem missing(Path file) {
        return ConfigProblem.of(file, "missing", "expected a properties file");
    }
}
