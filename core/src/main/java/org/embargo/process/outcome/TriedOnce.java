package org.embargo.process.outcome;

/**
 * A letter that may be called off until it leaves: the mail server tries it once and gives it back, and before each try
 * the case is asked again whether it may still go (contract, section 9).
 */
public interface TriedOnce {}
