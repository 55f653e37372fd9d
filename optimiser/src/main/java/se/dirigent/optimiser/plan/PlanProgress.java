package se.dirigent.optimiser.plan;

/**
 * Where a search stands.
 *
 * @param seconds since it began
 * @param share of the budget that is used, 0 to 1
 * @param rounds done by all chains together
 * @param cost of the best plan so far
 * @param unserved rides that plan leaves out
 */
public record PlanProgress(double seconds, double share, long rounds, double cost, int unserved) {}
