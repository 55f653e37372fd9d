package se.dirigent.server.masscasualty;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.core.masscasualty.sieve.Verdict;

/**
 * How somebody judges a casualty: by a tree and what was found, by a score and what was measured,
 * or by hand with a reason. One of the three.
 *
 * @param tree code of the tree
 * @param found by finding, the code of the answer or the number
 * @param score code of the score
 * @param measured by finding
 * @param category by hand
 * @param reason by hand, 2–300 characters
 */
record Judgement(
    @Nullable String tree,
    @Nullable Map<String, String> found,
    @Nullable String score,
    @Nullable Map<String, Integer> measured,
    @Nullable Category category,
    @Nullable String reason) {
  // Ordered, so that the same judgement is the same command however the sender's map was.
  Judgement {
    found = found == null ? null : new TreeMap<>(found);
    measured = measured == null ? null : new TreeMap<>(measured);
  }

  /**
   * What it makes of the casualty.
   *
   * @throws Refused {@code sieve.how} unless it is one of the three, or of the scheme
   */
  Verdict verdict(SieveRules rules) {
    if (Stream.of(tree, score, category).filter(Objects::nonNull).count() != 1) {
      throw new Refused("sieve.how", "category", Map.of());
    }
    if (tree != null) {
      return rules.tree(tree).sieve(found == null ? Map.of() : found);
    }
    if (score != null) {
      return rules.score(score).sort(measured == null ? Map.of() : measured);
    }
    return Verdict.byHand(Objects.requireNonNull(category), Objects.requireNonNullElse(reason, ""));
  }
}
