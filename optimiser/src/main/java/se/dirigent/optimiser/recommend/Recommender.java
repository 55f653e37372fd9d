package se.dirigent.optimiser.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.Travel;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;

/**
 * Ranks the units of a region for one incident: suitable ones first by arrival time, then those
 * whose arrival is unknown, then the unsuitable. Safe for use by many threads.
 */
public final class Recommender {
  private static final Comparator<Recommendation> ORDER =
      Comparator.comparing((Recommendation r) -> !r.suitable())
          .thenComparing(r -> r.arrival() == null)
          .thenComparing(Recommendation::arrival, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Recommendation::unit);

  private final TravelTimes times;
  private final RecommendParameters parameters;

  public Recommender(TravelTimes times, RecommendParameters parameters) {
    this.times = times;
    this.parameters = parameters;
  }

  /**
   * The ranking of every candidate.
   *
   * @param need what the incident asks for
   * @param candidates the units to rank; none is left out of the answer
   * @param now the moment of the question
   */
  public List<Recommendation> rank(Need need, Collection<Candidate> candidates, Instant now) {
    return candidates.stream().map(c -> judge(need, c, now)).sorted(ORDER).toList();
  }

  private Recommendation judge(Need need, Candidate unit, Instant now) {
    List<Reason> against = new ArrayList<>();
    againstStatus(unit, against);
    againstKind(need, unit, against);
    List<Reason> reasons = new ArrayList<>(against);
    Duration wait = handoverLeft(unit, now);
    Travel travel = travel(need.position(), unit, need.level(), now, reasons);
    Duration arrival = travel == null ? null : wait.plus(travel.median());
    remarks(unit, arrival, wait, now, reasons);
    return new Recommendation(
        unit.unit(),
        arrival,
        travel == null ? null : travel.distanceMetres(),
        against.isEmpty(),
        reasons);
  }

  private static void againstStatus(Candidate unit, List<Reason> against) {
    switch (unit.status()) {
      case AVAILABLE, HANDING_OVER -> {}
      case TASKED, ACKNOWLEDGED, ROLLING, AT_ADDRESS, AT_PATIENT, LOADED, AT_DESTINATION ->
          against.add(Reason.of(ReasonCode.BUSY, "status", unit.status()));
      case UNAVAILABLE -> against.add(Reason.of(ReasonCode.UNAVAILABLE));
      case OFF_DUTY -> against.add(Reason.of(ReasonCode.OFF_DUTY));
    }
  }

  private void againstKind(Need need, Candidate unit, List<Reason> against) {
    if (unit.special()) {
      against.add(Reason.of(ReasonCode.SPECIAL_RESOURCE));
    }
    KindProfile profile = parameters.profile(unit.kind());
    if (profile.levelMostUrgent() == KindProfile.NEVER) {
      against.add(Reason.of(ReasonCode.NOT_FOR_INCIDENTS));
    } else if (need.level() < profile.levelMostUrgent()) {
      against.add(
          profile.conveys()
              ? Reason.of(ReasonCode.LEVEL_OF_CARE, "levelMostUrgent", profile.levelMostUrgent())
              : Reason.of(ReasonCode.CANNOT_CONVEY));
    }
    need.capabilities().stream()
        .filter(c -> !unit.capabilities().contains(c))
        .sorted()
        .map((Capability c) -> Reason.of(ReasonCode.CAPABILITY_MISSING, "capability", c))
        .forEach(against::add);
  }

  private Duration handoverLeft(Candidate unit, Instant now) {
    return switch (unit.status()) {
      case HANDING_OVER -> {
        Instant free = unit.statusSince().plus(parameters.retaskAfterHandover());
        yield free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
      }
      case AVAILABLE,
          TASKED,
          ACKNOWLEDGED,
          ROLLING,
          AT_ADDRESS,
          AT_PATIENT,
          LOADED,
          AT_DESTINATION,
          UNAVAILABLE,
          OFF_DUTY ->
          Duration.ZERO;
    };
  }

  private @Nullable Travel travel(
      @Nullable Position to, Candidate unit, int level, Instant now, List<Reason> reasons) {
    if (to == null) {
      reasons.add(Reason.of(ReasonCode.INCIDENT_WITHOUT_POSITION));
    }
    Position from = unit.position();
    if (from == null) {
      reasons.add(Reason.of(ReasonCode.NO_POSITION));
    }
    if (to == null || from == null) {
      return null;
    }
    Urgency urgency =
        level <= parameters.lightsLevelMax() ? Urgency.LIGHTS_AND_SIRENS : Urgency.NORMAL;
    Optional<Travel> found =
        times.find(from, to, parameters.profile(unit.kind()).mode(), urgency, now);
    if (found.isEmpty()) {
      reasons.add(Reason.of(ReasonCode.NO_WAY));
    }
    return found.orElse(null);
  }

  private void remarks(
      Candidate unit, @Nullable Duration arrival, Duration wait, Instant now, List<Reason> out) {
    if (wait.isPositive()) {
      out.add(Reason.of(ReasonCode.HANDING_OVER, "freeInSeconds", wait.toSeconds()));
    }
    Instant mealEnd = unit.mealEnd();
    if (mealEnd != null && mealEnd.isAfter(now)) {
      out.add(secondsUntil(ReasonCode.MEAL_BREAK, now, mealEnd));
    }
    Instant shiftEnd = unit.shiftEnd();
    Duration until = arrival == null ? Duration.ZERO : arrival;
    if (shiftEnd != null
        && now.plus(until).plus(parameters.assignmentAfterArrival()).isAfter(shiftEnd)) {
      out.add(secondsUntil(ReasonCode.SHIFT_ENDS, now, shiftEnd));
    }
    Instant positionAt = unit.positionAt();
    if (positionAt != null) {
      Duration age = Duration.between(positionAt, now);
      if (age.compareTo(parameters.positionOldAfter()) > 0) {
        out.add(Reason.of(ReasonCode.POSITION_OLD, "ageSeconds", age.toSeconds()));
      }
    }
  }

  private static Reason secondsUntil(ReasonCode code, Instant now, Instant then) {
    return Reason.of(code, "endsInSeconds", Duration.between(now, then).toSeconds());
  }
}
