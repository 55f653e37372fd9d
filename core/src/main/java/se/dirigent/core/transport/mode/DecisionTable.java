package se.dirigent.core.transport.mode;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * A region's rules for which mode to recommend: the first rule that holds, whose mode can take the
 * patient, decides.
 *
 * @param version as the region numbers it
 * @param author who answers for it
 * @param validFrom first day it is in force
 * @param validUntil last day, or null while nobody knows
 * @param rules the first that holds decides; the last holds always
 */
public record DecisionTable(
    String version,
    String author,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    List<ModeRule> rules) {
  /** More rules than anybody can keep in mind are a mistake. */
  private static final int RULES_MAX = 200;

  /**
   * A rule.
   *
   * @param id short name, unique in its table
   * @param when what must be so
   * @param mode what is then recommended
   * @param instead what would have been taken without the rule, to compare the cost with; null for
   *     the next best
   * @param why in words for the nurse
   */
  public record ModeRule(
      String id, Condition when, Mode mode, @Nullable Mode instead, String why, String whyEn) {
    public ModeRule {
      id = Texts.require("id", id, 1, 40);
      Objects.requireNonNull(when, "when");
      Objects.requireNonNull(mode, "mode");
      why = Texts.require("why", why, 2, 300);
      whyEn = Texts.require("whyEn", whyEn, 2, 300);
    }
  }

  /**
   * Checks that there is an answer to everything and that rules can be told apart.
   *
   * @throws Refused {@code rules.validity}, {@code .count}, {@code .last} or {@code .twice}
   */
  public DecisionTable {
    version = Texts.require("version", version, 1, 40);
    author = Texts.require("author", author, 2, 100);
    rules = List.copyOf(rules);
    if (validUntil != null && validUntil.isBefore(validFrom)) {
      throw new Refused(
          "rules.validity",
          "validUntil",
          Map.of("from", validFrom.toString(), "until", validUntil.toString()));
    }
    if (rules.isEmpty() || rules.size() > RULES_MAX) {
      throw new Refused(
          "rules.count", "rules", Map.of("count", "" + rules.size(), "max", "" + RULES_MAX));
    }
    if (!rules.getLast().when().equals(Condition.always())) {
      throw new Refused("rules.last", "rules", Map.of("rule", rules.getLast().id()));
    }
    Set<String> seen = new HashSet<>();
    for (ModeRule rule : rules) {
      if (!seen.add(rule.id())) {
        throw new Refused("rules.twice", "rules", Map.of("rule", rule.id()));
      }
    }
  }

  /** Whether it is in force on a day. */
  public boolean inForce(LocalDate day) {
    return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
  }
}
