package se.dirigent.app.exercise.play;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What those who are played write, as staff would: in Swedish, whatever language a page is in. */
final class Said {
  private static final Locale SWEDISH = Locale.of("sv", "SE");
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle(
          "exercise.played", SWEDISH, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

  private Said() {}

  /** A text by its key, filled in. */
  static String of(String key, Object... values) {
    return String.format(SWEDISH, TEXTS.getString(key), values);
  }
}
