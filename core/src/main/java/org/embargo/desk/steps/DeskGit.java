package org.embargo.desk.steps;

import java.time.Duration;
import java.util.Objects;
import org.embargo.desk.open.Preparation;
import org.embargo.patches.BranchPush;
import org.embargo.patches.GitSettings;
import org.embargo.patches.PublicWatch;
import org.embargo.patches.Rehearsal;
import org.embargo.patches.ReleaseTags;
import org.embargo.patches.WorkFolder;

/**
 * What git is asked for, in the way in which each desk reaches its repository.
 *
 * @param folder private; clones stand there for as long as they are needed
 */
public record DeskGit(WorkFolder folder) {

    /** A repository that hangs is given up then. */
    private static final GitSettings BOUNDED = GitSettings.USUAL.within(Duration.ofMinutes(2));

    public DeskGit {
        Objects.requireNonNull(folder, "folder");
    }

    public Rehearsal rehearsal(Preparation before) {
        return new Rehearsal(settings(before), folder);
    }

    public BranchPush push(Preparation before) {
        return new BranchPush(settings(before), folder);
    }

    public PublicWatch watch(Preparation before) {
        return new PublicWatch(settings(before), folder);
    }

    ReleaseTags tags(Preparation before) {
        return new ReleaseTags(settings(before), folder);
    }

    private static GitSettings settings(Preparation before) {
        return BOUNDED.by(
                before.desks().config().server().ssh(before.row().key().desk()));
    }
}
