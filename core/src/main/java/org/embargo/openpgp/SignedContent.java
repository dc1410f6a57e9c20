package org.embargo.openpgp;

import org.embargo.content.Content;

/**
 * Content signed once, ready to be encrypted for any number of readers. Immutable; safe for use by many threads.
 */
public final class SignedContent {

    private final Content content;

    SignedContent(Content content) {
        this.content = content;
    }

    public Content content() {
        return content;
    }
}
