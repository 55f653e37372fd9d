package se.dirigent.app.twin;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import se.dirigent.simulator.chain.Air;
import se.dirigent.simulator.chain.Breakdowns;
import se.dirigent.simulator.chain.Centre;
import se.dirigent.simulator.chain.DoctorCars;
import se.dirigent.simulator.chain.Receiving;
import se.dirigent.simulator.chain.Staffing;
import se.dirigent.simulator.chain.Talk;
import se.dirigent.simulator.chain.Travel;
import se.dirigent.simulator.chain.WaitingRules;
import se.dirigent.simulator.chance.Spread;
import se.dirigent.simulator.roster.ShiftPlan;
import se.dirigent.simulator.service.CrewService;
import se.dirigent.simulator.twin.ChainChange;
import se.dirigent.simulator.twin.Change;

/** The parts of a scenario file about what happens between call and free unit. */
final class ChainSection {
  private static final int DAY_HOURS = 24;
  static final double HOURS_MAX = DAY_HOURS * 3_660;

  private final String file;

  ChainSection(String file) {
    this.file = file;
  }

  /** The change of a list of centres. */
  Change centres(List<Node> nodes) {
    return new ChainChange.Centres(nodes.stream().map(this::centre).toList());
  }

  private Centre centre(Node node) {
    Section of = new Section(file, node, Set.of("name", "areas", "takers", "nurses", "settled"));
    Section takers = new Section(file, of.at("takers"), Set.of("number", "staff", "minutes"));
    Section nurses =
        of.has("nurses")
            ? new Section(file, of.at("nurses"), Set.of("number", "staff", "minutes", "from-level"))
            : null;
    int from = nurses != null && nurses.has("from-level") ? nurses.whole("from-level", 1, 9) : 1;
    double settled = of.has("settled") ? of.number("settled") : 0;
    Centre.Desk takerDesk = desk(takers);
    Centre.Desk nurseDesk = nurses == null ? null : desk(nurses);
    return fit(
        of,
        () -> new Centre(of.text("name"), of.texts("areas"), takerDesk, nurseDesk, from, settled));
  }

  private Centre.Desk desk(Section of) {
    Staffing staffing = staffing(of);
    Talk talk = talk(of);
    return fit(of, () -> new Centre.Desk(staffing, talk));
  }

  private Staffing staffing(Section of) {
    if (of.has("number") == of.has("staff")) {
      throw of.refused(of.node(), "give either a number or staff by shift, one of the two");
    }
    if (of.has("number")) {
      return Staffing.always(of.whole("number", 1, Staffing.MOST));
    }
    Integer[] hours = new Integer[Staffing.HOURS];
    Arrays.fill(hours, 0);
    for (Node one : of.list("staff")) {
      Section shift = new Section(file, one, Set.of("days", "from", "to", "number"));
      int number = shift.whole("number", 0, Staffing.MOST);
      int from = hour(shift, "from");
      int length = Math.floorMod(hour(shift, "to") - from - 1, DAY_HOURS) + 1;
      String days = shift.has("days") ? shift.text("days") : "MON-SUN";
      for (var day : fit(shift, () -> ShiftPlan.days(days))) {
        int begins = DAY_HOURS * (day.getValue() - 1) + from;
        for (int hour = begins; hour < begins + length; hour++) {
          hours[hour % Staffing.HOURS] += number;
        }
      }
    }
    return fit(of, () -> new Staffing(List.of(hours)));
  }

  private static int hour(Section of, String key) {
    LocalTime time = of.time(key);
    if (time.getMinute() != 0) {
      throw of.refused(of.at(key), "'%s' is '%s'; give a whole hour as 07:00".formatted(key, time));
    }
    return time.getHour();
  }

  /** One number is the mean of an exponential; three are the 10th, 50th and 90th percentile. */
  private Talk talk(Section of) {
    if (of.at("minutes") instanceof SequenceNode) {
      return new Talk.Quantiles(spread(of, "minutes"));
    }
    return new Talk.Exponential(minutes(of, "minutes"));
  }

  static Duration minutes(Section of, String key) {
    return minutes(of.within(key, 0, 60 * HOURS_MAX));
  }

  private static Duration minutes(double minutes) {
    return Duration.ofMillis(Math.max(1, Math.round(60_000 * minutes)));
  }

  /** The change of the waiting room; what is left out is as it was. */
  Change waitingRoom(Node node, WaitingRules was) {
    Section of =
        new Section(
            file, node, Set.of("rings-back", "missed-contacts", "answers", "worse-per-hour"));
    List<WaitingRules.Recall> recall = new ArrayList<>();
    for (Node one : of.list("rings-back")) {
      Section level = new Section(file, one, Set.of("first-minutes", "then-minutes"));
      recall.add(
          new WaitingRules.Recall(minutes(level, "first-minutes"), minutes(level, "then-minutes")));
    }
    int missed = of.has("missed-contacts") ? of.whole("missed-contacts", 1, 100) : was.missedMax();
    double answers = of.has("answers") ? of.within("answers", 0, 1) : was.answers();
    double worse =
        of.has("worse-per-hour")
            ? of.within("worse-per-hour", 0, WaitingRules.WORSE_PER_HOUR_MAX)
            : was.worsePerHour();
    return new ChainChange.Waiting(
        new WaitingRules(recall.isEmpty() ? was.recall() : recall, missed, answers, worse));
  }

