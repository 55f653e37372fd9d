package se.dirigent.optimiser.plan.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.plan.Break;

/**
 * When a driver has the pauses that driving asks for (Regulation (EC) No 561/2006 article 7: after
 * four and a half hours of driving 45 minutes). Each pause has a window to begin in, such that no
 * stretch between two of them, nor before the first or after the last, is longer than what may be
 * driven without one, whenever in its window each is had. Waiting counts as driving: a plan that
 * keeps these windows keeps the rule, and sometimes pauses before it must. The pause is not parted
 * in fifteen and thirty minutes, which the article allows.
 */
final class Pauses {
  private Pauses() {}

  /**
   * The pauses of a shift, in the order they are had.
   *
   * @param from when the shift begins, in seconds
   * @param to when it ends
   * @param longest stretch without a pause, in seconds
   * @param length of a pause, in seconds
   */
  static List<Break> of(double from, double to, double longest, double length) {
    double shift = to - from;
    int pauses = 0;
    while ((pauses + 1) * longest + pauses * length < shift) {
      pauses++;
    }
    List<Break> breaks = new ArrayList<>();
    double spare = (pauses + 1) * longest + pauses * length - shift;
    double width = pauses == 0 ? 0 : Math.min(longest, spare / pauses);
    double latest = longest;
    for (int k = 0; k < pauses; k++) {
      breaks.add(new Break(from + latest - width, from + latest, length));
      latest += longest + length - width;
    }
    return breaks;
  }

  /** The pauses with the meal: within one of them where both can be, else by itself. */
  static List<Break> with(List<Break> pauses, @Nullable Break meal) {
    List<Break> all = new ArrayList<>(pauses);
    if (meal == null) {
      return all;
    }
    for (int k = 0; k < all.size(); k++) {
      Break pause = all.get(k);
      double earliest = Math.max(pause.earliest(), meal.earliest());
      double length = Math.max(pause.duration(), meal.duration());
      // The meal's window is for its end too.
      double latest = Math.min(pause.latest(), meal.latest() + meal.duration() - length);
      if (earliest <= latest) {
        all.set(k, new Break(earliest, latest, length));
        return all;
      }
    }
    all.add(meal);
    all.sort(Comparator.comparingDouble(Break::earliest));
    return all;
  }

  /** Those that are still to be had: one whose window has passed was had, or is too late. */
  static List<Break> left(List<Break> breaks, double now) {
    return breaks.stream()
        .filter(b -> b.latest() >= now)
        .map(b -> new Break(Math.max(now, b.earliest()), b.latest(), b.duration()))
        .toList();
  }
}
