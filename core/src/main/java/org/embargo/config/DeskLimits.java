package org.embargo.config;

/**
 * How much automatic mail a desk sends in an hour, so that nobody uses it to flood others or the team.
 *
 * @param casesPerHour       beyond which the team gets lists of new cases
 * @param receiptsPerAddress to one address
 * @param receiptsPerDomain  to all addresses of one domain
 * @param receiptsPerHour    to everybody
 */
public record DeskLimits(int casesPerHour, int receiptsPerAddress, int receiptsPerDomain, int receiptsPerHour) {}
