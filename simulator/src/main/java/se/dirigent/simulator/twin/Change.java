package se.dirigent.simulator.twin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.simulator.arrival.Rhythm;
import se.dirigent.simulator.arrival.Unrest;
import se.dirigent.simulator.arrival.Year;
import se.dirigent.simulator.chain.Travel;
import se.dirigent.simulator.ride.model.RideChange;
import se.dirigent.simulator.roster.ShiftPlan;
import se.dirigent.simulator.trial.CallModel;
import se.dirigent.simulator.twin.Blueprint.Dispatch;
import se.dirigent.simulator.twin.Blueprint.Manned;

/** One thing that a scenario has otherwise than its base. */
public sealed interface Change
    permits ChainChange,
        Change.CallFactor,
        Change.CallsPerDay,
        Change.Week,
        Change.Season,
        Change.Restless,
        Change.Types,
        Change.Driving,
        Change.Sending,
        Change.CloseHospital,
        Change.AddUnit,
        Change.RemoveUnit,
        Change.ChangeUnit,
        Change.Riding,
        Change.AddAtMain,
        Change.LeaveOut {
  /** Most that calls or driving are multiplied by; beyond it something was mistyped. */
  double FACTOR_MAX = 20;

  /** Most calls a day, events included: three times the nation's. */
  double PER_DAY_MAX = 10_000;

  /**
   * The blueprint with the change made.
   *
   * @throws Unfit when it cannot be made
   */
  Blueprint apply(Blueprint to);

  /** A change that cannot be made; the message says why and what to do. */
  final class Unfit extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Unfit(String message) {
      super(message);
    }
  }

  /** Calls times a factor. */
  record CallFactor(double factor) implements Change {
    public CallFactor {
      requireFactor(factor);
    }

    @Override
    public Blueprint apply(Blueprint to) {
      return new CallsPerDay(to.calls().perDay() * factor).apply(to);
    }
  }

  /** So many calls a day. */
  record CallsPerDay(double perDay) implements Change {
    public CallsPerDay {
      if (!(perDay > 0 && perDay <= PER_DAY_MAX)) {
        throw new Unfit(
            "%s calls a day; give a number above 0, at most %.0f".formatted(perDay, PER_DAY_MAX));
      }
    }

    @Override
    public Blueprint apply(Blueprint to) {
      Befalls.requireCalls(perDay, to.chain().events());
      return to.withCalls(to.calls().withPerDay(perDay));
    }
  }

  /** Calls spread otherwise over the week, 168 shares from Monday's midnight that sum to 1. */
  record Week(List<Double> shares) implements Change {
    public Week {
      shares = List.copyOf(shares);
      double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
      boolean negative = shares.stream().anyMatch(share -> !(share >= 0));
      if (shares.size() != Rhythm.HOURS || negative || Math.abs(sum - 1) > 0.01) {
        throw new Unfit(
            "the week has %d hours that sum to %.3f; give 168 from 0 that sum to 1"
                .formatted(shares.size(), sum));
      }
    }

    @Override
    public Blueprint apply(Blueprint to) {
      Rhythm was = to.calls().rhythm();
      Rhythm now = new Rhythm(shares, was.unrest(), was.year());
      return to.withCalls(to.calls().withRhythm(now));
    }
  }

  /**
   * More calls in some months than in others.
   *
   * @param months from January, beside the year's mean
   * @param begins the Monday that the first day, which is not counted, falls on
   */
  record Season(List<Double> months, LocalDate begins) implements Change {
    public Season {
      months = List.copyOf(months);
      try {
        Year _ = new Year(months, begins);
      } catch (IllegalArgumentException unfit) {
        throw new Unfit(String.valueOf(unfit.getMessage()));
      }
    }

    @Override
    public Blueprint apply(Blueprint to) {
      Travel travel = to.chain().travel();
      if (travel != null && travel.begins() != null && !begins.equals(travel.begins())) {
        throw new Unfit(
            "calls begin on %s and travel on %s; give the same day"
                .formatted(begins, travel.begins()));
      }
      Rhythm rhythm = to.calls().rhythm().with(new Year(months, begins));
      return to.withCalls(to.calls().withRhythm(rhythm));
    }
  }

  /** Another unrest, see {@link Unrest}. */
  record Restless(double deviation, double memory, double dayDeviation) implements Change {
    public Restless {
      if (!Unrest.possible(deviation, memory, dayDeviation)) {
        throw new Unfit(
            "deviation is %s, memory %s and day-deviation %s; give 0 to 2, 0 to below 1, 0 to 2"
                .formatted(deviation, memory, dayDeviation));
      }
    }

    @Override
    public Blueprint apply(Blueprint to) {
      Unrest unrest = new Unrest(deviation, memory, dayDeviation);
      return to.withCalls(to.calls().withRhythm(to.calls().rhythm().with(unrest)));
    }
  }

  /** Calls of other types; how common the levels are follows from them. */
  record Types(List<CallModel.Type> types) implements Change {
    public Types {
      types = List.copyOf(types);
    }

    @Override
    public Blueprint apply(Blueprint to) {
      try {
        return to.withCalls(to.calls().withTypes(types));
      } catch (IllegalArgumentException unfit) {
        throw new Unfit(String.valueOf(unfit.getMessage()));
      }
    }
  }

  /** Times on the road times a factor. */
  record Driving(double factor) implements Change {
    public Driving {
      requireFactor(factor);
    }

    @Override
    public Blueprint apply(Blueprint to) {
      return to.withDriving(to.driving() * factor);
    }
  }

  /** Another way to send. */
  record Sending(Dispatch dispatch) implements Change {
    @Override
    public Blueprint apply(Blueprint to) {
      return to.withDispatch(dispatch);
    }
  }

  /** Something else about care transports. */
  record Riding(RideChange change) implements Change {
    @Override
    public Blueprint apply(Blueprint to) {
      try {
        return to.withRides(change.apply(to.rides()));
      } catch (IllegalArgumentException unfit) {
        throw new Unfit(String.valueOf(unfit.getMessage()));
      }
    }
  }

  /** A unit more where most units are. */
  record AddAtMain(String id, UnitKind kind, List<ShiftPlan> shifts) implements Change {
    public AddAtMain {
      shifts = List.copyOf(shifts);
    }

    @Override
    public Blueprint apply(Blueprint to) {
      return new AddUnit(new Manned(id, kind, to.main(), shifts)).apply(to);
    }
  }

  /** All units of a kind are left out. */
  record LeaveOut(UnitKind kind) implements Change {
    @Override
    public Blueprint apply(Blueprint to) {
      return to.withUnits(to.units().stream().filter(u -> u.kind() != kind).toList());
    }
  }

  /** A hospital receives no emergencies. */
  record CloseHospital(String id) implements Change {
    @Override
    public Blueprint apply(Blueprint to) {
      var left = to.hospitals().stream().filter(h -> !h.id().equals(id)).toList();
      if (left.size() == to.hospitals().size()) {
        throw new Unfit(
            "there is no hospital '%s'; give one of %s"
                .formatted(id, names(to.hospitals().stream().map(h -> h.id()).toList())));
      }
      if (left.isEmpty()) {
        throw new Unfit("'%s' is the only hospital; leave one open".formatted(id));
      }
      return to.withHospitals(left);
    }
  }

  /** One unit more. */
  record AddUnit(Manned unit) implements Change {
    @Override
    public Blueprint apply(Blueprint to) {
      if (to.units().stream().anyMatch(u -> u.id().equals(unit.id()))) {
        throw new Unfit("there is a unit '%s' already; give another name".formatted(unit.id()));
      }
      requireStation(to, unit.station());
      List<Manned> units = new ArrayList<>(to.units());
      units.add(unit);
      return to.withUnits(units);
    }
  }

  /** One unit less. */
  record RemoveUnit(String id) implements Change {
    @Override
    public Blueprint apply(Blueprint to) {
      Manned gone = find(to, id);
      List<Manned> left = to.units().stream().filter(u -> u != gone).toList();
      if (left.isEmpty()) {
        throw new Unfit("'%s' is the only unit; leave one".formatted(id));
      }
      return to.withUnits(left);
    }
  }

  /**
   * A unit that becomes another.
   *
   * @param kind null to leave it
   * @param station null to leave it
   * @param shifts null to leave them
   */
  record ChangeUnit(
      String id,
      @Nullable UnitKind kind,
      @Nullable String station,
      @Nullable List<ShiftPlan> shifts)
      implements Change {
    @Override
    public Blueprint apply(Blueprint to) {
      Manned was = find(to, id);
      if (station != null) {
        requireStation(to, station);
      }
      Manned now =
          new Manned(
              id,
              kind == null ? was.kind() : kind,
              station == null ? was.station() : station,
              shifts == null ? was.shifts() : shifts);
      return to.withUnits(to.units().stream().map(u -> u == was ? now : u).toList());
    }
  }

  private static Manned find(Blueprint in, String id) {
    return in.units().stream()
        .filter(u -> u.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new Unfit(
                "there is no unit '%s'; give one of %s"
                    .formatted(id, names(in.units().stream().map(Manned::id).toList()))));
  }

  private static void requireStation(Blueprint in, String station) {
    if (in.stations().stream().noneMatch(s -> s.id().equals(station))) {
      throw new Unfit(
          "there is no station '%s'; give one of %s"
              .formatted(station, names(in.stations().stream().map(s -> s.id()).toList())));
    }
  }

  /** More names than this nobody reads: a country has hundreds of stations. */
  int NAMES_MAX = 40;

  /** Names in the order of the alphabet, the first of them. */
  static String names(List<String> all) {
    String more = all.size() > NAMES_MAX ? " …" : "";
    return all.stream().sorted().limit(NAMES_MAX).collect(Collectors.joining(", ")) + more;
  }

  private static void requireFactor(double factor) {
    if (!(factor > 0 && factor <= FACTOR_MAX)) {
      throw new Unfit(
          "the factor is %s; give a number above 0, at most %.0f".formatted(factor, FACTOR_MAX));
    }
  }
}
