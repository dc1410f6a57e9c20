package org.embargo.desk.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.orders.NamedCase;
import org.embargo.desk.orders.SignedOrder;
import org.embargo.mail.OpenedMail;
import org.embargo.model.BranchPatch;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.DeskRole;
import org.embargo.process.requests.ApprovalRequest;
import org.embargo.process.requests.Ordered;

/**
 * Has a mail that asks for a preview wait while patches of its case are being rehearsed, which takes seconds: what it would
 * be shown before could not be approved. Safe for use by many threads.
 */
public final class RehearsalUnderWay {

    /** From then on it is shown what there is: the repository may not answer at all. */
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Desks desks;
    private final Clock clock;
    /** One mail of each: the threads that take mails in are few. */
    private final Set<CaseId> awaited = ConcurrentHashMap.newKeySet();

    public RehearsalUnderWay(Desks desks, Clock clock) {
        this.desks = desks;
        this.clock = clock;
    }

    /** Returns at once for every other mail. To be called outside of transactions. */
    public void await(OpenedMail mail) {
        toBeShown(mail).filter(awaited::add).ifPresent(id -> {
            try {
                await(id);
            } finally {
                awaited.remove(id);
            }
        });
    }

    private void await(CaseId id) {
        long end = System.nanoTime() + AT_MOST.toNanos();
        try {
            while (isUnderWay(id) && System.nanoTime() - end < 0) {
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<CaseId> toBeShown(OpenedMail mail) {
        OpenDesk desk = desks.present(mail.envelope().recipient().desk());
        Optional<CaseId> ofAddress = mail.envelope().recipient().role() instanceof DeskRole.CaseAddress address
                ? Optional.of(address.caseId())
                : Optional.empty();
        return SignedOrder.of(mail, desk, clock.instant())
                .filter(order -> order.objection().isEmpty())
                .filter(order -> asksForPreview(order.text().requests()))
                .flatMap(order -> order.root().flatMap(root -> NamedCase.in(root, order.text(), desk.desk(), ofAddress)
                        .id()));
    }

    /** What is ordered besides must not wait. */
    private static boolean asksForPreview(List<Ordered> requests) {
        return requests.stream().noneMatch(each -> each.request().isTold())
                && requests.stream().anyMatch(each -> each.request() instanceof ApprovalRequest.Preview);
    }

    private boolean isUnderWay(CaseId id) {
        return desks.store()
                .reading(tx -> tx.journal().findReadable(id))
                .map(Case::patches)
                .filter(patches ->
                        patches.branches().stream().anyMatch(each -> each.state() == BranchPatch.State.GIVEN))
                .isPresent();
    }
}
