package org.embargo.mailets;

import org.apache.james.utils.UserDefinedStartable;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** What starts after James's door is open. */
public final class EmbargoStartable implements UserDefinedStartable {
    private static final Logger LOGGER = LogManager.getLogger(EmbargoStartable.class);

    @Override
    public void start() {
        LOGGER.info("the plugin has started");
    }
}
