/** What is looked at over and over: the clock, the journal, files by which the operator holds a case or cuts off a leaver. */
@NullMarked
package org.embargo.desk.watch;

import org.jspecify.annotations.NullMarked;
