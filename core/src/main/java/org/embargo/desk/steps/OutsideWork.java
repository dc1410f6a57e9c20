package org.embargo.desk.steps;

import org.embargo.model.DeskName;

/** Where steps run for which the world outside is asked, so that they keep nobody waiting. */
public interface OutsideWork extends AutoCloseable {

    /** Runs {@code work} now or later; what was given earlier for the same desk has ended by then. */
    void start(DeskName desk, Runnable work);

    /** Ends what runs, after a while also what goes on by itself no longer; what has not begun is dropped. */
    @Override
    void close();
}
