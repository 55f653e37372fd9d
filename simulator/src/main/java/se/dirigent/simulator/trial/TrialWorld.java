package se.dirigent.simulator.trial;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.standby.Reach;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.ground.GroundTravelTimes;

/**
 * A place where policies are tried.
 *
 * @param areas told apart in reports
 * @param regions each with a centre of its own
 * @param units at most 65 536
 * @param stations how many of the bases are stations; those after them are standby points
 * @param rules where free units stand under our relocation
 * @param times the ground's journeys for the recommender
 * @param recommend the ranking's figures; what is late is the world's own
 * @param chain what happens between call and free unit besides
 * @param named what its stations and hospitals are called in the chain's events
 */
public record TrialWorld(
    String name,
    Ground ground,
    Areas areas,
    Regions regions,
    CallModel model,
    List<TrialUnit> units,
    int stations,
    StandbyRules rules,
    GroundTravelTimes times,
    RecommendParameters recommend,
    Chain chain,
    Named named) {

  public TrialWorld {
    units = List.copyOf(units);
    if (areas.ofZone().size() != ground.zones()) {
      throw new IllegalArgumentException(
          "areas has %d zones and ground %d; give an area for each"
              .formatted(areas.ofZone().size(), ground.zones()));
    }
  }

  /**
   * Parts of a world that are told apart in reports, as municipalities.
   *
   * @param names of the areas
   * @param ofZone the area of each zone, an index of {@code names}
   */
  public record Areas(List<String> names, List<Integer> ofZone) {
    public Areas {
      names = List.copyOf(names);
      ofZone = List.copyOf(ofZone);
    }

    /** All zones together. */
    public static Areas one(String name, int zones) {
      return new Areas(List.of(name), Collections.nCopies(zones, 0));
    }
  }

  /** A world on a ground whose streets have so many nodes. */
  public static TrialWorld of(
      String name,
      Ground ground,
      int nodes,
      Areas areas,
      CallModel model,
      List<TrialUnit> units,
      int stations,
      StandbyRules rules) {
    GroundTravelTimes times = new GroundTravelTimes(ground, nodes);
    Regions one = Regions.one(name, ground.zones(), ground.bases(), units.size());
    return new TrialWorld(
        name,
        ground,
        areas,
        one,
        model,
        units,
        stations,
        rules,
        times,
        RecommendParameters.defaults(),
        Chain.NONE,
        Named.NOTHING);
  }

  /** The same with more between call and free unit. */
  public TrialWorld with(Chain now, Named places) {
    return new TrialWorld(
        name, ground, areas, regions, model, units, stations, rules, times, recommend, now, places);
  }

  /** The same with other figures of the ranking. */
  public TrialWorld with(RecommendParameters now) {
    return new TrialWorld(
        name, ground, areas, regions, model, units, stations, rules, times, now, chain, named);
  }

  /** The same with several regions. */
  public TrialWorld with(Regions now) {
    return new TrialWorld(
        name, ground, areas, now, model, units, stations, rules, times, recommend, chain, named);
  }

  /**
   * Identities of places.
   *
   * @param stations in the order of the bases
   * @param hospitals in the order of the ground's
   */
  public record Named(List<String> stations, List<String> hospitals) {
    /** None is called anything. */
    public static final Named NOTHING = new Named(List.of(), List.of());

    public Named {
      stations = List.copyOf(stations);
      hospitals = List.copyOf(hospitals);
    }

    int station(String id) {
      return require("station", id, stations);
    }

    int hospital(String id) {
      return require("hospital", id, hospitals);
    }

    private static int require(String what, String id, List<String> of) {
      int index = of.indexOf(id);
      if (index < 0) {
        throw new IllegalArgumentException(
            "there is no %s '%s'; give one of %s".formatted(what, id, of));
      }
      return index;
    }
  }

  /** What each base reaches in time at the most urgent level, as some rules see it. */
  public Reach reach(StandbyRules by) {
    int[] bases = IntStream.range(0, ground.bases()).toArray();
    return reach(by, within(1), bases, IntStream.range(0, ground.zones()).toArray());
  }

  /**
   * The same of one region's bases and zones, by their numbers there.
   *
   * @param within from call to arrival, what the region calls in time at the most urgent level
   */
  public Reach reach(StandbyRules by, Duration within, int region) {
    return reach(by, within, regions.bases(region), regions.zones(region));
  }

  private Reach reach(StandbyRules by, Duration within, int[] bases, int[] zones) {
    boolean lights = model.levels().getFirst().lights();
    double most = drive(within).toMillis() / 1000.0;
    double[][] seconds = new double[bases.length][zones.length];
    for (int b = 0; b < bases.length; b++) {
      int from = ground.node(ground.base(bases[b]));
      for (int z = 0; z < zones.length; z++) {
        seconds[b][z] = ground.millis(from, zones[z], lights) / 1000.0;
      }
    }
    double[] demand = IntStream.of(zones).mapToDouble(zone -> ground.demand()[zone]).toArray();
    return Reach.within(seconds, most, by.steps(), demand);
  }

  /** From call to arrival at a level; one that is less urgent than any here is as the last. */
  public Duration within(int level) {
    return model.levels().get(Math.min(level, model.levels().size()) - 1).within();
  }

  /** How long a drive may be. */
  private Duration drive(Duration within) {
    return within.minus(model.decide()).minus(model.turnout());
  }

  /** The ranking's figures, with the limits of this world. */
  public RecommendParameters parameters() {
    return parameters(recommend, model.levels().stream().map(CallModel.Level::within).toList());
  }

  /**
   * The ranking's figures of a region that has limits of its own.
   *
   * @param within from call to arrival by level, the most urgent first; at least one
   */
  public RecommendParameters parameters(RecommendParameters of, List<Duration> within) {
    Map<Integer, Duration> late = new HashMap<>();
    for (int level = 1; level <= 4; level++) {
      late.put(level, drive(within.get(Math.min(level, within.size()) - 1)));
    }
    return of.withLateAfter(late);
  }
}
