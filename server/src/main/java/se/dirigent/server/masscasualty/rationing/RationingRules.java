package se.dirigent.server.masscasualty.rationing;

import java.util.List;
import java.util.Map;
import se.dirigent.core.Refused;
import se.dirigent.core.masscasualty.rationing.RationingRule;

/** The rules a region has for who comes first when there is not enough, as its data says. */
record RationingRules(List<RationingRule> rules) {
  RationingRules {
    rules = List.copyOf(rules);
  }

  /**
   * The rule of a code.
   *
   * @throws Refused {@code rationing.rule}
   */
  RationingRule get(String code) {
    return rules.stream()
        .filter(rule -> rule.code().equals(code))
        .findAny()
        .orElseThrow(() -> Refused.unknown("rationing.rule", "rule", Map.of("code", code)));
  }
}
