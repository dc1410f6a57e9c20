package org.embargo.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Fills a home with James's configuration and the plugin; what stands there already is left alone. What the plugin needs
 * beyond that it makes itself.
 */
final class JamesFiller {
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
        Files.walkFileTree(shippedConf, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) throws IOException {
                if (folder.equals(shippedConf.resolve("desks"))) {
                    // the plugin makes an example where there is no desk at all
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(target.resolve(shippedConf.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
                Path wanted = target.resolve(shippedConf.relativize(file));
                if (Files.notExists(wanted)) {
                    copyWhole(file, wanted);
                }
                return FileVisitResult.CONTINUE;
            }
        });
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
