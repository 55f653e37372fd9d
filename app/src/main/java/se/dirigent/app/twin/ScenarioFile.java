package se.dirigent.app.twin;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import se.dirigent.app.pack.Packs;
import se.dirigent.app.twin.RideSection.Made;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.simulator.roster.ShiftPlan;
import se.dirigent.simulator.twin.Blueprint;
import se.dirigent.simulator.twin.Blueprint.Dispatch;
import se.dirigent.simulator.twin.Blueprint.Manned;
import se.dirigent.simulator.twin.Change;
import se.dirigent.simulator.twin.Scenario;

/**
 * Reads scenarios: files in YAML, or those that come with the program, by name. A scenario begins
 * as a region or as another scenario; its changes are made in the order of the keys below, however
 * the file orders them.
 */
public final class ScenarioFile {
  private static final Set<String> KEYS =
      Set.of(
          "title",
          "region",
          "base",
          "dispatch",
          "calls",
          "driving",
          "hospitals",
          "units",
          "centres",
          "waiting-room",
          "emergency-rooms",
          "travel",
          "air",
          "doctor-cars",
          "crews",
          "breakdowns",
          "events",
          "rides");

  private static final String READY = "/scenarios/";

  /** Scenarios on scenarios: with more nobody sees any longer what is changed. */
  private static final int BASES_MAX = 8;

  /** A scenario is written by hand; a larger file is something else. */
  private static final int BYTES_MAX = 1_000_000;

  private final Packs packs = new Packs();
  private final RegionRides rides = new RegionRides(packs);
  private final @Nullable String region;
  private final boolean files;

  /** Reads files too. */
  public ScenarioFile() {
    this(true, null);
  }

  /**
   * Reads files too, as scenarios of another region than they name.
   *
   * @param region its code; null for the one they name
   */
  public ScenarioFile(@Nullable String region) {
    this(true, region);
  }

  private ScenarioFile(boolean files, @Nullable String region) {
    this.files = files;
    this.region = region;
  }

  /**
   * Reads a text that somebody has sent: its base is a region or comes with the program, never a
   * file of this machine.
   *
   * @param name what the scenario is called
   * @throws ScenarioRefused when it cannot be used
   */
  public static Scenario readText(String name, String text) {
    try {
      return new ScenarioFile(false, null).parse(name, name + ".yaml", text, null, 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException("no file is read", impossible);
    }
  }

  /** The text of one that comes with the program. */
  public static String readyText(String name) {
    return text(READY + name + ".yaml");
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
  public Scenario read(String name) throws IOException {
    return read(name, null, 0);
  }

  private Scenario read(String name, @Nullable Path beside, int depth) throws IOException {
    Path file = beside == null ? Path.of(name) : beside.resolveSibling(name);
    if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
      if (!ready().contains(name)) {
        throw new IllegalArgumentException(unknown(name));
      }
      return parse(name, name + ".yaml", text(READY + name + ".yaml"), null, depth);
    }
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(name);
    }
    if (Files.size(file) > BYTES_MAX) {
      throw new ScenarioRefused(name, 1, "the file is larger than 1 MB; write less");
    }
    String stem = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    return parse(stem, name, Files.readString(file), file, depth);
  }

  private static String unknown(String name) {
    return "there is no scenario '%s'; give a file that ends with .yaml, or one of %s"
        .formatted(name, String.join(", ", ready()));
  }

  private static String text(String resource) {
    try (InputStream in = ScenarioFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no file " + resource + " on the class path; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Scenario parse(String name, String file, String text, @Nullable Path path, int depth)
      throws IOException {
    Section top = new Section(file, compose(file, text), KEYS);
    Blueprint base = base(top, path, depth);
    List<Change> changes = new ArrayList<>();
    Blueprint changed = base;
    List<Made> all = changes(file, top, base);
    if (top.has("rides")) {
      all.addAll(RideSection.changes(file, top.at("rides"), base, rides));
    }
    for (Made made : all) {
      try {
        Change change = made.how().get();
        changed = change.apply(changed);
        changes.add(change);
      } catch (Change.Unfit unfit) {
        throw new ScenarioRefused(file, made.at(), String.valueOf(unfit.getMessage()));
      }
    }
    return new Scenario(name, top.has("title") ? top.text("title") : name, base, changes);
  }

  /**
   * The nodes of a text in YAML, with their lines.
   *
   * @throws ScenarioRefused when it is none
   */
  public static Node compose(String file, String text) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(20);
      options.setCodePointLimit(BYTES_MAX);
      Node node = new Yaml(options).compose(new StringReader(text));
      if (node == null) {
        throw new ScenarioRefused(file, 1, "the file is empty; name a region");
      }
      return node;
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
      throw new ScenarioRefused(file, line, "this is no YAML: " + broken.getProblem());
    } catch (YAMLException broken) {
      // Such as what nests too deeply: the reader does not say where.
      throw new ScenarioRefused(file, 1, "this is no YAML: " + broken.getMessage());
    }
  }

