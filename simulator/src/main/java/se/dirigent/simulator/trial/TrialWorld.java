package se.dirigent.simulator.trial;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.standby.Reach;
import se.dirigent.optimiser.standby.Standby;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.ground.GroundTravelTimes;

/**
 * A place where policies are tried.
 *
 * @param areas told apart in reports
 * @param units at most 65 536
 * @param stations how many of the bases are stations; those after them are standby points
 * @param rules where free units stand under our relocation
 * @param times the ground's journeys for the recommender
 * @param chain what happens between call and free unit besides
 * @param named what its stations and hospitals are called in the chain's events
 */
public record TrialWorld(
    String name,
    Ground ground,
    Areas areas,
    CallModel model,
    List<TrialUnit> units,
    int stations,
    StandbyRules rules,
    GroundTravelTimes times,
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
    return new TrialWorld(
        name, ground, areas, model, units, stations, rules, times, Chain.NONE, Named.NOTHING);
  }

  /** The same with more between call and free unit. */
  public TrialWorld with(Chain now, Named places) {
    return new TrialWorld(name, ground, areas, model, units, stations, rules, times, now, places);
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
    boolean lights = model.levels().getFirst().lights();
    double seconds = limit(model, 1).toMillis() / 1000.0;
    return Reach.within(ground.secondsFromBases(lights), seconds, by.steps(), ground.demand());
  }

  /** Decides where units stand, at stations and standby points. */
  public Standby standby(StandbyRules by) {
    return new Standby(reach(by), by);
  }

  /** The same at stations alone. */
  public Standby standbyAtStations(StandbyRules by) {
    return new Standby(reach(by).first(stations), by);
  }

  /** How long a drive may be. */
  private static Duration limit(CallModel model, int level) {
    CallModel.Level of = model.levels().get(Math.min(level, model.levels().size()) - 1);
    return of.within().minus(model.decide()).minus(model.turnout());
  }

  /** The live service's figures, with the limits of this world. */
  public RecommendParameters parameters() {
    Map<Integer, Duration> late = new HashMap<>();
    for (int level = 1; level <= 4; level++) {
      late.put(level, limit(model, level));
    }
    return RecommendParameters.defaults().withLateAfter(late);
  }
}
