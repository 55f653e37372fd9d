package se.dirigent.server.masscasualty;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.core.masscasualty.sieve.Found;
import se.dirigent.core.masscasualty.sieve.Verdict;

/**
 * How somebody judges a casualty: by a tree or a score and what was found, or by hand with a
 * reason. One of the three.
 *
 * @param tree code of the tree
 * @param score code of the score
 * @param found answers by their code, or numbers; the last of a finding holds
 * @param category by hand
 * @param reason by hand, 2–300 characters
 * @param at when it was found; without it, now. Of a registration it is said there
 */
record Judgement(
    @Nullable String tree,
    @Nullable String score,
    @Nullable List<Found> found,
    @Nullable Category category,
    @Nullable String reason,
    @Nullable Instant at) {
  /**
   * What it makes of the casualty.
   *
   * @throws Refused {@code sieve.how} unless it is one of the three, {@code sort.number}, or of the
   *     scheme
   */
  Verdict verdict(SieveRules rules) {
    if (Stream.of(tree, score, category).filter(Objects::nonNull).count() != 1) {
      throw new Refused("sieve.how", "category", Map.of());
    }
    if (tree != null) {
      Map<String, String> answers = new HashMap<>();
      all().forEach(f -> answers.put(f.finding(), f.value()));
      return rules.tree(tree).sieve(answers);
    }
    if (score != null) {
      Map<String, Integer> measured = new HashMap<>();
      all().forEach(f -> measured.put(f.finding(), number(f)));
      return rules.score(score).sort(measured);
    }
    return Verdict.byHand(Objects.requireNonNull(category), Objects.requireNonNullElse(reason, ""));
  }

  private List<Found> all() {
    return found == null ? List.of() : found;
  }

  private static int number(Found found) {
    try {
      return Integer.parseInt(found.value());
    } catch (NumberFormatException e) {
      throw new Refused("sort.number", "found", Map.of("value", found.value()));
    }
  }
}
