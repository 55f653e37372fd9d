package se.dirigent.routing.closure;

import java.util.List;
import java.util.Map;

/**
 * What came of a set of reports.
 *
 * @param roads per report how many roads it met; 0 means that it changes nothing, which its author
 *     should be told
 * @param contradictions reports that cannot both be true
 */
public record Outcome(Map<String, Integer> roads, List<Contradiction> contradictions) {
  public Outcome {
    roads = Map.copyOf(roads);
    contradictions = List.copyOf(contradictions);
  }
}
