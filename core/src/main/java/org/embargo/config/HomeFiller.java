package org.embargo.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Fills what a home lacks from what is shipped. What is there already stays as it is, but for the modes of the home and
 * of the folder of secrets and of desks' secret keys, which are closed to others. Makes no keys. One thread, before the server starts.
 */
public final class HomeFiller {

    private static final Logger LOGGER = LogManager.getLogger(HomeFiller.class);

    private final Home home;

    public HomeFiller(Home home) {
        this.home = Objects.requireNonNull(home, "home");
    }

    /** Makes the folders and the server's properties where they are missing. */
    public void fill() throws IOException {
        PrivateFiles.close(home.folder());
        PrivateFiles.close(home.secrets());
        for (Path folder : List.of(
                home.desks(),
                home.hold(),
                home.intake(),
                home.archive(),
                home.witness(),
                home.spool(),
                home.log(),
                home.extensionJars(),
                home.var())) {
            Files.createDirectories(folder);
        }
        fillIn(shipped("embargo.properties"), home.serverProperties());
        for (Path desk : home.deskFolders()) {
            closeKeys(new DeskFolder(desk));
        }
    }

    /** gpg writes what it exports as open as the shell has it; whoever runs the server should know how it lay there. */
    private static void closeKeys(DeskFolder desk) throws IOException {
        List<Path> keys = new ArrayList<>(desk.formerKeys());
        desk.secretKey().ifPresent(keys::add);
        for (Path key : keys) {
            if (PrivateFiles.closeFile(key)) {
                LOGGER.warn("others could read {} until now; its mode is 0600 from here on", key);
            }
        }
    }

    /** Copies {@code source} to {@code target} unless something stands there; a crash leaves no half of it. */
    public void fillIn(URL source, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        Path folder = Objects.requireNonNull(target.getParent());
        Files.createDirectories(folder);
        Path half = Files.createTempFile(
                folder,
                ".",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (InputStream in = source.openStream()) {
            Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Begins an example desk, which becomes a desk only with {@link ExampleDesk#finish()}.
     *
     * @return empty where the home has any desk, however broken: there, an example would hide a loss
     */
    public Optional<ExampleDesk> beginExample() throws IOException {
        if (!home.deskFolders().isEmpty()) {
            return Optional.empty();
        }
        ExampleDesk example = new ExampleDesk(home);
        fillIn(shipped("desks/example/desk.properties"), example.folder().properties());
        PrivateFiles.close(home.example());
        return Optional.of(example);
    }

    private static URL shipped(String name) {
        return Objects.requireNonNull(HomeFiller.class.getResource(name), name);
    }
}
