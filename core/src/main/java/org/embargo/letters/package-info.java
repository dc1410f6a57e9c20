/**
 * From a decided letter to the bytes of a mail: worded from templates, signed once, encrypted for each reader. Start with
 * {@link org.embargo.letters.LetterWriter}.
 */
@NullMarked
package org.embargo.letters;

import org.jspecify.annotations.NullMarked;
