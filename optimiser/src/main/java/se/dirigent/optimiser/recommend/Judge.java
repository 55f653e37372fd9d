package se.dirigent.optimiser.recommend;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.Travel;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;

/** Weighs the units of a fleet for one need. Not for use by several threads. */
final class Judge {
  private static final CostPart[] PARTS = CostPart.values();

  private final TravelTimes times;
  private final RecommendParameters parameters;
  private final Need need;
  private final Fleet fleet;
  private final Fitness fitness;
  private final Urgency urgency;
  private final double assignmentSeconds;
  private final double lateAfterSeconds;

  /** By ordinal of the part: looked up once, not for each of thousands of units. */
  private final double[] weight;

  /** Seconds of each unit's way: not a number until asked for, infinite when there is none. */
  private final double[] travel;

  /** Ways to the incident, made when the first unit of a mode is asked about. */
  private final Map<TravelMode, ToIntFunction<Position>> ways = new EnumMap<>(TravelMode.class);

  private @Nullable ToIntFunction<Position> homeward;
  private final double[] scratch = new double[PARTS.length];

  /** Drives home by station: many units share one. Not a number until asked for. */
  private final double[] homeSeconds;

  Judge(TravelTimes times, RecommendParameters parameters, Need need, Fleet fleet) {
    this.times = times;
    this.parameters = parameters;
    this.need = need;
    this.fleet = fleet;
    this.fitness = new Fitness(parameters, need);
    this.urgency =
        need.level() <= parameters.lightsLevelMax() ? Urgency.LIGHTS_AND_SIRENS : Urgency.NORMAL;
    this.assignmentSeconds = parameters.assignmentAfterArrival().toSeconds();
    this.lateAfterSeconds = parameters.lateAfter(need.level()).toSeconds();
    Weights weights = parameters.weights(need.level());
    this.weight = Arrays.stream(PARTS).mapToDouble(weights::of).toArray();
    this.travel = new double[fleet.size()];
    Arrays.fill(travel, Double.NaN);
    this.homeSeconds = new double[fleet.homes.size()];
    Arrays.fill(homeSeconds, Double.NaN);
  }

  Means means(int index) {
    return fitness.means(fleet.unit(index), fleet.facts(index));
  }

  boolean lost(int index) {
    return fleet.facts(index).lost();
  }

  Judgement judge(int index, Means means) {
    Fleet.Facts facts = fleet.facts(index);
    double wait = means == Means.REDIRECT ? 0 : facts.freeIn();
    double travel = travelSeconds(index, means);
    double[] amounts = new double[PARTS.length];
    measure(facts, means, travel == Double.POSITIVE_INFINITY ? -1 : travel, wait, amounts);
    set(amounts, CostPart.HOME, home(facts.home()));
    String unit = fleet.unit(index).unit();
    return new Judgement(index, unit, means, facts.lost(), travel, wait, amounts, total(amounts));
  }

  double price(int index) {
    Means means = means(index);
    double travel = travelSeconds(index, means);
    boolean atOnce = means == Means.SEND || means == Means.REDIRECT;
    if (!atOnce || travel == Double.POSITIVE_INFINITY) {
      return Double.POSITIVE_INFINITY;
    }
    Fleet.Facts facts = fleet.facts(index);
    measure(facts, means, travel, 0, scratch);
    set(scratch, CostPart.HOME, home(facts.home()));
    return total(scratch) + (facts.lost() ? Recommender.ANYWHERE_SECONDS : 0);
  }

  /** Length of the way in metres, for the few that are listed. */
  @Nullable Double metres(Judgement j) {
    Position from = from(j.index(), j.means());
    Position to = need.position();
    if (from == null || to == null) {
      return null;
    }
    TravelMode mode = fleet.facts(j.index()).profile().mode();
    return times.find(from, to, mode, urgency, fleet.now).map(Travel::distanceMetres).orElse(null);
  }

