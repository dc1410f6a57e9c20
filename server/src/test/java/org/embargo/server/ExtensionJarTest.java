package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the jar that operators deploy holds: James loads extensions parent-first, so that each foreign name is a clash. */
class ExtensionJarTest {

    private static final Path JAR = ServerProcess.installation().resolve("mailets/target/embargo-extension.jar");

    /** Derby finds its own classes by name, and James brings none. */
    @Test
    void classesShouldBeOursOrRelocatedOrDerbys() throws IOException {
        assertThat(names())
                .filteredOn(name -> name.endsWith(".class"))
                .allMatch(name -> name.startsWith("org/embargo/") || name.startsWith("org/apache/derby/"));
    }

    @Test
    void licencesOfWhatIsShadedShouldBeKept() throws IOException {
        assertThat(names())
                .contains(
                        "META-INF/LICENSE",
                        "META-INF/LICENSE.md",
                        "META-INF/NOTICE",
                        "META-INF/jsoup/LICENSE",
                        "META-INF/licenses/jmustache.txt",
                        "META-INF/licenses/protobuf.txt");
        assertThat(text("META-INF/LICENSE"))
                .contains("Apache License", "dnsjava", "PostgreSQL Global Development Group");
        assertThat(text("META-INF/LICENSE.md")).contains("Bouncy Castle");
    }

    @Test
    void billOfMaterialsShouldNameWhatIsShaded() throws IOException {
        assertThat(text("META-INF/sbom/embargo-mailets.cdx.json"))
                .contains(
                        "\"CycloneDX\"",
                        "pkg:maven/org.bouncycastle/bcpg-jdk18on@",
                        "pkg:maven/org.apache.derby/derby@")
                .doesNotContain("assertj");
    }

    private static List<String> names() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    private static String text(String name) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                InputStream content = jar.getInputStream(jar.getEntry(name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
