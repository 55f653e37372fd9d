package se.dirigent.app.masscasualty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import se.dirigent.app.masscasualty.MassEvent.Carrier;
import se.dirigent.app.masscasualty.MassEvent.Extra;
import se.dirigent.app.masscasualty.MassEvent.Site;
import se.dirigent.app.masscasualty.MassEvent.Wounded;
import se.dirigent.app.twin.ScenarioFile;
import se.dirigent.app.twin.ScenarioRefused;
import se.dirigent.app.twin.Section;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.distribute.CategoryRule;
import se.dirigent.optimiser.distribute.Intake;

/**
 * Reads mass-casualty events: files in YAML (docs/events.md), or those that come with the program,
 * by name. What is wrong is refused with file, line, value and remedy.
 */
public final class EventFile {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final String READY = "/events/";
  private static final List<String> CATEGORIES =
      CategoryRule.defaults().stream().map(CategoryRule::name).toList();

  /** What a file may hold; how the event is practised is read by {@code app.exercise}. */
  public static final Set<String> KEYS =
      Set.of(
          "title",
          "region",
          "at",
          "places",
          "hospitals",
          "key",
          "vehicles",
          "horizon-hours",
          "exercise");

  /** More is not one event, and not what the kernel was measured with. */
  private static final int CASUALTIES_MAX = 20_000;

  private static final int BYTES_MAX = 1_000_000;
  private static final int HOURS_MAX = 48;
  private static final double TOLERANCE = 1e-6;

  private final Set<String> regions;
  private final Set<String> hospitals;

  /**
   * A reader that knows what there is.
   *
   * @param regions codes of regions
   * @param hospitals ids of hospitals
   */
  public EventFile(Set<String> regions, Set<String> hospitals) {
    this.regions = Set.copyOf(regions);
    this.hospitals = Set.copyOf(hospitals);
  }

  /** The names of those that come with the program. */
  public static List<String> ready() {
    return text(READY + "index.txt").lines().filter(line -> !line.isBlank()).toList();
  }

  /**
   * Reads one.
   *
   * @param name a file, or the name of one that comes with the program
   * @throws ScenarioRefused when it cannot be used
   * @throws NoSuchFileException when it is neither
   */
  public MassEvent read(String name) throws IOException {
    return parse(fileOf(name), source(name));
  }

  /** What a refusal calls the file. */
  public static String fileOf(String name) {
    return isFile(name) ? name : name + ".yaml";
  }

