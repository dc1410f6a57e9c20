package org.embargo.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.embargo.store.Store;
import org.embargo.store.StoreSettings;
import org.embargo.store.StoreStartException;

/** A store as it is right after its first start, copied for each test: Derby takes seconds to make one. */
final class TestHomeTemplate {

    private static final Path TEMPLATE = made();

    private TestHomeTemplate() {}

    static void copyTo(Path home) {
        try (Stream<Path> entries = Files.walk(TEMPLATE)) {
            for (Path entry : entries.toList()) {
                Path target = home.resolve(TEMPLATE.relativize(entry).toString());
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(entry, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made() {
        try {
            Path folder = Files.createTempDirectory("embargo-template");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            Store.open(StoreSettings.in(folder)).close();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StoreStartException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> entries = Files.walk(folder)) {
            entries.sorted(java.util.Comparator.reverseOrder())
                    .forEach(entry -> entry.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
