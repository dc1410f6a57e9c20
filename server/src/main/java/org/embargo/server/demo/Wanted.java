package org.embargo.server.demo;

/** Which of the mails that come somebody waits for. */
interface Wanted {
    boolean is(Received mail) throws StepFailedException;
}
