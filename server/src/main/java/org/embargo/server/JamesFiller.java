package org.embargo.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Fills a home with James's configuration and the plugin; what stands there already is left alone. What the plugin needs
 * beyond that it makes itself.
 */
final class JamesFiller {
    private static final String PLUGIN_PROPERTIES = "embargo.properties";

    private final Path shippedConf;
    private final Path shippedExtension;

    JamesFiller(Path shippedConf, Path shippedExtension) {
        this.shippedConf = shippedConf;
        this.shippedExtension = shippedExtension;
    }

    void fill(Home home) throws IOException {
        Files.createDirectories(home.folder().resolve("log"));
        Files.createDirectories(home.secrets());
        copyMissing(home.conf());
        refreshExtension(home.extensions());
    }

    private void copyMissing(Path target) throws IOException {
        Files.createDirectories(target);
        try (DirectoryStream<Path> shipped = Files.newDirectoryStream(shippedConf, Files::isRegularFile)) {
            for (Path file : shipped) {
                Path wanted = target.resolve(file.getFileName());
                if (!file.endsWith(PLUGIN_PROPERTIES) && Files.notExists(wanted)) {
                    copyWhole(file, wanted);
                }
            }
        }
    }

    /** The plugin is program, not configuration: an older one than the server's would not fit its configuration. */
    private void refreshExtension(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path deployed = folder.resolve("embargo-extension.jar");
        if (Files.notExists(deployed)
                || Files.size(deployed) != Files.size(shippedExtension)
                || !Files.getLastModifiedTime(deployed).equals(Files.getLastModifiedTime(shippedExtension))) {
            copyWhole(shippedExtension, deployed);
        }
    }

    /** Half a file must never stand under its name: a kill during the first start would leave it for good. */
    private static void copyWhole(Path from, Path to) throws IOException {
        Path beside = to.resolveSibling(to.getFileName() + ".new");
        Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
