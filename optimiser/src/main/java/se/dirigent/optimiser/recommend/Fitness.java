package se.dirigent.optimiser.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.fleet.UnitStatus;

/** Whether a unit can meet a need and how it can be had, and words for what stands in the way. */
final class Fitness {
  /** Less cover than this is not worth a sentence: one call in a hundred. */
  private static final double COVER_WORTH_SAYING = 0.01;

  private final Need need;
  private final long soonSeconds;

  Fitness(RecommendParameters parameters, Need need) {
    this.need = need;
    this.soonSeconds = parameters.availability().soon().toSeconds();
  }

  /** How the unit can be had. */
  Means means(Candidate unit, Fleet.Facts facts) {
    int most = facts.profile().levelMostUrgent();
    boolean fit =
        !unit.special()
            && unit.promise() != Candidate.Promise.ON_BOARD
            && most != KindProfile.NEVER
            && need.level() >= most
            && unit.capabilities().containsAll(need.capabilities());
    if (!fit) {
      return Means.NONE;
    }
    return switch (unit.status()) {
      case AVAILABLE -> Means.SEND;
      case HANDING_OVER -> facts.freeIn() == 0 ? Means.SEND : Means.AWAIT;
      case TASKED, ACKNOWLEDGED, ROLLING ->
          facts.engaged() > need.level() ? Means.REDIRECT : soon(facts);
      case AT_ADDRESS, AT_PATIENT, LOADED, AT_DESTINATION -> soon(facts);
      case UNAVAILABLE, OFF_DUTY -> Means.NONE;
    };
  }

  private Means soon(Fleet.Facts facts) {
    return facts.freeIn() <= soonSeconds ? Means.AWAIT : Means.NONE;
  }

  List<Reason> reasons(Candidate unit, Fleet.Facts facts, Judgement j) {
    List<Reason> out = new ArrayList<>();
    aboutStatus(unit, facts, j.means(), out);
    aboutPromise(unit.promise(), out);
    if (unit.special()) {
      out.add(Reason.of(ReasonCode.SPECIAL_RESOURCE));
    }
    aboutKind(unit, facts.profile(), out);
    aboutPosition(facts, out);
    if (j.travelSeconds() == Double.POSITIVE_INFINITY) {
      out.add(Reason.of(ReasonCode.NO_WAY));
    }
    if (unit.neighbour()) {
      out.add(Reason.of(ReasonCode.NEIGHBOUR));
    }
    double calls = j.amount(CostPart.COVER);
    if (calls >= COVER_WORTH_SAYING) {
      String percent = String.format(Locale.ROOT, "%.0f", calls * 100);
      out.add(Reason.of(ReasonCode.COVER_LOST, "calls", percent));
    }
    if (j.amount(CostPart.MEAL) > 0) {
      out.add(Reason.of(ReasonCode.MEAL_BREAK, "endsInSeconds", facts.mealEnd()));
    }
    if (j.amount(CostPart.OVERTIME) > 0) {
      out.add(Reason.of(ReasonCode.SHIFT_ENDS, "endsInSeconds", facts.shiftEnd()));
    }
    return out;
  }

  private static void aboutStatus(
      Candidate unit, Fleet.Facts facts, Means means, List<Reason> out) {
    long freeIn = Math.round(facts.freeIn());
    if (unit.status() == UnitStatus.UNAVAILABLE) {
      out.add(Reason.of(ReasonCode.UNAVAILABLE));
    } else if (unit.status() == UnitStatus.OFF_DUTY) {
      out.add(Reason.of(ReasonCode.OFF_DUTY));
    } else if (unit.status() == UnitStatus.HANDING_OVER) {
      if (freeIn > 0) {
        out.add(Reason.of(ReasonCode.HANDING_OVER, "freeInSeconds", freeIn));
      }
    } else if (unit.status().busy()) {
      out.add(Reason.of(ReasonCode.BUSY, "status", unit.status()));
      if (means == Means.REDIRECT) {
        out.add(Reason.of(ReasonCode.REDIRECTABLE, "level", facts.engaged()));
      } else if (means == Means.AWAIT) {
        out.add(Reason.of(ReasonCode.SOON_FREE, "freeInSeconds", freeIn));
      }
    }
  }

  private static void aboutPromise(Candidate.Promise promise, List<Reason> out) {
    switch (promise) {
      case NONE -> {}
      case GIVEN -> out.add(Reason.of(ReasonCode.CALLS_OFF_TRANSPORT));
      case ON_BOARD -> out.add(Reason.of(ReasonCode.TRANSPORT_ON_BOARD));
    }
  }

  private void aboutKind(Candidate unit, KindProfile profile, List<Reason> out) {
    if (profile.levelMostUrgent() == KindProfile.NEVER) {
      out.add(Reason.of(ReasonCode.NOT_FOR_INCIDENTS));
    } else if (need.level() < profile.levelMostUrgent()) {
      out.add(
          profile.conveys()
              ? Reason.of(ReasonCode.LEVEL_OF_CARE, "levelMostUrgent", profile.levelMostUrgent())
              : Reason.of(ReasonCode.CANNOT_CONVEY));
    }
    need.capabilities().stream()
        .filter(c -> !unit.capabilities().contains(c))
        .sorted()
        .map((Capability c) -> Reason.of(ReasonCode.CAPABILITY_MISSING, "capability", c))
        .forEach(out::add);
  }

  private void aboutPosition(Fleet.Facts facts, List<Reason> out) {
    if (need.position() == null) {
      out.add(Reason.of(ReasonCode.INCIDENT_WITHOUT_POSITION));
    }
    if (facts.positionAge() == Fleet.NEVER) {
      out.add(Reason.of(ReasonCode.NO_POSITION));
    } else if (facts.lost()) {
      out.add(Reason.of(ReasonCode.POSITION_LOST, "ageSeconds", facts.positionAge()));
    } else if (facts.tooOld() > 0) {
      out.add(Reason.of(ReasonCode.POSITION_OLD, "ageSeconds", facts.positionAge()));
    }
  }
}
