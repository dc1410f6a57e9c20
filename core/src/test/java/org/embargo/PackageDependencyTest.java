package org.embargo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.File;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;

/** What packages may know of each other, and what nobody may use. {@code docs/architecture.md} shows the same table. */
@AnalyzeClasses(packages = "org.embargo", importOptions = ImportOption.DoNotIncludeTests.class)
final class PackageDependencyTest {

    @ArchTest
    static final ArchRule packagesShouldDependOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .optionalLayer("model")
            .definedBy("org.embargo.model..")
            .optionalLayer("content")
            .definedBy("org.embargo.content..")
            .optionalLayer("config")
            .definedBy("org.embargo.config..")
            .optionalLayer("process")
            .definedBy("org.embargo.process..")
            .optionalLayer("openpgp")
            .definedBy("org.embargo.openpgp..")
            .optionalLayer("mail")
            .definedBy("org.embargo.mail..")
            .optionalLayer("upstream")
            .definedBy("org.embargo.upstream..")
            .optionalLayer("patches")
            .definedBy("org.embargo.patches..")
            .optionalLayer("commands")
            .definedBy("org.embargo.commands..")
            .optionalLayer("letters")
            .definedBy("org.embargo.letters..")
            .optionalLayer("store")
            .definedBy("org.embargo.store..")
            .optionalLayer("outbox")
            .definedBy("org.embargo.outbox..")
            .optionalLayer("backup")
            .definedBy("org.embargo.backup..")
            .optionalLayer("origin")
            .definedBy("org.embargo.origin..")
            .optionalLayer("desk")
            .definedBy("org.embargo.desk..")
            .whereLayer("model")
            .mayNotAccessAnyLayer()
            .whereLayer("content")
            .mayNotAccessAnyLayer()
            .whereLayer("config")
            .mayOnlyAccessLayers("model")
            .whereLayer("process")
            .mayOnlyAccessLayers("model")
            .whereLayer("openpgp")
            .mayOnlyAccessLayers("model", "content")
            .whereLayer("mail")
            .mayOnlyAccessLayers("openpgp", "model", "content")
            .whereLayer("upstream")
            .mayNotAccessAnyLayer()
            .whereLayer("patches")
            .mayOnlyAccessLayers("openpgp", "config", "model", "content")
            .whereLayer("commands")
            .mayOnlyAccessLayers("mail", "process", "model", "content")
            .whereLayer("letters")
            .mayOnlyAccessLayers("process", "mail", "openpgp", "model", "content")
            .whereLayer("store")
            .mayOnlyAccessLayers("process", "mail", "model", "content")
            .whereLayer("origin")
            .mayOnlyAccessLayers("mail", "model", "content", "config")
            .whereLayer("outbox")
            .mayOnlyAccessLayers("letters", "store", "openpgp", "process", "mail", "model", "content", "config")
            .whereLayer("backup")
            .mayOnlyAccessLayers("store", "config", "model")
            .whereLayer("desk")
            .mayNotBeAccessedByAnyLayer()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule processShouldBeBuiltInThisOrder = inThisOrder(
            "org.embargo.process",
            ".words..",
            ".standing..",
            ".timetable..",
            ".outcome..",
            ".course..",
            ".requests..",
            ".arrivals..");

    @ArchTest
    static final ArchRule deskShouldBeBuiltInThisOrder = inThisOrder(
            "org.embargo.desk",
            ".keys..",
            ".open..",
            ".steps..",
            ".orders..",
            ".delivery..",
            ".intake..",
            ".patches..",
            ".watch..",
            "",
            ".check..");

    @ArchTest
    static final ArchRule coreShouldKnowNoServerNorFramework = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.embargo.model..",
                    "org.embargo.content..",
                    "org.embargo.config..",
                    "org.embargo.process..",
                    "org.embargo.openpgp..",
                    "org.embargo.mail..",
                    "org.embargo.patches..",
                    "org.embargo.commands..",
                    "org.embargo.letters..",
                    "org.embargo.store..",
                    "org.embargo.outbox..",
                    "org.embargo.origin..",
                    "org.embargo.backup..",
                    "org.embargo.desk..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.james.core..",
                    "org.apache.james.queue..",
                    "org.apache.james.server..",
                    "org.apache.mailet..",
                    "org.quartz..",
                    "javax.mail..",
                    "jakarta.mail..",
                    "javax.inject..",
                    "jakarta.inject..",
                    "com.google.inject..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule openPgpShouldStayBehindOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("org.embargo.openpgp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule sqlAndSealingShouldStayBehindOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("org.embargo.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jdbi..", "com.zaxxer..", "org.flywaydb..", "com.google.crypto..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesShouldBeLookedUpByOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("org.embargo.origin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.xbill.DNS..", "org.apache.james.jdkim..", "org.apache.james.jspf..", "com.google.common..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule timeShouldComeFromAClock = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callConstructor(Date.class)
            .allowEmptyShould(true);

    /** Bouncy Castle and mime4j speak in dates; nobody else should. */
    @ArchTest
    static final ArchRule datesShouldStayBehindTheLibrariesThatUseThem = noClasses()
            .that()
            .resideOutsideOfPackages("org.embargo.openpgp..", "org.embargo.mail..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Date.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule standardStreamsShouldBeLeftToTheLauncher =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true);

    @ArchTest
    static final ArchRule logsShouldGoThroughOneApi =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.allowEmptyShould(true);

    /** They lie in the open, in a folder that others share. */
    @ArchTest
    static final ArchRule temporaryFilesShouldBePrivate = noClasses()
            .should()
            .callMethod(File.class, "createTempFile", String.class, String.class)
            .orShould()
            .callMethod(File.class, "createTempFile", String.class, String.class, File.class)
            .allowEmptyShould(true);

    /** Each of these packages may use those before it. */
    private static ArchRule inThisOrder(String root, String... packages) {
        LayeredArchitecture order = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String each : packages) {
            order = order.layer(root + each).definedBy(root + each);
        }
        for (int i = 0; i < packages.length; i++) {
            String[] before = new String[i];
            Arrays.setAll(before, j -> root + packages[j]);
            LayeredArchitecture.LayerDependencySpecification layer = order.whereLayer(root + packages[i]);
            order = i == 0 ? layer.mayNotAccessAnyLayer() : layer.mayOnlyAccessLayers(before);
        }
        return order;
    }
}
