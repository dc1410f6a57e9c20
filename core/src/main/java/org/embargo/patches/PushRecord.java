package org.embargo.patches;

import java.util.List;
import org.embargo.model.PlannedRef;

/** Remembers what is about to be pushed, so that a crash right after the push is recognised. */
public interface PushRecord {

    /** Called before each push; the push is made only when this has returned. Replaces what was recorded before. */
    void willPush(List<PlannedRef> refs);
}
