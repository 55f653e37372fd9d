package se.dirigent.optimiser.recommend;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.routing.travel.TravelMode;

/**
 * Every figure of the ranking, so that a region can set its own.
 *
 * @param kinds what each kind of unit can do; complete
 * @param lightsLevelMax the least urgent level driven with lights and siren
 * @param positionOldAfter age from which a position is called old
 * @param positionLostAfter age from which a position says nothing, and the unit is ranked last
 * @param retaskAfterHandover how long a unit hands over before it may be tasked again
 * @param assignmentAfterArrival how long an assignment is likely to last after arrival
 * @param availability when busy units are likely to be free
 * @param late how far arrivals spread
 * @param lateAfter from now, turnout left out, how long an arrival may take, by level; complete
 * @param weights what each part of the cost counts, by level 1 to 4; complete
 */
public record RecommendParameters(
    Map<UnitKind, KindProfile> kinds,
    int lightsLevelMax,
    Duration positionOldAfter,
    Duration positionLostAfter,
    Duration retaskAfterHandover,
    Duration assignmentAfterArrival,
    Availability availability,
    ArrivalSpread late,
    Map<Integer, Duration> lateAfter,
    Map<Integer, Weights> weights) {
  public RecommendParameters {
    kinds = Map.copyOf(kinds);
    for (UnitKind kind : UnitKind.values()) {
      if (!kinds.containsKey(kind)) {
        throw new IllegalArgumentException("kinds lacks " + kind + "; give every kind a profile");
      }
    }
    lateAfter = Map.copyOf(lateAfter);
    if (!lateAfter.keySet().equals(Set.of(1, 2, 3, 4))) {
      throw new IllegalArgumentException(
          "lateAfter is for levels " + lateAfter.keySet() + "; give levels 1, 2, 3 and 4");
    }
    weights = Map.copyOf(weights);
    if (!weights.keySet().equals(Set.of(1, 2, 3, 4))) {
      throw new IllegalArgumentException(
          "weights are for levels " + weights.keySet() + "; give levels 1, 2, 3 and 4");
    }
  }

  /**
   * The figures used until a region brings its own.
   *
   * <ul>
   *   <li>Kinds and levels [assumption], from what each sort of vehicle is crewed and equipped for:
   *       light-care and transport ambulances from priority 3, patient taxi at priority 4, cars
   *       without stretcher alone from priority 3.
   *   <li>Lights and siren at priority 1 only [assumption; the crew decides in the field].
   *   <li>Position old after 2 minutes [assumption: 24 missed reports].
   *   <li>Position lost after an hour, as the task of the recommendation says.
   *   <li>Re-task 15 minutes after S, Region Skåne's routine.
   *   <li>Late after the goals of the cover less the turnout: 18, 30 and 60 minutes, and 120 at
   *       level 4 [assumption].
   *   <li>57 minutes after arrival: medians of scene 13.0, transport 21.4 and hospital 22.2 minutes
   *       over 19 520 rural runs 2010–2020 (data set rvfd, MIT licence).
   * </ul>
   */
  public static RecommendParameters defaults() {
    return new RecommendParameters(
        defaultKinds(),
        1,
        Duration.ofMinutes(2),
        Duration.ofHours(1),
        Duration.ofMinutes(15),
        Duration.ofMinutes(57),
        Availability.defaults(),
        ArrivalSpread.defaults(),
        Map.of(
            1, Duration.ofSeconds(990),
            2, Duration.ofMinutes(26),
            3, Duration.ofMinutes(56),
            4, Duration.ofMinutes(116)),
        IntStream.rangeClosed(1, 4).boxed().collect(Collectors.toMap(l -> l, Weights::defaults)));
  }

  /** The same with other weights, for a region that brings its own. */
  public RecommendParameters withWeights(Map<Integer, Weights> own) {
    return new RecommendParameters(
        kinds,
        lightsLevelMax,
        positionOldAfter,
        positionLostAfter,
        retaskAfterHandover,
        assignmentAfterArrival,
        availability,
        late,
        lateAfter,
        own);
  }

  /** The same with other limits of what is late, by level. */
  public RecommendParameters withLateAfter(Map<Integer, Duration> own) {
    return new RecommendParameters(
        kinds,
        lightsLevelMax,
        positionOldAfter,
        positionLostAfter,
        retaskAfterHandover,
        assignmentAfterArrival,
        availability,
        late,
        own,
        weights);
  }

  /** After what time, from now and without turnout, an arrival at a level is late. */
  public Duration lateAfter(int level) {
    return Objects.requireNonNull(lateAfter.get(level));
  }

  /** The weights of a level. */
  public Weights weights(int level) {
    return Objects.requireNonNull(weights.get(level));
  }

  /** The profile of a kind. */
  public KindProfile profile(UnitKind kind) {
    KindProfile profile = kinds.get(kind);
    if (profile == null) {
      throw new IllegalStateException("kinds lacks " + kind);
    }
    return profile;
  }

  private static Map<UnitKind, KindProfile> defaultKinds() {
    var kinds = new EnumMap<UnitKind, KindProfile>(UnitKind.class);
    for (UnitKind kind : UnitKind.values()) {
      kinds.put(kind, defaultProfile(kind));
    }
    return kinds;
  }

  private static KindProfile defaultProfile(UnitKind kind) {
    return switch (kind) {
      case AMBULANCE, INTENSIVE_CARE, MILITARY -> new KindProfile(TravelMode.ROAD, true, 1);
      case HELICOPTER -> new KindProfile(TravelMode.AIR, true, 1);
      case PSYCHIATRIC_UNIT -> new KindProfile(TravelMode.ROAD, true, 2);
      case TRANSPORT_AMBULANCE, LIGHT_CARE_AMBULANCE -> new KindProfile(TravelMode.ROAD, true, 3);
      case ASSESSMENT_CAR, SINGLE_RESPONDER, DOCTOR_CAR, OTHER ->
          new KindProfile(TravelMode.ROAD, false, 3);
      case MOUNTAIN_GROUP -> new KindProfile(TravelMode.OFF_ROAD, true, 3);
      case PATIENT_TAXI -> new KindProfile(TravelMode.ROAD, true, 4);
      case AIR_AMBULANCE -> new KindProfile(TravelMode.AEROPLANE, true, KindProfile.NEVER);
    };
  }
}
