/** Makes hostile bytes: seeds from the corpus, and mutants of them that are the same in every run. */
package org.embargo.hostile;
