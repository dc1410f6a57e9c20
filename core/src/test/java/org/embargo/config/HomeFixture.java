package org.embargo.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A home under test: one desk, {@code pyca}, that lacks nothing, and whatever a test adds. */
final class HomeFixture {

    static final String REQUIRED = """
            address = security@project.example
            case-prefix = PYCA
            project = cryptography
            mailing-list = project-dev@lists.example
            team = alice@project.example, bob@project.example
            """;

    private final Home home;

    HomeFixture(Path folder) throws IOException {
        home = new Home(folder);
        new HomeFiller(home).fill();
        desk("pyca", REQUIRED);
    }

    Home home() {
        return home;
    }

    /** Writes a desk's properties, and an empty file for each certificate of the usual members. */
    HomeFixture desk(String name, String properties) throws IOException {
        Path folder = home.desks().resolve(name);
        Files.createDirectories(folder.resolve("team"));
        Files.writeString(folder.resolve("desk.properties"), properties);
        for (String member : List.of("alice@project.example", "bob@project.example")) {
            Files.writeString(folder.resolve("team").resolve(member + ".asc"), "");
        }
        return this;
    }

    HomeFixture server(String properties) throws IOException {
        Files.writeString(home.serverProperties(), properties);
        return this;
    }

    EmbargoConfig read() throws ConfigException, IOException {
        return ConfigReader.read(home);
    }

    DeskConfig readDesk() throws ConfigException, IOException {
        return read().desks().get(0);
    }

    /** What an operator is told, the home's own path left out. */
    List<String> problems() throws IOException {
        try {
            ConfigReader.read(home);
            return List.of();
        } catch (ConfigException e) {
            return e.problems().stream()
                    .map(problem -> problem.toString().replace(home.folder() + "/", ""))
                    .toList();
        }
    }
}
