package se.dirigent.app.twin;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import se.dirigent.simulator.chain.Event;
import se.dirigent.simulator.twin.ChainChange;
import se.dirigent.simulator.twin.Change;

/** One event of a scenario file: when, and one thing that happens. */
final class EventSection {
  /** Longer than any run. */
  private static final Duration FOR_EVER = Duration.ofDays(10_000);

  private static final Pattern DAY_AND_TIME = Pattern.compile("day (\\d{1,4}) (\\d\\d:\\d\\d)");

  /** What can happen, each with the keys that go with it. */
  private static final Map<String, Set<String>> WHAT =
      new TreeMap<>(
          Map.of(
              "centre-lost", Set.of("taken-over-by", "after-minutes"),
              "areas-taken", Set.of("by"),
              "calls-factor", Set.of(),
              "casualties", Set.of("areas", "shares"),
              "units-lost", Set.of(),
              "station-lost", Set.of(),
              "hospital-closed", Set.of(),
              "driving-factor", Set.of("areas"),
              "convoys-every-minutes", Set.of("areas"),
              "unreachable", Set.of("later-minutes")));

  private final Section of;
  private final String what;

  private EventSection(String file, Node node) {
    Set<String> all = new TreeSet<>(WHAT.keySet());
    WHAT.values().forEach(all::addAll);
    all.addAll(Set.of("at", "hours"));
    Section any = new Section(file, node, all);
    List<String> found = WHAT.keySet().stream().filter(any::has).toList();
    if (found.size() != 1) {
      throw any.refused(
          node,
          "%d things happen at once; give one of %s for each time"
              .formatted(found.size(), String.join(", ", WHAT.keySet())));
    }
    what = found.getFirst();
    Set<String> keys = new TreeSet<>(WHAT.getOrDefault(what, Set.of()));
    keys.addAll(Set.of("at", "hours", what));
    of = new Section(file, node, keys);
  }

  /** The change. */
  static Change read(String file, Node node) {
    EventSection section = new EventSection(file, node);
    return new ChainChange.Happens(ChainSection.fit(section.of, section::event));
  }

  private Event event() {
    Event.Span span = span();
    List<String> areas = of.texts("areas");
    return switch (what) {
      case "centre-lost" ->
          new Event.CentreLost(
              span,
              of.text(what),
              of.text("taken-over-by"),
              ChainSection.minutes(of, "after-minutes"));
      case "areas-taken" -> new Event.AreasTaken(span, of.texts(what), of.text("by"));
      case "calls-factor" -> new Event.MoreCalls(span, of.number(what));
      case "casualties" ->
          new Event.Casualties(
              span, of.whole(what, 1, Integer.MAX_VALUE), areas, of.numbers("shares"));
      case "units-lost" -> new Event.UnitsLost(span, of.texts(what));
      case "station-lost" -> new Event.StationLost(span, of.text(what));
      case "hospital-closed" -> new Event.HospitalClosed(span, of.text(what));
      case "driving-factor" -> new Event.SlowerRoads(span, of.number(what), areas);
      case "convoys-every-minutes" ->
          new Event.Convoys(span, ChainSection.minutes(of, what), areas);
      default -> new Event.CutOff(span, of.number(what), ChainSection.minutes(of, "later-minutes"));
    };
  }

  private Event.Span span() {
    String text = of.text("at");
    Matcher parts = DAY_AND_TIME.matcher(text);
    try {
      if (parts.matches()) {
        Duration time = Duration.between(LocalTime.MIDNIGHT, LocalTime.parse(parts.group(2)));
        return lasting(Duration.ofDays(Integer.parseInt(parts.group(1))).plus(time));
      }
    } catch (DateTimeParseException notOne) {
      // Refused below, as what looks otherwise.
    }
    throw of.refused(of.at("at"), "'at' is '%s'; give one as day 1 06:00".formatted(text));
  }

  private Event.Span lasting(Duration from) {
    if (!of.has("hours")) {
      return new Event.Span(from, FOR_EVER);
    }
    double hours = of.within("hours", 0, ChainSection.HOURS_MAX);
    return new Event.Span(
        from, from.plus(Duration.ofMillis(Math.max(1, Math.round(3_600_000 * hours)))));
  }
}
