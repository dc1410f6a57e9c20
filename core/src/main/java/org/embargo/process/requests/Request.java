package org.embargo.process.requests;

import java.util.List;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.process.standing.StateTable;
import org.embargo.process.words.Command;
import org.embargo.process.words.Remark;

/**
 * One command as a member wrote it, its values checked. Whether its state allows it is asked before: {@link StateTable}.
 */
public sealed interface Request
        permits ApprovalRequest,
                AskingRequest,
                BookRequest,
                CourseRequest,
                DisclosureRequest,
                FieldRequest,
                GuestRequest,
                PatchRequest,
                ReporterRequest,
                ScheduleRequest {

    /** What comes of it on {@code current}. Pure, but for the draw of ids. */
    Decision decide(Case current, Circumstances at);

    Command command();

    /** What stands behind the command on its line, as it is written. */
    default String arguments() {
        return "";
    }

    /** The text that follows; blank where there is none. */
    default Confidential text() {
        return new Confidential("");
    }

    /** Whether it acts on the case that the mail names; otherwise on the desk's book. */
    default boolean isAboutCase() {
        return command().isAboutCase();
    }

    /** Whether as many members must send it as the desk's {@code approvals} say (contract, section 7). */
    default boolean needsSeveral(Case current, Circumstances at) {
        return false;
    }

    /** The form in which another member's is the same command. */
    default Confidential sameAs(Circumstances at) {
        return CommandDecision.command(this);
    }

    /** What its author and the other members must look at, whether it is carried out or waits for others. */
    default List<Remark> shown(Circumstances at) {
        return List.of();
    }

    /** The case it acts on, where that is not the one the mail is about. */
    default Optional<CaseId> target() {
        return Optional.empty();
    }

    /** Whether the other members are told. */
    default boolean isTold() {
        return true;
    }
}