  /** Seconds of the way; below zero when a position is missing, infinite when there is none. */
  private double travelSeconds(int index, Means means) {
    Position from = from(index, means);
    Position to = need.position();
    if (from == null || to == null) {
      return -1;
    }
    if (Double.isNaN(travel[index])) {
      TravelMode mode = fleet.facts(index).profile().mode();
      int millis =
          ways.computeIfAbsent(mode, m -> times.toward(to, m, urgency, fleet.now)).applyAsInt(from);
      travel[index] = millis == TravelTimes.NO_WAY ? Double.POSITIVE_INFINITY : millis / 1000.0;
    }
    return travel[index];
  }

  /**
   * Less than what the unit costs, without asking the way.
   *
   * @param means as {@link #means} said
   * @param travelLeast seconds that the way takes at least
   */
  double least(int index, Means means, double travelLeast) {
    Fleet.Facts facts = fleet.facts(index);
    double wait = means == Means.REDIRECT ? 0 : facts.freeIn();
    measure(facts, means, travelLeast, wait, scratch);
    return total(scratch);
  }

  double seconds(Judgement j, CostPart part) {
    return j.amount(part) * weight[part.ordinal()];
  }

  Fitness fitness() {
    return fitness;
  }

  private double total(double[] amounts) {
    double cost = 0;
    for (int part = 0; part < amounts.length; part++) {
      cost += amounts[part] * weight[part];
    }
    return cost;
  }

  private @Nullable Position from(int index, Means means) {
    Candidate unit = fleet.unit(index);
    Candidate.Engagement engagement = unit.engagement();
    Position freeAt = engagement == null ? null : engagement.freeAt();
    return means == Means.AWAIT && freeAt != null ? freeAt : unit.position();
  }

  /** Everything but the way home, which must be asked for too. */
  private void measure(
      Fleet.Facts facts, Means means, double travel, double wait, double[] amounts) {
    boolean known = travel >= 0;
    double done = wait + Math.max(0, travel) + assignmentSeconds;
    set(amounts, CostPart.ARRIVAL, known ? wait + travel : 0);
    set(amounts, CostPart.UNCERTAINTY, known ? parameters.late().seconds(travel, wait) : 0);
    set(amounts, CostPart.LATE, known && wait + travel > lateAfterSeconds ? 1 : 0);
    int made = facts.profile().levelMostUrgent();
    set(amounts, CostPart.OVERQUALIFIED, Math.max(0, need.level() - made));
    set(amounts, CostPart.COVER, means == Means.SEND ? facts.callsLost() : 0);
    set(amounts, CostPart.OVERTIME, Math.max(0, done - facts.shiftEnd()));
    double eaten = Math.min(done, facts.mealEnd()) - Math.max(0, facts.mealStart());
    set(amounts, CostPart.MEAL, Math.max(0, eaten));
    set(amounts, CostPart.HOME, 0);
    // The nearer in urgency the case that is left, the dearer.
    boolean leaves = means == Means.REDIRECT;
    set(amounts, CostPart.REDIRECT, leaves ? 1.0 / (facts.engaged() - need.level()) : 0);
    set(amounts, CostPart.PROMISE, means == Means.SEND && facts.promised() ? 1 : 0);
    set(amounts, CostPart.NEIGHBOUR, facts.neighbour() ? 1 : 0);
    set(amounts, CostPart.OLD_POSITION, facts.tooOld());
  }

  private double home(int station) {
    Position incident = need.position();
    if (station < 0 || incident == null || weight[CostPart.HOME.ordinal()] == 0) {
      return 0;
    }
    if (Double.isNaN(homeSeconds[station])) {
      ToIntFunction<Position> away = homeward;
      if (away == null) {
        away = times.away(incident, TravelMode.ROAD, Urgency.NORMAL, fleet.now);
        homeward = away;
      }
      int millis = away.applyAsInt(fleet.homes.get(station));
      homeSeconds[station] = millis == TravelTimes.NO_WAY ? 0 : millis / 1000.0;
    }
    return homeSeconds[station];
  }

  private static void set(double[] amounts, CostPart part, double amount) {
    amounts[part.ordinal()] = amount;
  }
}
