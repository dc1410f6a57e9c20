/**
 * What bundled upstreams announce. Start with {@link org.embargo.upstream.AnnouncementReader}.
 *
 * <p>It reads words, since that is what announcements are made of; so nothing it reads is believed before the mail is
 * proven, and what it can't read is shown to people and never guessed.
 */
@NullMarked
package org.embargo.upstream;

import org.jspecify.annotations.NullMarked;