  private Blueprint base(Section top, @Nullable Path path, int depth) throws IOException {
    if (top.has("region") == top.has("base")) {
      throw top.refused(top.node(), "name either a region or a base, one of the two");
    }
    if (top.has("region")) {
      String code = region == null ? top.text("region") : region;
      if (code.equals(NationBlueprint.CODE)) {
        return NationBlueprint.of(packs);
      }
      if (!packs.codes().contains(code)) {
        throw top.refused(
            top.node(),
            "there is no region '%s'; give one of %s"
                .formatted(code, String.join(", ", packs.codes()) + ", " + NationBlueprint.CODE));
      }
      return RegionBlueprint.of(packs.get(code));
    }
    if (depth >= BASES_MAX) {
      throw top.refused(
          top.node(),
          "there are more than %d bases on each other; name a region".formatted(BASES_MAX));
    }
    String name = top.text("base");
    boolean file = name.endsWith(".yaml") || name.endsWith(".yml");
    if (files && !file && !ready().contains(name)) {
      throw top.refused(top.at("base"), unknown(name));
    }
    if (!files && !ready().contains(name)) {
      throw top.refused(
          top.at("base"),
          "there is no base '%s' here; name one of %s, or a region instead"
              .formatted(name, String.join(", ", ready())));
    }
    try {
      return read(name, path, depth + 1).blueprint();
    } catch (NoSuchFileException missing) {
      throw top.refused(
          top.at("base"),
          "there is no file '%s' beside this one; give one that is there".formatted(name));
    }
  }

  /** A choice as files write it. */
  static String written(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<Made> changes(String file, Section top, Blueprint base) {
    List<Made> made = new ArrayList<>();
    if (top.has("dispatch")) {
      made.add(
          new Made(
              top.at("dispatch"),
              () -> new Change.Sending(top.choice("dispatch", Dispatch.class))));
    }
    if (top.has("calls")) {
      made.addAll(CallSection.changes(file, top.at("calls")));
    }
    if (top.has("driving")) {
      Section driving = new Section(file, top.at("driving"), Set.of("factor"));
      made.add(new Made(driving.node(), () -> new Change.Driving(driving.number("factor"))));
    }
    for (Node one : top.list("hospitals")) {
      Section hospital = new Section(file, one, Set.of("close"));
      made.add(new Made(one, () -> new Change.CloseHospital(hospital.text("close"))));
    }
    for (Node one : top.list("units")) {
      made.add(new Made(one, () -> unit(file, one)));
    }
    made.addAll(chain(file, top, base));
    return made;
  }

  /** Changes of what lies between call and free unit. */
  private static List<Made> chain(String file, Section top, Blueprint base) {
    List<Made> made = new ArrayList<>();
    ChainSection chain = new ChainSection(file);
    if (top.has("centres")) {
      made.add(new Made(top.at("centres"), () -> chain.centres(top.list("centres"))));
    }
    if (top.has("waiting-room")) {
      Node node = top.at("waiting-room");
      made.add(new Made(node, () -> chain.waitingRoom(node, base.chain().waitingOrNone())));
    }
    if (top.has("emergency-rooms")) {
      Node node = top.at("emergency-rooms");
      made.add(new Made(node, () -> chain.emergency(node, base.chain().receiving())));
    }
    if (top.has("travel")) {
      Node node = top.at("travel");
      made.add(new Made(node, () -> chain.travel(node)));
    }
    if (top.has("air")) {
      Node node = top.at("air");
      made.add(new Made(node, () -> chain.air(node)));
    }
    if (top.has("doctor-cars")) {
      Node node = top.at("doctor-cars");
      made.add(new Made(node, () -> chain.doctors(node)));
    }
    if (top.has("crews")) {
      Node node = top.at("crews");
      made.add(new Made(node, () -> chain.crews(node)));
    }
    if (top.has("breakdowns")) {
      Node node = top.at("breakdowns");
      made.add(new Made(node, () -> chain.breakdowns(node)));
    }
    for (Node one : top.list("events")) {
      made.add(new Made(one, () -> EventSection.read(file, one)));
    }
    return made;
  }

  private static Change unit(String file, Node node) {
    Section unit =
        new Section(file, node, Set.of("add", "remove", "change", "kind", "station", "shifts"));
    if (unit.has("remove")) {
      return new Change.RemoveUnit(unit.text("remove"));
    }
    if (unit.has("add")) {
      return new Change.AddUnit(
          new Manned(
              unit.text("add"),
              unit.choice("kind", UnitKind.class),
              unit.text("station"),
              shifts(file, unit)));
    }
    return new Change.ChangeUnit(
        unit.text("change"),
        unit.has("kind") ? unit.choice("kind", UnitKind.class) : null,
        unit.has("station") ? unit.text("station") : null,
        unit.has("shifts") ? shifts(file, unit) : null);
  }

  static List<ShiftPlan> shifts(String file, Section unit) {
    List<ShiftPlan> shifts = new ArrayList<>();
    for (Node one : unit.list("shifts")) {
      Section shift = new Section(file, one, Set.of("days", "from", "to", "meal-from", "meal-to"));
      boolean eats = shift.has("meal-from") || shift.has("meal-to");
      LocalTime mealFrom = eats ? shift.time("meal-from") : null;
      LocalTime mealTo = eats ? shift.time("meal-to") : null;
      LocalTime from = shift.time("from");
      LocalTime to = shift.time("to");
      shifts.add(fit(shift, () -> new ShiftPlan(days(shift), from, to, mealFrom, mealTo)));
    }
    if (shifts.isEmpty()) {
      throw unit.refused(unit.node(), "the unit has no shifts; give one or remove the unit");
    }
    return shifts;
  }

  private static Set<DayOfWeek> days(Section shift) {
    return fit(shift, () -> ShiftPlan.days(shift.has("days") ? shift.text("days") : "MON-SUN"));
  }

  private static <T> T fit(Section shift, Supplier<T> made) {
    try {
      return made.get();
    } catch (ScenarioRefused refused) {
      throw refused;
    } catch (IllegalArgumentException unfit) {
      throw shift.refused(shift.node(), String.valueOf(unfit.getMessage()));
    }
  }
}
