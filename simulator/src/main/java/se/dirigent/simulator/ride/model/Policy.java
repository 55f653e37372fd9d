package se.dirigent.simulator.ride.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the review of secondary transports proposed that orders should go by; each stands in the
 * region's decision table as some rules.
 */
public enum Policy {
  /** Sub-acute and light care out of the county: road instead of air. */
  AIR_TO_ROAD(List.of("subakut-vag", "latt-ut")),
  /** No care need out of the county: taxi instead of air. */
  AIR_TO_TAXI(List.of("taxi-ut")),
  /** Light care within the county: light-care ambulance instead of an ambulance. */
  LIGHT_CARE(List.of("latt-lan"));

  private final List<String> rules;

  Policy(List<String> rules) {
    this.rules = rules;
  }

  /** Which rules of the decision table it is. */
  public List<String> rules() {
    return rules;
  }

  /** The policy that a rule belongs to. */
  public static Optional<Policy> of(String rule) {
    for (Policy policy : values()) {
      if (policy.rules.contains(rule)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }

  /**
   * Part of the orders under the rule that went the old way before the policy [assumption]. The
   * review says that most flights were right and some could be fewer; with these one flight in five
   * is such a one. All light care within the county went by ambulance, since there was no
   * light-care ambulance.
   *
   * @param rule null for none
   */
  public static double habit(@Nullable String rule) {
    return switch (rule == null ? "" : rule) {
      case "subakut-vag" -> 0.15;
      case "latt-ut", "taxi-ut" -> 0.03;
      case "latt-lan" -> 1;
      default -> 1;
    };
  }
}
