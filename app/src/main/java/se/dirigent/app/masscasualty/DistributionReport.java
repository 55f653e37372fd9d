package se.dirigent.app.masscasualty;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.Choice;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.Distribution.Placed;
import se.dirigent.optimiser.distribute.Distribution.Trip;
import se.dirigent.optimiser.distribute.Distribution.Unplaced;
import se.dirigent.optimiser.distribute.DistributionProblem;

/**
 * A distribution for people and for programs.
 *
 * @param at the event's moment, from which minutes count
 * @param choices why trips go where they go; empty when the answer is a rule's
 */
public record DistributionReport(
    MassEvent event,
    DistributionProblem problem,
    Distribution answer,
    List<Choice> choices,
    Instant at) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Europe/Stockholm"));

  public DistributionReport {
    choices = List.copyOf(choices);
  }

  /** Lines of a table: hospitals by hour, then trips in order, then who is left. */
  public List<String> lines(int tripsMost) {
    List<String> lines = new ArrayList<>();
    lines.add(event.title());
    lines.add(
        text(
            "%d casualties, %d vehicles, %d hospitals. Harm %.0f%s",
            problem.casualties().size(),
            problem.vehicles().size(),
            problem.hospitals().size(),
            answer.harm(),
            answer.bound() > 0
                ? text("; no plan can be better by more than %.2f %%", 100 * answer.gap())
                : ""));
    lines.add("");
    hospitals(lines);
    lines.add("");
    categories(lines);
    lines.add("");
    for (int t = 0; t < Math.min(tripsMost, answer.trips().size()); t++) {
      lines.add(trip(t));
    }
    if (answer.trips().size() > tripsMost) {
      lines.add("and " + (answer.trips().size() - tripsMost) + " trips more (--trips, --json)");
    }
    left().forEach((who, count) -> lines.add("Left: " + count + " " + who));
    return lines;
  }

  private void hospitals(List<String> lines) {
    int[][][] loads = answer.loads(problem);
    int[] totals = answer.totals(problem);
    lines.add(text("%-42s %5s  by hour (%s)", "Hospital", "all", letters()));
    for (int h = 0; h < totals.length; h++) {
      if (totals[h] > 0) {
        StringBuilder hours = new StringBuilder();
        for (int hour = 0; hour < loads[h].length; hour++) {
          int[] row = loads[h][hour];
          if (Arrays.stream(row).sum() > 0) {
            hours
                .append("  ")
                .append(hour)
                .append(": ")
                .append(
                    Arrays.stream(row).mapToObj(String::valueOf).collect(Collectors.joining("/")));
          }
        }
        lines.add(text("%-42s %5d%s", problem.hospitals().get(h).name(), totals[h], hours));
      }
    }
  }

  private String letters() {
    return problem.categories().stream()
        .map(category -> category.name())
        .collect(Collectors.joining("/"));
  }

  private void categories(List<String> lines) {
    lines.add(text("%-12s %8s %8s %18s", "Category", "treated", "left", "median/last min"));
    for (int k = 0; k < problem.categories().size(); k++) {
      List<Integer> minutes = new ArrayList<>();
      int left = 0;
      for (int c = 0; c < problem.casualties().size(); c++) {
        if (problem.casualties().get(c).category() == k) {
          switch (answer.placements().get(c)) {
            case Placed placed -> minutes.add(placed.treatmentMinute());
            case Unplaced ignored -> left++;
          }
        }
      }
      minutes.sort(null);
      String times =
          minutes.isEmpty() ? "" : minutes.get(minutes.size() / 2) + "/" + minutes.getLast();
      if (left + minutes.size() > 0) {
        String name = problem.categories().get(k).name();
        lines.add(text("%-12s %8d %8d %18s", name, minutes.size(), left, times));
      }
    }
  }

  private String trip(int number) {
    Trip trip = answer.trips().get(number);
    return text(
        "%s  %-22s %s to %s, there %s: %s%s",
        clock(trip.departureMinute()),
        problem.vehicles().get(trip.vehicle()).name(),
        problem.places().get(trip.place()).name(),
        problem.hospitals().get(trip.hospital()).name(),
        clock(trip.arrivalMinute()),
        aboard(trip),
        number < choices.size() ? why(choices.get(number)) : "");
  }

  private String aboard(Trip trip) {
    Map<Integer, Long> counts =
        trip.casualties().stream()
            .collect(
                Collectors.groupingBy(
                    c -> problem.casualties().get(c).category(),
                    TreeMap::new,
                    Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + problem.categories().get(entry.getKey()).name())
        .collect(Collectors.joining(", "));
  }

  private String why(Choice choice) {
    return choice.runnerUp() == Choice.NONE
        ? " (no other takes them in time)"
        : text(
            " (%s: harm +%.0f, %.0f %% sure)",
            problem.hospitals().get(choice.runnerUp()).name(),
            choice.dearer(),
            100 * choice.sure());
  }

  /** Who is left where they are, by category and reason. */
  private Map<String, Integer> left() {
    Map<String, Integer> left = new TreeMap<>();
    for (int c : answer.unplaced()) {
      Casualty one = problem.casualties().get(c);
      Unplaced unplaced = (Unplaced) answer.placements().get(c);
      String why =
          switch (unplaced.why()) {
            case NO_HOSPITAL -> "no hospital takes them";
            case NO_VEHICLE -> "no vehicle brings them to such a hospital in time";
            case NO_ROOM -> "others have the room and the vehicles there are";
            case NOT_LET_IN -> "driven to a hospital that never let them in";
          };
      String name = problem.categories().get(one.category()).name();
      left.merge(
          name + " at " + problem.places().get(one.place()).name() + ": " + why, 1, Integer::sum);
    }
    return left;
  }

  private String clock(int minute) {
    return CLOCK.format(at.plusSeconds(60L * minute));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** For programs: instants in UTC, minutes from the event. */
  public Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("title", event.title());
    map.put("at", at.toString());
    map.put("casualties", problem.casualties().size());
    map.put("vehicles", problem.vehicles().size());
    map.put("harm", answer.harm());
    map.put("bound", answer.bound());
    map.put("gapShare", answer.bound() > 0 ? answer.gap() : null);
    map.put("left", left());
    int[][][] loads = answer.loads(problem);
    int[] totals = answer.totals(problem);
    List<Map<String, Object>> hospitals = new ArrayList<>();
    for (int h = 0; h < totals.length; h++) {
      if (totals[h] > 0) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("hospital", problem.hospitals().get(h).name());
        one.put("casualties", totals[h]);
        one.put("byHourAndCategory", loads[h]);
        hospitals.add(one);
      }
    }
    map.put("hospitals", hospitals);
    List<Map<String, Object>> trips = new ArrayList<>();
    for (int t = 0; t < answer.trips().size(); t++) {
      trips.add(map(t, answer.trips().get(t)));
    }
    map.put("trips", trips);
    return map;
  }

  private Map<String, Object> map(int number, Trip trip) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("vehicle", problem.vehicles().get(trip.vehicle()).name());
    map.put("place", problem.places().get(trip.place()).name());
    map.put("hospital", problem.hospitals().get(trip.hospital()).name());
    map.put("loadMinute", trip.loadMinute());
    map.put("departureMinute", trip.departureMinute());
    map.put("arrivalMinute", trip.arrivalMinute());
    map.put("casualties", trip.casualties().stream().map(this::map).toList());
    if (number < choices.size()) {
      Choice choice = choices.get(number);
      boolean none = choice.runnerUp() == Choice.NONE;
      map.put("runnerUp", none ? null : problem.hospitals().get(choice.runnerUp()).name());
      map.put("runnerUpHarm", none ? null : choice.dearer());
      map.put("sure", choice.sure());
    }
    return map;
  }

  private Map<String, Object> map(int casualty) {
    Casualty one = problem.casualties().get(casualty);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("casualty", casualty);
    map.put("category", problem.categories().get(one.category()).name());
    if (answer.placements().get(casualty) instanceof Placed placed) {
      map.put("treatmentMinute", placed.treatmentMinute());
    }
    return map;
  }
}
