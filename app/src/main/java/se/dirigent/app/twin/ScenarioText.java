package se.dirigent.app.twin;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.dirigent.simulator.arrival.ArrivalFit;
import se.dirigent.simulator.arrival.Rhythm;
import se.dirigent.simulator.arrival.Unrest;

/** A rhythm that was found, as a scenario that {@link ScenarioFile} reads. */
public final class ScenarioText {
  private static final int DAY = 24;

  private ScenarioText() {}

  /**
   * The file's text.
   *
   * @param source what it was found in
   */
  public static String of(String region, String source, ArrivalFit fit) {
    Unrest unrest = fit.rhythm().unrest();
    String days =
        IntStream.range(0, Rhythm.HOURS / DAY)
            .mapToObj(day -> "    " + day(fit.rhythm(), day))
            .collect(Collectors.joining("\n"));
    return String.format(
        Locale.ROOT,
        """
        # Found in %d weeks of %s, with %.1f calls a day there.
        region: %s
        calls:
          unrest: { deviation: %.3f, memory: %.2f, day-deviation: %.3f }
          # Part of a week's calls in each hour, a row for each day from Monday.
          week: [
        %s
          ]
        """,
        fit.weeks(),
        source,
        fit.perDay(),
        region,
        unrest.deviation(),
        unrest.memory(),
        unrest.dayDeviation(),
        days);
  }

  private static String day(Rhythm rhythm, int day) {
    return rhythm.week().subList(DAY * day, DAY * (day + 1)).stream()
        .map(share -> String.format(Locale.ROOT, "%.6f,", share))
        .collect(Collectors.joining(" "));
  }
}
