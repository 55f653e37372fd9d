package se.dirigent.app.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.routing.network.SharedTravelTimes;
import se.dirigent.routing.travel.Leg;
import se.dirigent.routing.travel.Route;
import se.dirigent.routing.travel.Travel;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.Unreachable;
import se.dirigent.routing.travel.Urgency;

/** Says how long a journey takes, leg by leg. */
@Command(
    name = "travel",
    description = {
      "Say how long a journey takes, and by what.",
      "A place is a name, such as Östersund, or a position, such as 63.18,14.64."
    })
final class TravelCommand implements Callable<Integer> {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final Pattern POSITION =
      Pattern.compile("\\s*(-?\\d+(?:\\.\\d+)?)\\s*,\\s*(-?\\d+(?:\\.\\d+)?)\\s*");

  /** Names offered for one that is not known. */
  private static final int OFFERED = 5;

  @Mixin private final JsonReport report = new JsonReport();
  @Mixin private final ServiceOptions.DataFolder data = new ServiceOptions.DataFolder();

  @Parameters(index = "0", paramLabel = "FROM", description = "Where the journey begins")
  private String from = "";

  @Parameters(index = "1", paramLabel = "TO", description = "Where it ends")
  private String to = "";

  @Option(
      names = "--by",
      paramLabel = "MODE",
      defaultValue = "ROAD",
      description =
          "road, helicopter, aeroplane, boat, snowmobile or foot (default: ${DEFAULT-VALUE})")
  private By by = By.ROAD;

  @Option(names = "--lights", description = "With lights and siren")
  private boolean lights;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "When it begins, such as 2026-02-03T07:40 by the clock of Sweden (default: now)")
  private String at = "";

  /** The words of the command line. */
  private enum By {
    ROAD(TravelMode.ROAD),
    HELICOPTER(TravelMode.AIR),
    AEROPLANE(TravelMode.AEROPLANE),
    BOAT(TravelMode.BOAT),
    SNOWMOBILE(TravelMode.OFF_ROAD),
    FOOT(TravelMode.FOOT);

    private final TravelMode mode;

    By(TravelMode mode) {
      this.mode = mode;
    }
  }

  @Override
  public Integer call() {
    Instant when = when();
    NationalNetwork places = NationalNetwork.load();
    Position start = position(places, "FROM", from);
    Position goal = position(places, "TO", to);
    Path folder = data.path().resolve("roads");
    Urgency urgency = lights ? Urgency.LIGHTS_AND_SIRENS : Urgency.NORMAL;
    Route route;
    try {
      route = SharedTravelTimes.of(folder).route(start, goal, by.mode, urgency, when);
    } catch (Unreachable e) {
      System.err.println("Cannot be reached: " + e.getMessage());
      report.write(Map.of("reachable", false, "reason", "" + e.getMessage()));
      return Exit.NOT_DONE;
    }
    if (!report.takesOutput()) {
      print(route);
    }
    report.write(map(route, when));
    return Exit.DONE;
  }

  private Instant when() {
    if (at.isEmpty()) {
      return Instant.now();
    }
    try {
      return at.endsWith("Z")
          ? Instant.parse(at)
          : LocalDateTime.parse(at).atZone(SWEDEN).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--at is '" + at + "'; give a time such as 2026-02-03T07:40", e);
    }
  }

  private static Position position(NationalNetwork places, String name, String text) {
    Matcher numbers = POSITION.matcher(text);
    if (numbers.matches()) {
      return new Position(
          Double.parseDouble(numbers.group(1)), Double.parseDouble(numbers.group(2)));
    }
    return places
        .find(text)
        .map(NationalNetwork.Place::position)
        .orElseThrow(() ->
            new IllegalArgumentException(
                name
                    + " is '"
                    + text
                    + "', which is no place we know"
                    + offer(places, text)
                    + "; give another name, or a position such as 63.18,14.64"));
  }

  private static String offer(NationalNetwork places, String text) {
    String begin = text.strip().toLowerCase(Locale.ROOT);
    String start = begin.substring(0, Math.min(3, begin.length()));
    List<String> near =
        places.places().stream()
            .map(NationalNetwork.Place::name)
            .filter(n -> !start.isEmpty() && n.toLowerCase(Locale.ROOT).startsWith(start))
            .sorted()
            .distinct()
            .limit(OFFERED)
            .toList();
    return near.isEmpty() ? "" : " (there are " + String.join(", ", near) + ")";
  }

  private static void print(Route route) {
    Travel travel = route.travel();
    System.out.printf(
        Locale.ROOT, "%.1f km, %s%n", travel.distanceMetres() / 1000, text(minutes(travel)));
    for (Leg leg : route.legs()) {
      System.out.printf(
          Locale.ROOT,
          "  %-11s %8.1f km  %s%n",
          leg.by().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          leg.distanceMetres() / 1000,
          text(leg.duration().toMillis() / 60_000.0));
    }
  }

  private static double minutes(Travel travel) {
    return travel.median().toMillis() / 60_000.0;
  }

  private static String text(double minutes) {
    long whole = Math.round(minutes);
    return whole < 60 ? whole + " min" : whole / 60 + " h " + whole % 60 + " min";
  }

  private Map<String, Object> map(Route route, Instant when) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("from", from);
    map.put("to", to);
    map.put("by", by.name());
    map.put("lights", lights);
    map.put("at", when.toString());
    map.put("reachable", true);
    map.put("distanceKm", round(route.travel().distanceMetres() / 1000));
    map.put("durationMinutes", round(minutes(route.travel())));
    map.put("legs", route.legs().stream().map(TravelCommand::map).toList());
    return map;
  }

  private static Map<String, Object> map(Leg leg) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("by", leg.by().name());
    map.put("distanceKm", round(leg.distanceMetres() / 1000));
    map.put("durationMinutes", round(leg.duration().toMillis() / 60_000.0));
    map.put("path", leg.path().stream().map(TravelCommand::pair).toList());
    return map;
  }

  private static List<Double> pair(Position at) {
    return List.of(round4(at.latitude()), round4(at.longitude()));
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private static double round4(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
