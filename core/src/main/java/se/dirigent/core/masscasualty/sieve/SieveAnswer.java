package se.dirigent.core.masscasualty.sieve;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * One answer to a question, and where it leads.
 *
 * @param code unique in its question, 1–40 characters
 * @param label what the crew taps, in Swedish, 1–80 characters
 * @param labelEn in English
 * @param range the numbers that mean it, when the question asks for a number; else null
 * @param next code of the question that follows, or null at the end
 * @param category what it ends in, or null when another question follows
 */
public record SieveAnswer(
    String code,
    String label,
    String labelEn,
    @Nullable Range range,
    @Nullable String next,
    @Nullable Category category) {
  public SieveAnswer {
    code = Texts.require("code", code, 1, 40);
    label = Texts.require("label", label, 1, 80);
    labelEn = Texts.require("labelEn", labelEn, 1, 80);
    if ((next == null) == (category == null)) {
      throw new Refused("sieve.end", "answers", Map.of("answer", code));
    }
  }
}
