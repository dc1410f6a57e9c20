/**
 * What {@code embargo demo} shows: a story in scenes, played by people with real keys against a real server process. Start
 * reading at {@link org.embargo.server.demo.Demo}; the scenes stand in the order of the story in
 * {@link org.embargo.server.demo.Story}.
 */
@NullMarked
package org.embargo.server.demo;

import org.jspecify.annotations.NullMarked;
