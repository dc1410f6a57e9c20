package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.embargo.desk.steps.DeskLanes;
import org.embargo.model.DeskName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeskLanesTest {

    private static final DeskName SLOW = new DeskName("slow");
    private static final DeskName OTHER = new DeskName("other");

    private final CountDownLatch hang = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);

    @Test
    void workThatHangsShouldKeepBackItsOwnDeskAlone() throws Exception {
        List<String> done = new ArrayList<>();
        CountDownLatch other = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(2);
        try (DeskLanes lanes = new DeskLanes()) {
            lanes.start(SLOW, () -> {
                hang();
                done.add("first");
                all.countDown();
            });
            lanes.start(SLOW, () -> {
                done.add("second");
                all.countDown();
            });
            lanes.start(OTHER, other::countDown);

            assertThat(other.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(all.getCount()).isEqualTo(2);
            hang.countDown();
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(done).containsExactly("first", "second");
        }
    }

    @Test
    void closeShouldBreakOffWhatHangsAndDropWhatWaits() throws Exception {
        AtomicBoolean dropped = new AtomicBoolean(true);
        CountDownLatch ended = new CountDownLatch(1);
        DeskLanes lanes = new DeskLanes();
        lanes.start(SLOW, () -> {
            hang();
            ended.countDown();
        });
        lanes.start(SLOW, () -> dropped.set(false));
        begun.await();

        lanes.close();
        lanes.start(OTHER, () -> dropped.set(false));

        assertThat(ended.getCount()).isZero();
        assertThat(dropped).isTrue();
    }

    private void hang() {
        begun.countDown();
        try {
            hang.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
