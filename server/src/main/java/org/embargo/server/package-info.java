/**
 * The embedded Apache James and the command line. Start reading at {@link org.embargo.server.Cli}; how James is put
 * together stands in {@link org.embargo.server.EmbargoServer}. The plugin itself is not on this module's class path:
 * James loads it from the home's {@code extensions-jars}, as it would at any operator's.
 */
@NullMarked
package org.embargo.server;

import org.jspecify.annotations.NullMarked;
