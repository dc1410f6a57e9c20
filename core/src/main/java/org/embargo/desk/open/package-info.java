/**
 * A desk at work: its keys, its team and its settings at this moment ({@link org.embargo.desk.open.OpenDesk}), and the one way
 * to change a case ({@link org.embargo.desk.open.CaseCommit}).
 */
@NullMarked
package org.embargo.desk.open;

import org.jspecify.annotations.NullMarked;
