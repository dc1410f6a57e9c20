package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a notice of 50 KB costs for each recipient, signed apart with the desk's Ed25519 key and encrypted apart, from the
 * step to the hand-over to the mail server's queue. With {@code -Dembargo.fanout=300} as many recipients, whose keys take
 * minutes to make; figures go to {@code target/fan-out.txt}.
 */
class FanOutTest {

    private static final int RECIPIENTS = Integer.getInteger("embargo.fanout", 3);
    private static final int UPDATES = Integer.getInteger("embargo.fanout.updates", 2);

    @TempDir
    private Path folder;

    @Test
    void everyRecipientShouldGetALargeNotice() throws IOException {
        Person[] vendors = IntStream.range(0, RECIPIENTS)
                .mapToObj(each -> BookMails.person("security@vendor" + each + ".example"))
                .toArray(Person[]::new);
        try (NoticeDesk desk = new NoticeDesk(folder, "notice-spread = 0s\n", vendors)) {
            desk.order("/description\n" + "It overflows when a name is long.\n".repeat(1500) + "/end\n");
            desk.approve();
            desk.home.clock.move(Duration.between(desk.now(), NoticeDesk.DUE));
            List<String> figures = new ArrayList<>();
            desk.home.reporting = false;
            desk.home.sent.clear();
            figures.add(measured(desk, "the notices", () -> desk.home.embargo().runDue()));
            for (int update = 1; update <= UPDATES; update++) {
                desk.order("/remedy\nUpgrade, says word " + update + ".\n");
                String approval = desk.approval();
                figures.add(measured(desk, "update " + update, () -> desk.order(approval)));
            }
            Files.write(Files.createDirectories(Path.of("target")).resolve("fan-out.txt"), figures);
        }
    }

    private static String measured(NoticeDesk desk, String what, Runnable sending) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = system.getProcessCpuTime();
        long ownBefore = threads.getCurrentThreadCpuTime();
        sending.run();
        long own = threads.getCurrentThreadCpuTime() - ownBefore;
        long spent = system.getProcessCpuTime() - before;
        assertThat(desk.toVendors()).hasSize(RECIPIENTS);
        return String.format(
                Locale.ROOT,
                "%s, %d recipients: %.1f ms CPU each, %.1f ms of it in the sending thread, the rest compiler and collector",
                what,
                RECIPIENTS,
                spent / 1e6 / RECIPIENTS,
                own / 1e6 / RECIPIENTS);
    }
}
