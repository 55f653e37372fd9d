package se.dirigent.app.twin;

import java.util.Locale;
import se.dirigent.simulator.service.TypeFit;

/** Why people called, as a table for a terminal: what was found beside the weeks held out. */
public final class TypeFitText {
  private static final int NAME_LETTERS = 30;

  private TypeFitText() {}

  /** The table. */
  public static String of(TypeFit fit) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%n%d types found in %d calls, tried on %d calls of the last %d weeks; a type's"
                    + " calls in a week lie within their 50 %% interval %.1f%% and within their"
                    + " 90 %% interval %.1f%% of the times%n(found / held out; conveyed and time on"
                    + " scene with a patient beside that of all, where the file says)%n%n"
                    + "%-30s %15s %15s %15s%n",
                fit.types().size(),
                fit.found(),
                fit.tried(),
                fit.weeks(),
                100 * fit.within50(),
                100 * fit.within90(),
                "type",
                "share, %",
                "conveyed, %",
                "scene, of all"));
    for (TypeFit.Type type : fit.types()) {
      TypeFit.Figures found = type.found();
      TypeFit.Figures late = type.heldOut();
      text.append(
          String.format(
              Locale.ROOT,
              "%-30s %15s %15s %15s%n",
              type.name().substring(0, Math.min(NAME_LETTERS, type.name().length())),
              pair(100 * found.share(), 100 * late.share()),
              pair(100 * found.conveyed(), 100 * late.conveyed()),
              pair(found.scene(), late.scene())));
    }
    return text.toString();
  }

  private static String pair(double found, double late) {
    return Double.isNaN(found) ? "–" : number(found) + " / " + number(late);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
  }
}
