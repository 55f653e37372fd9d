package se.dirigent.app.twin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.arrival.ArrivalFit;
import se.dirigent.simulator.arrival.Rhythm;
import se.dirigent.simulator.arrival.Unrest;
import se.dirigent.simulator.chance.Spread;
import se.dirigent.simulator.service.Segment;
import se.dirigent.simulator.trial.CallModel;

/** Writes what a recording taught as a scenario, which {@link ScenarioFile} reads. */
public final class ScenarioText {
  private static final int DAY = 24;

  /** From one tenth to the other of a normal distribution, in standard deviations. */
  private static final double TENTHS = 2 * 1.2815515655446004;

  private ScenarioText() {}

  /**
   * The file's text.
   *
   * @param source what it was found in
   * @param calls when calls come; null when the recording does not say
   * @param types why people call; empty when the recording does not say
   * @param steps how long the steps take that the recording has
   */
  public static String of(
      String region,
      String source,
      @Nullable ArrivalFit calls,
      List<CallModel.Type> types,
      Map<Segment, Spread> steps) {
    return "# Found in %s.%nregion: %s%n".formatted(source, region)
        + (calls == null && types.isEmpty() ? "" : "calls:\n")
        + (calls == null ? "" : calls(calls))
        + (types.isEmpty() ? "" : types(types))
        + crews(steps)
        + travel(steps.get(Segment.TRAVEL_FACTOR));
  }

  private static String calls(ArrivalFit fit) {
    Unrest unrest = fit.rhythm().unrest();
    String days =
        IntStream.range(0, Rhythm.HOURS / DAY)
            .mapToObj(day -> "    " + day(fit.rhythm(), day))
            .collect(Collectors.joining("\n"));
    return String.format(
        Locale.ROOT,
        """
          # In %d weeks, with %.1f calls a day there.
          unrest: { deviation: %.3f, memory: %.2f, day-deviation: %.3f }
          # Part of a week's calls in each hour, a row for each day from Monday.
          week: [
        %s
          ]
        """,
        fit.weeks(),
        fit.perDay(),
        unrest.deviation(),
        unrest.memory(),
        unrest.dayDeviation(),
        days);
  }

  private static String types(List<CallModel.Type> types) {
    return types.stream()
        .map(type ->
            String.format(
                Locale.ROOT,
                "    - { name: \"%s\", share: %.5f, levels: [%s], conveyed: %.3f, scene: %.2f }%n",
                type.name().replace("\\", "\\\\").replace("\"", "\\\""),
                type.share(),
                type.levels().stream()
                    .map(share -> String.format(Locale.ROOT, "%.4f", share))
                    .collect(Collectors.joining(", ")),
                type.conveyed(),
                type.scene()))
        .collect(
            Collectors.joining(
                "",
                "  # Why people call: part of all calls, how they spread over the levels, part\n"
                    + "  # taken along, and time on scene beside the usual.\n"
                    + "  types:\n",
                ""));
  }

  private static String day(Rhythm rhythm, int day) {
    return rhythm.week().subList(DAY * day, DAY * (day + 1)).stream()
        .map(share -> String.format(Locale.ROOT, "%.6f,", share))
        .collect(Collectors.joining(" "));
  }

  /** How long crews take; nothing when the recording lacks a step that the twin needs. */
  private static String crews(Map<Segment, Spread> steps) {
    Spread turnout = steps.get(Segment.TURNOUT);
    Spread conveyed = steps.get(Segment.SCENE_CONVEYED);
    Spread left = steps.get(Segment.SCENE_LEFT);
    Spread hospital = steps.get(Segment.HOSPITAL);
    if (turnout == null || conveyed == null || left == null || hospital == null) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        """
        # Minutes: one in ten takes less than the first, half less than the second, nine in ten less
        # than the third.
        crews:
          turnout: %.2f
          conveyed: %s
          left: %s
          hospital: %s
        """,
        turnout.p50(),
        three(conveyed),
        three(left),
        three(hospital));
  }

  /** A spread as the file has it. */
  static String three(Spread spread) {
    return String.format(
        Locale.ROOT, "[%.2f, %.2f, %.2f]", spread.p10(), spread.p50(), spread.p90());
  }

  /** How drives differ from what the roads say: all of them, and from each other. */
  private static String travel(@Nullable Spread factor) {
    return factor == null
        ? ""
        : String.format(
            Locale.ROOT,
            """
            driving: { factor: %.3f }
            travel: { spread: %.3f }
            """,
            factor.p50(),
            Math.log(factor.p90() / factor.p10()) / TENTHS);
  }
}