  /**
   * Its text.
   *
   * @param name a file, or the name of one that comes with the program
   * @throws NoSuchFileException when it is neither
   */
  public static String source(String name) throws IOException {
    if (!isFile(name)) {
      if (!ready().contains(name)) {
        throw new IllegalArgumentException(
            "there is no event '%s'; give a file that ends with .yaml, or one of %s"
                .formatted(name, String.join(", ", ready())));
      }
      return text(READY + name + ".yaml");
    }
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(name);
    }
    if (Files.size(file) > BYTES_MAX) {
      throw new IllegalArgumentException(name + " is larger than 1 MB; write less");
    }
    return Files.readString(file);
  }

  private static boolean isFile(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static String text(String resource) {
    try (InputStream in = EventFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no file " + resource + " on the class path; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a text. */
  public MassEvent parse(String file, String text) {
    Section top = new Section(file, ScenarioFile.compose(file, text), KEYS);
    String region = known(top, "region", top.text("region"), regions, "region");
    List<Site> sites = new ArrayList<>();
    for (Node one : top.list("places")) {
      sites.add(site(file, one));
    }
    int all = sites.stream().flatMap(s -> s.casualties().stream()).mapToInt(Wounded::count).sum();
    if (all < 1 || all > CASUALTIES_MAX) {
      throw top.refused(
          top.node(),
          "there are %d casualties; give 1 to %d under 'places'".formatted(all, CASUALTIES_MAX));
    }
    Map<String, List<Intake>> intake = new LinkedHashMap<>();
    Set<String> closed = new TreeSet<>();
    if (top.has("hospitals")) {
      hospitals(file, top.at("hospitals"), intake, closed);
    }
    Set<String> keys = Set.of("regions", "within-minutes", "available-share", "add");
    Section fleet = top.has("vehicles") ? new Section(file, top.at("vehicles"), keys) : null;
    List<String> codes = new ArrayList<>(fleet == null ? List.of() : fleet.texts("regions"));
    for (String code : codes) {
      known(top, "vehicles", code, regions, "region");
    }
    List<Extra> extra = new ArrayList<>();
    for (Node one : fleet == null ? List.<Node>of() : fleet.list("add")) {
      extra.add(extra(file, one));
    }
    return new MassEvent(
        top.text("title"),
        region,
        when(top),
        sites,
        intake,
        closed,
        key(file, top),
        codes.isEmpty() ? List.copyOf(new TreeSet<>(regions)) : codes,
        fleet != null && fleet.has("within-minutes") ? fleet.whole("within-minutes", 1, 600) : 180,
        fleet != null && fleet.has("available-share") ? fleet.within("available-share", 0, 1) : 0.5,
        extra,
        60 * (top.has("horizon-hours") ? top.whole("horizon-hours", 1, HOURS_MAX) : 12));
  }

  private static String known(Section of, String key, String name, Set<String> names, String what) {
    if (!names.contains(name)) {
      throw of.refused(
          of.at(key),
          "there is no %s '%s'; give one of %s"
              .formatted(what, name, names.stream().sorted().collect(Collectors.joining(", "))));
    }
    return name;
  }

  private static Instant when(Section top) {
    String text = top.text("at");
    try {
      return LocalDateTime.parse(text).atZone(SWEDEN).toInstant();
    } catch (DateTimeException notOne) {
      throw top.refused(
          top.at("at"), "'at' is '%s'; give a time as 2027-01-16T14:20".formatted(text));
    }
  }

  private static Position position(Section of) {
    String text = of.text("position");
    String[] parts = text.split(",", -1);
    try {
      if (parts.length == 2) {
        return new Position(
            Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
      }
    } catch (IllegalArgumentException notOne) {
      // Refused below, as what looks otherwise.
    }
    throw of.refused(
        of.at("position"),
        "'position' is '%s'; give latitude and longitude as 62.42, 13.52".formatted(text));
  }

  private static Site site(String file, Node node) {
    Section of =
        new Section(
            file,
            node,
            Set.of("name", "position", "cleaned-per-hour", "cleaned-from-minute", "casualties"));
    List<Wounded> casualties = new ArrayList<>();
    for (Node one : of.list("casualties")) {
      casualties.add(wounded(file, one));
    }
    return new Site(
        of.text("name"),
        position(of),
        of.has("cleaned-per-hour") ? of.whole("cleaned-per-hour", 0, 60) : 0,
        of.has("cleaned-from-minute") ? of.whole("cleaned-from-minute", 0, 1440) : 0,
        casualties);
  }

  private static Wounded wounded(String file, Node node) {
    Section of =
        new Section(
            file,
            node,
            Set.of(
                "category",
                "count",
                "needs",
                "ready-minute",
                "every-minutes",
                "families-of",
                "found-minute"));
    int category = CATEGORIES.indexOf(of.text("category"));
    if (category < 0) {
      throw of.refused(
          of.at("category"),
          "'category' is '%s'; give one of %s"
              .formatted(of.text("category"), String.join(", ", CATEGORIES)));
    }
    long needs = 0;
    for (String need : of.texts("needs")) {
      known(of, "needs", need, Set.copyOf(MassEvent.SPECIALTIES), "specialty");
      needs |= 1L << MassEvent.SPECIALTIES.indexOf(need);
    }
    return new Wounded(
        category,
        of.whole("count", 0, CASUALTIES_MAX),
        needs,
        of.has("ready-minute") ? of.whole("ready-minute", 0, HOURS_MAX * 60) : 0,
        of.has("every-minutes") ? of.within("every-minutes", 0, HOURS_MAX * 60) : 0,
        of.has("families-of") ? of.whole("families-of", 1, 20) : 1,
        of.has("found-minute") ? of.whole("found-minute", 0, HOURS_MAX * 60) : 0);
  }

  private void hospitals(
      String file, Node node, Map<String, List<Intake>> intake, Set<String> closed) {
    Section of = new Section(file, node, Set.of("closed", "intake"));
    for (String id : of.texts("closed")) {
      closed.add(known(of, "closed", id, hospitals, "hospital"));
    }
    for (Node one : of.list("intake")) {
      Section says = new Section(file, one, Set.of("hospital", "hours"));
      String id = known(says, "hospital", says.text("hospital"), hospitals, "hospital");
      List<Intake> hours = new ArrayList<>();
      for (Node hour : says.list("hours")) {
        hours.add(hour(file, hour));
      }
      if (hours.isEmpty()) {
        throw says.refused(one, "'hours' is empty; give at least one hour");
      }
      intake.put(id, hours);
    }
  }

  private static Intake hour(String file, Node node) {
    Section of =
        new Section(
            file,
            node,
            Stream.concat(CATEGORIES.stream(), MassEvent.SPECIALTIES.stream())
                .collect(Collectors.toSet()));
    return new Intake(
        CATEGORIES.stream().map(name -> number(of, name)).toList(),
        MassEvent.SPECIALTIES.stream().map(name -> number(of, name)).toList());
  }

  private static int number(Section of, String name) {
    return of.has(name) ? of.whole(name, 0, 1000) : 0;
  }

  private Map<String, Double> key(String file, Section top) {
    Map<String, Double> key = new LinkedHashMap<>();
    for (Node one : top.list("key")) {
      Section of = new Section(file, one, Set.of("hospital", "share"));
      String id = known(of, "hospital", of.text("hospital"), hospitals, "hospital");
      if (key.put(id, of.within("share", 0, 1)) != null) {
        throw of.refused(one, "the key has '%s' twice; keep one".formatted(id));
      }
    }
    double sum = key.values().stream().mapToDouble(share -> share).sum();
    if (!key.isEmpty() && Math.abs(sum - 1) > TOLERANCE) {
      throw top.refused(
          top.at("key"), "the shares of the key add up to %s; let them be 1".formatted(sum));
    }
    return key;
  }

  private static Extra extra(String file, Node node) {
    Section of =
        new Section(
            file, node, Set.of("name", "kind", "count", "seats", "position", "from-minute"));
    Carrier kind = of.choice("kind", Carrier.class);
    return new Extra(
        of.text("name"),
        kind,
        of.has("count") ? of.whole("count", 1, 500) : 1,
        of.has("seats") ? of.whole("seats", 1, 100) : kind == Carrier.BUS ? 45 : 1,
        position(of),
        of.has("from-minute") ? of.whole("from-minute", 0, HOURS_MAX * 60) : 0);
  }
}
