package se.dirigent.core.incident;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/** The number the caller can be reached on: kept as digits with an optional leading plus. */
final class CallbackNumber {
  /** E.164 allows 15 digits; short numbers such as 112 and exchanges' own have at least 3. */
  private static final Pattern FORM = Pattern.compile("\\+?[0-9]{3,15}");

  private CallbackNumber() {}

  /**
   * Takes away the signs people write between digits. Empty is allowed: the number may be hidden.
   *
   * @throws Refused {@code callbackNumber.form}
   */
  static String normalise(@Nullable String text) {
    String digits = Texts.optional("callbackNumber", text, 40).replaceAll("[\\s()./-]", "");
    if (!digits.isEmpty() && !FORM.matcher(digits).matches()) {
      throw new Refused("callbackNumber.form", "callbackNumber", Map.of());
    }
    return digits;
  }
}
