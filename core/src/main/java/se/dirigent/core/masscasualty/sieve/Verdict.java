package se.dirigent.core.masscasualty.sieve;

import java.util.List;
import java.util.Objects;
import se.dirigent.core.Texts;

/**
 * A category, and how it came about: nothing is ranked without its reason standing beside it.
 *
 * @param scheme code of the tree or score; empty by hand
 * @param version of the tree or score; empty by hand
 * @param found what led there, in order
 * @param points of the score; 0 otherwise
 * @param text why, when a person set it by hand; may be empty otherwise
 */
public record Verdict(
    Step step,
    String scheme,
    String version,
    Category category,
    List<Found> found,
    int points,
    String text) {
  /** How a category is found. */
  public enum Step {
    /** By the quick tree. */
    SIEVE,
    /** By vital signs. */
    SORT,
    /** By a person's own judgement, with a reason. */
    HAND
  }

  public Verdict {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(category, "category");
    found = List.copyOf(found);
    text = Texts.optional("text", text, 300);
  }

  /**
   * A person's own judgement.
   *
   * @throws se.dirigent.core.Refused of {@link Texts} when there is no reason
   */
  public static Verdict byHand(Category category, String reason) {
    String text = Texts.require("reason", reason, 2, 300);
    return new Verdict(Step.HAND, "", "", category, List.of(), 0, text);
  }
}
