package org.embargo.server.demo;

/** A mail that somebody received and could open. */
record Received(Letter letter, Content content) {

    /** Outside, where everybody sees it. */
    String header(String name) {
        return letter.header(name);
    }

    String text() throws StepFailedException {
        return content.text();
    }
}
