package se.dirigent.simulator.demand;

import java.util.List;

/**
 * Why somebody calls.
 *
 * @param code our own short code; not an index of any decision support
 * @param text what the index says, in Swedish
 * @param details what the caller adds, in Swedish; at least one
 * @param weight how common it is among all calls; relative
 * @param levelWeights how it spreads over priority levels 1 to 4; relative
 */
public record Complaint(
    String code, String text, List<String> details, int weight, List<Integer> levelWeights) {
  public Complaint {
    details = List.copyOf(details);
    levelWeights = List.copyOf(levelWeights);
    if (levelWeights.size() != 4 || details.isEmpty()) {
      throw new IllegalArgumentException(
          "complaint " + code + " has " + levelWeights.size() + " level weights; give four");
    }
  }
}
