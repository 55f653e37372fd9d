package se.dirigent.core.incident;

import java.util.Objects;
import se.dirigent.core.Texts;

/**
 * How an incident ended.
 *
 * @param text free words, up to 500 characters; required for REFERRED (where to) and CANCELLED
 *     (why)
 */
public record Outcome(Kind kind, String text) {
  /** The kinds of end. */
  public enum Kind {
    CONVEYED,
    TREATED_AND_LEFT,
    REFERRED,
    CANCELLED,
    DUPLICATE
  }

  /** Most characters of the text. */
  static final int TEXT_MAX = 500;

  public Outcome {
    Objects.requireNonNull(kind, "outcome");
    text =
        switch (kind) {
          case REFERRED, CANCELLED -> Texts.require("text", text, 2, TEXT_MAX);
          case CONVEYED, TREATED_AND_LEFT, DUPLICATE -> Texts.optional("text", text, TEXT_MAX);
        };
  }
}
