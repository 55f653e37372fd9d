package se.dirigent.optimiser.recommend;

import java.util.Set;

/**
 * Why the first stands before the second, and what would change it.
 *
 * @param first unit proposed
 * @param second unit next in turn among those that can be had at once
 * @param marginSeconds how much dearer the second is: it would be first if the first arrived later
 *     by more than this
 * @param decidedBy parts that alone hold the order: without any one of them the second would be
 *     first
 */
public record Rivalry(String first, String second, double marginSeconds, Set<CostPart> decidedBy) {
  public Rivalry {
    decidedBy = Set.copyOf(decidedBy);
  }
}
