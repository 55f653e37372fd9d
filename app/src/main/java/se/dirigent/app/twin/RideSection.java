package se.dirigent.app.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.simulator.ride.model.Policy;
import se.dirigent.simulator.ride.model.RideChange;
import se.dirigent.simulator.ride.model.RideModel.Command;
import se.dirigent.simulator.roster.ShiftPlan;
import se.dirigent.simulator.twin.Blueprint;
import se.dirigent.simulator.twin.Blueprint.Manned;
import se.dirigent.simulator.twin.Change;

/** What a scenario says of care transports: the part under the key {@code rides}. */
final class RideSection {
  private static final Set<String> KEYS =
      Set.of(
          "orders-per-weekday",
          "policies",
          "inner-command",
          "right",
          "keep-cover",
          "assessment-cars",
          "helicopters",
          "light-care");

  /** The unit that a scenario adds; no region's pack has it. */
  private static final String LIGHT_CARE = "latt-1";

  private final Section rides;
  private final String file;
  private final List<Made> made = new ArrayList<>();

  /** A change with where it stands, made late so that what is wrong is told with its line. */
  record Made(Node at, Supplier<Change> how) {}

  private RideSection(String file, Node node) {
    this.file = file;
    this.rides = new Section(file, node, KEYS);
  }

  /**
   * The changes.
   *
   * @param base which may have no care transports yet
   * @param regions what regions have today
   */
  static List<Made> changes(String file, Node node, Blueprint base, RegionRides regions) {
    RideSection section = new RideSection(file, node);
    if (!base.regions().isEmpty()) {
      throw new ScenarioRefused(
          file, node, "care transports are planned by one region; name it instead");
    }
    if (base.rides() == null) {
      section.begin(base, regions);
    }
    section.read();
    return section.made;
  }

  private void begin(Blueprint base, RegionRides regions) {
    add(rides.node(), () -> riding(new RideChange.Begin(regions.today(base.region()))));
    for (Manned taxi : regions.taxis(base.region())) {
      add(rides.node(), () -> new Change.AddUnit(taxi));
    }
  }

  private static Change riding(RideChange change) {
    return new Change.Riding(change);
  }

  private void add(Node at, Supplier<Change> how) {
    made.add(
        new Made(
            at,
            () -> {
              try {
                return how.get();
              } catch (ScenarioRefused refused) {
                throw refused;
              } catch (IllegalArgumentException unfit) {
                throw new ScenarioRefused(file, at, String.valueOf(unfit.getMessage()));
              }
            }));
  }

  private void read() {
    if (rides.has("orders-per-weekday")) {
      add(
          rides.at("orders-per-weekday"),
          () -> riding(new RideChange.Orders(rides.number("orders-per-weekday"))));
    }
    for (Node policy : rides.list("policies")) {
      add(policy, () -> riding(new RideChange.Decide(policy(policy))));
    }
    if (rides.has("inner-command")) {
      add(
          rides.at("inner-command"),
          () -> {
            Section hours = new Section(file, rides.at("inner-command"), Set.of("from", "to"));
            return riding(
                new RideChange.Commanding(new Command(hours.time("from"), hours.time("to"))));
          });
    }
    if (rides.has("right")) {
      add(rides.at("right"), () -> riding(new RideChange.Rightly(rides.number("right"))));
    }
    if (rides.has("keep-cover")) {
      add(
          rides.at("keep-cover"),
          () -> riding(new RideChange.KeepCover(rides.number("keep-cover"))));
    }
    if (rides.has("assessment-cars")) {
      add(
          rides.at("assessment-cars"),
          () -> riding(new RideChange.Cars(whole("assessment-cars", "there are %s cars"))));
    }
    if (rides.has("helicopters")) {
      add(
          rides.at("helicopters"),
          () ->
              riding(new RideChange.Helicopters(whole("helicopters", "there are %s helicopters"))));
    }
    if (rides.has("light-care")) {
      add(rides.at("light-care"), this::lightCare);
    }
  }

  private int whole(String key, String said) {
    double number = rides.number(key);
    if (number != Math.rint(number) || Math.abs(number) > 1_000) {
      throw rides.refused(rides.at(key), said.formatted(number) + "; give a whole number");
    }
    return (int) number;
  }

  private Policy policy(Node node) {
    String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    for (Policy policy : Policy.values()) {
      if (ScenarioFile.written(policy).equals(text)) {
        return policy;
      }
    }
    throw rides.refused(
        node,
        "there is no policy '%s'; give one of air-to-road, air-to-taxi, light-care"
            .formatted(text));
  }

  private Change lightCare() {
    Node node = rides.at("light-care");
    if (node instanceof ScalarNode scalar && scalar.getValue().equals("none")) {
      return new Change.LeaveOut(UnitKind.LIGHT_CARE_AMBULANCE);
    }
    Section unit = new Section(file, node, Set.of("kind", "shifts"));
    UnitKind kind =
        unit.has("kind") ? unit.choice("kind", UnitKind.class) : UnitKind.LIGHT_CARE_AMBULANCE;
    List<ShiftPlan> shifts = ScenarioFile.shifts(file, unit);
    return new Change.AddAtMain(LIGHT_CARE, kind, shifts);
  }
}
