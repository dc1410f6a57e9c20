package org.embargo.desk.patches;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.embargo.desk.open.Preparation;
import org.embargo.desk.steps.OutsideStep;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.PlannedTags;
import org.embargo.model.RefName;
import org.embargo.process.course.PatchCalls;
import org.embargo.process.words.Finding;

/**
 * Calls the operator's program once for each release that is not out, with its version and its branch; the branch is
 * empty where none is known. After a crash it may be called again for the same release.
 */
public final class ReleaseHook {

    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final Duration within;

    public ReleaseHook() {
        this(WITHIN);
    }

    /**
     * With a bound on its time.
     *
     * @param within how long one call may take
     */
    public ReleaseHook(Duration within) {
        this.within = within;
    }

    OutsideStep.Concludes ask(Preparation before, Case current) {
        Path program = before.desk().config().releases().releaseHook().orElseThrow();
        Map<Confidential, RefName> branches = PlannedTags.of(current).stream()
                .collect(Collectors.toMap(
                        PlannedTags.Planned::version, PlannedTags.Planned::branch, (first, second) -> first));
        List<Finding> failures = new ArrayList<>();
        boolean isHeld = before.desk().isHeldByOperator(current.id());
        for (Confidential version : current.missingReleases()) {
            String branch = Optional.ofNullable(branches.get(version))
                    .map(RefName::value)
                    .orElse("");
            (isHeld ? Optional.of("the case is held") : failure(program, version.text(), branch))
                    .ifPresent(why -> failures.add(Finding.of(Finding.Kind.HOOK_FAILED, version.text(), branch, why)));
        }
        return (due, now) -> new PatchCalls(now, due.mailing()).hooked(failures);
    }

    /** What went wrong, in words. It reads nothing and what it prints is dropped; of our environment it has the path. */
    public Optional<String> failure(Path program, String version, String branch) {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), version, branch)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        try {
            return ended(builder.start());
        } catch (IOException e) {
            return Optional.of("it can't be started");
        }
    }

    private Optional<String> ended(Process process) {
        try {
            if (process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue() == 0 ? Optional.empty() : Optional.of("status " + process.exitValue());
            }
            return Optional.of("it took too long and was ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("it was interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