  /** The change of units that break down. */
  Change breakdowns(Node node) {
    Section of = new Section(file, node, Set.of("days-between", "repair-hours"));
    return new ChainChange.Breaking(
        new Breakdowns(
            minutes(of.within("days-between", 0, 36_600) * 24 * 60),
            minutes(of.within("repair-hours", 0, HOURS_MAX) * 60)));
  }

  /** The change of emergency departments; what is left out is as it was. */
  Change emergency(Node node, @Nullable Receiving was) {
    Section of = new Section(file, node, Set.of("choice", "rooms"));
    Receiving.Choice choice =
        of.has("choice")
            ? of.choice("choice", Receiving.Choice.class)
            : was == null ? Receiving.Choice.NEAREST : was.choice();
    List<Receiving.Room> rooms = of.list("rooms").stream().map(this::room).toList();
    return new ChainChange.Emergency(
        new Receiving(rooms.isEmpty() && was != null ? was.rooms() : rooms, choice));
  }

  private Receiving.Room room(Node node) {
    Section of =
        new Section(
            file,
            node,
            Set.of(
                "hospital",
                "places",
                "walk-ins-per-day",
                "minutes",
                "receives-from-level",
                "divert-above"));
    Talk stay = talk(of);
    return new Receiving.Room(
        of.text("hospital"),
        of.whole("places", 1, Staffing.MOST),
        of.within("walk-ins-per-day", 0, Receiving.Room.WALK_INS_MAX),
        stay,
        of.has("receives-from-level") ? of.whole("receives-from-level", 1, 9) : 1,
        of.has("divert-above") ? of.whole("divert-above", 0, Staffing.MOST) : Staffing.MOST);
  }

  /** The change of how drives differ from what was reckoned with. */
  Change travel(Node node) {
    Section of = new Section(file, node, Set.of("spread", "begins"));
    double spread = of.has("spread") ? of.within("spread", 0, Travel.SPREAD_MAX) : 0;
    LocalDate begins = of.has("begins") ? of.date("begins") : null;
    return fit(of, () -> new ChainChange.Travelling(new Travel(spread, begins)));
  }

  /** The change of when helicopters fly. */
  Change air(Node node) {
    Section of =
        new Section(
            file,
            node,
            Set.of(
                "not-flyable",
                "not-flyable-dark",
                "spell-hours",
                "beyond-minutes",
                "start-minutes"));
    double byDay = of.number("not-flyable");
    double dark = of.has("not-flyable-dark") ? of.number("not-flyable-dark") : byDay;
    Duration spell = minutes(of.within("spell-hours", 0, HOURS_MAX) * 60);
    Air air =
        fit(
            of,
            () ->
                new Air(
                    byDay,
                    dark,
                    spell,
                    minutes(of, "beyond-minutes"),
                    minutes(of, "start-minutes")));
    return new ChainChange.Flying(air);
  }

  /** The change of when doctor cars come. */
  Change doctors(Node node) {
    Section of = new Section(file, node, Set.of("within-minutes"));
    return new ChainChange.Doctors(new DoctorCars(minutes(of, "within-minutes")));
  }

  /** The change of how long crews take, in minutes; each but the turnout a spread of three. */
  Change crews(Node node) {
    Section of = new Section(file, node, Set.of("turnout", "conveyed", "left", "hospital"));
    double most = ChainChange.Crews.TURNOUT_MAX.toMinutes();
    return new ChainChange.Crews(
        minutes(of.within("turnout", 0, most)),
        new CrewService(spread(of, "conveyed"), spread(of, "left"), spread(of, "hospital")));
  }

  private static Spread spread(Section of, String key) {
    List<Double> three = of.numbers(key);
    if (three.size() != 3) {
      throw of.refused(
          of.at(key),
          "'%s' has %d numbers; give the 10th, 50th and 90th percentile"
              .formatted(key, three.size()));
    }
    return fit(of, () -> new Spread(three.get(0), three.get(1), three.get(2)));
  }

  /** Something made of a section; what it cannot be is told with its line. */
  static <T> T fit(Section of, Supplier<T> made) {
    try {
      return made.get();
    } catch (ScenarioRefused refused) {
      throw refused;
    } catch (IllegalArgumentException unfit) {
      throw of.refused(of.node(), String.valueOf(unfit.getMessage()));
    }
  }
}
