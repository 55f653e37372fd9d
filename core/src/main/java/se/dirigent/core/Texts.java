package se.dirigent.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of text that comes from outside: its length and its characters. */
public final class Texts {
  private Texts() {}

  /**
   * Returns the text stripped of surrounding white space, its lines ended by a line feed alone.
   *
   * @param field JSON name of the field, for the message
   * @param lengthMin fewest characters (UTF-16 units, after stripping)
   * @param lengthMax most characters
   * @throws Refused {@code text.missing}, {@code text.length} or {@code text.characters}
   */
  public static String require(String field, @Nullable String text, int lengthMin, int lengthMax) {
    if (text == null) {
      throw new Refused("text.missing", field, Map.of());
    }
    String stripped = text.strip().replace("\r\n", "\n");
    if (stripped.length() < lengthMin || stripped.length() > lengthMax) {
      throw new Refused(
          stripped.isEmpty() ? "text.missing" : "text.length",
          field,
          Map.of(
              "length", String.valueOf(stripped.length()),
              "min", String.valueOf(lengthMin),
              "max", String.valueOf(lengthMax)));
    }
    if (stripped.codePoints().anyMatch(Texts::forbidden)) {
      throw new Refused("text.characters", field, Map.of());
    }
    return stripped;
  }

  /** As {@link #require} but absent or blank text gives an empty string. */
  public static String optional(String field, @Nullable String text, int lengthMax) {
    return text == null || text.isBlank() ? "" : require(field, text, 1, lengthMax);
  }

  /**
   * Control characters break logs and PostgreSQL (NUL), unpaired surrogates cannot be written as
   * UTF-8, and the bidirectional overrides can make a text show as another than it is.
   */
  private static boolean forbidden(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean override = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || surrogate || override;
  }
}
