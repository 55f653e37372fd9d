package se.dirigent.optimiser.recommend;

/**
 * One named part of what a choice costs.
 *
 * @param part which
 * @param amount what was measured, in the unit of the part
 * @param seconds what it counts as, in seconds of later arrival: amount × the region's weight
 */
public record Cost(CostPart part, double amount, double seconds) {}
