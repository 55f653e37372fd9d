package se.dirigent.core.masscasualty.sieve;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * A question of a tree.
 *
 * @param code unique in the tree, 1–40 characters
 * @param finding what is looked for; the same finding may be asked for in two branches
 * @param label the question in Swedish, 1–120 characters
 * @param labelEn in English
 * @param answers 2–8, with numbers all or none
 */
public record SieveQuestion(
    String code, String finding, String label, String labelEn, List<SieveAnswer> answers) {
  private static final int ANSWERS_MAX = 8;

  /**
   * Checks the answers.
   *
   * @throws Refused {@code sieve.answers}, {@code sieve.twice} or {@code sieve.ranges}
   */
  public SieveQuestion {
    code = Texts.require("code", code, 1, 40);
    finding = Texts.require("finding", finding, 1, 40);
    label = Texts.require("label", label, 1, 120);
    labelEn = Texts.require("labelEn", labelEn, 1, 120);
    answers = List.copyOf(answers);
    List<Range> ranges = answers.stream().map(SieveAnswer::range).filter(Objects::nonNull).toList();
    boolean mixed = !ranges.isEmpty() && ranges.size() != answers.size();
    if (answers.size() < 2 || answers.size() > ANSWERS_MAX || mixed) {
      throw new Refused("sieve.answers", "answers", Map.of("question", code));
    }
    Set<String> seen = new HashSet<>();
    for (SieveAnswer a : answers) {
      if (!seen.add(a.code())) {
        throw new Refused("sieve.twice", "answers", Map.of("value", a.code()));
      }
    }
    if (!ranges.isEmpty()) {
      Range _ = Range.whole(code, ranges);
    }
  }

  /** The numbers it takes, or null when it asks for no number. */
  public @Nullable Range numbers() {
    List<Range> ranges = answers.stream().map(SieveAnswer::range).filter(Objects::nonNull).toList();
    return ranges.isEmpty() ? null : Range.whole(code, ranges);
  }

  /**
   * The answer that was given: by its code, or by a number.
   *
   * @throws Refused {@code sieve.answer} when it is none of them
   */
  SieveAnswer get(String given) {
    for (SieveAnswer a : answers) {
      if (a.code().equals(given) || a.range() != null && holds(a.range(), given)) {
        return a;
      }
    }
    throw new Refused("sieve.answer", finding, Map.of("question", label, "value", given));
  }

  private static boolean holds(Range range, String given) {
    try {
      return range.holds(Integer.parseInt(given));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
