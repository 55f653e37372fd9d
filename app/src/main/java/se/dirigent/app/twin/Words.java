package se.dirigent.app.twin;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.twin.Findings.Figure;
import se.dirigent.simulator.twin.Findings.Verdict;
import se.dirigent.simulator.twin.Measure;

/** The words and numbers of a report in one language. */
public final class Words {
  private static final double MINUTE_SECONDS = 60;

  private final ResourceBundle texts;
  private final Locale locale;

  /** Swedish ({@code sv}) or English ({@code en}). */
  public Words(String language) {
    if (!language.equals("sv") && !language.equals("en")) {
      throw new IllegalArgumentException("language is '" + language + "'; give sv or en");
    }
    this.locale = language.equals("sv") ? Locale.of("sv", "SE") : Locale.UK;
    this.texts =
        ResourceBundle.getBundle(
            "twin.report", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  String language() {
    return locale.getLanguage();
  }

  /** A text by its key, filled in. */
  public String get(String key, Object... values) {
    return values.length == 0 ? texts.getString(key) : texts.getString(key).formatted(values);
  }

  /** What a measure is called, without its area. */
  public String name(Measure measure) {
    String kind = get("measure." + measure.kind());
    return measure.level() == 0 ? kind : get("level", kind, measure.level());
  }

  /** In what its values are written. */
  public String unit(Measure measure) {
    return get("unit." + measure.kind().unit());
  }

  /** In what its changes are written. */
  public String unitOfChange(Measure measure) {
    return measure.kind().unit() == Measure.Unit.SHARE ? get("points") : unit(measure);
  }

  /** A value in the unit that it is written in. */
  public static double shown(Measure measure, double value) {
    return switch (measure.kind().unit()) {
      case COUNT, HOURS -> value;
      case KRONOR -> value / 1_000_000;
      case SECONDS -> value / MINUTE_SECONDS;
      case SHARE -> 100 * value;
    };
  }

  /** A value with its interval, and whether it may be more. */
  public String value(Measure measure, Figure figure) {
    Interval value = figure.value();
    if (value == null) {
      return get("nothing");
    }
    String text = interval(measure, value, "");
    return figure.atLeast() ? get("atleast", text) : text;
  }

  /** A change with its interval and its sign. */
  public String change(Measure measure, Figure figure) {
    Interval change = figure.change();
    return change == null ? get("nothing") : interval(measure, change, "+");
  }

  /** What a change is, or why it cannot be told. */
  public String verdict(Figure figure) {
    boolean hidden = figure.change() != null && figure.verdict() == Verdict.NONE;
    return get(hidden ? "untold" : "verdict." + figure.verdict());
  }

  private String interval(Measure measure, Interval of, String plus) {
    String mean = number(shown(measure, of.mean()));
    String sign = of.mean() > 0 && !mean.equals(number(0)) ? plus : "";
    return sign + mean + " ± " + number(shown(measure, of.half()));
  }

  /** Three digits say more than the interval holds. */
  String number(double value) {
    NumberFormat format = NumberFormat.getInstance(locale);
    int digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    // What rounds to nothing has no sign.
    boolean nothing = Math.abs(value) < 0.5 * Math.pow(10, -digits);
    return format.format(nothing ? 0 : value);
  }
}
