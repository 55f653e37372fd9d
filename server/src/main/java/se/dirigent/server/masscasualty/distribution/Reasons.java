package se.dirigent.server.masscasualty.distribution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.Casualty.Stage;
import se.dirigent.core.masscasualty.capacity.Specialty;
import se.dirigent.optimiser.distribute.Distribution.Placed;
import se.dirigent.optimiser.distribute.Distribution.Trip;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.optimiser.distribute.Ways;
import se.dirigent.server.masscasualty.distribution.Carriers.Carrier;
import se.dirigent.server.masscasualty.distribution.DistributionAnswer.DistributionReason;

/** Why a journey goes where it goes, and what the plan rests on that is not quite known. */
final class Reasons {
  /** Nearer hospitals told of: nobody reads more. */
  private static final int PASSED_MAX = 3;

  /** A hospital that has said nothing for so long has had time to change [assumption]. */
  private static final Duration SAID_OLD = Duration.ofMinutes(60);

  private final Plan plan;
  private final Question question;
  private final int[][][] loads;

  Reasons(Plan plan) {
    this.plan = plan;
    this.question = plan.question();
    this.loads = plan.answer().loads(plan.problem());
  }

  /** What speaks for it, the weightiest first. */
  List<DistributionReason> of(Trip trip) {
    List<DistributionReason> reasons = new ArrayList<>();
    nearest(trip, reasons);
    specialties(trip, reasons);
    families(trip, reasons);
    Carrier carrier = question.carriers().get(trip.vehicle());
    int road = plan.problem().ways().get(Question.ROAD).out()[trip.place()][trip.hospital()];
    if (carrier.flies()) {
      reasons.add(
          road == Ways.NO_WAY
              ? DistributionReason.of("onlyAir")
              : DistributionReason.of("air", "minutes", way(trip, trip.hospital()), "road", road));
    }
    if (trip.casualties().size() > 1) {
      reasons.add(DistributionReason.of("together", "count", trip.casualties().size()));
    }
    for (int c : trip.casualties()) {
      if (plan.answer().placements().get(c) instanceof Placed placed
          && placed.cleanMinute() != Placed.NOT_CLEANED) {
        Casualty one = question.casualties().get(c);
        reasons.add(
            DistributionReason.of(
                "clean", "tag", one.id().tag(), "at", question.moment(placed.cleanMinute())));
      }
    }
    return reasons;
  }

  private int way(Trip trip, int hospital) {
    int ways = plan.problem().vehicles().get(trip.vehicle()).ways();
    return plan.problem().ways().get(ways).out()[trip.place()][hospital];
  }

  /** The nearest, or why each of those nearer is passed. */
  private void nearest(Trip trip, List<DistributionReason> reasons) {
    int own = way(trip, trip.hospital());
    List<Integer> nearer =
        IntStream.range(0, question.hospitals().size())
            .filter(h -> way(trip, h) < own)
            .boxed()
            .sorted(Comparator.comparingInt(h -> way(trip, h)))
            .toList();
    if (nearer.isEmpty()) {
      reasons.add(DistributionReason.of("nearest", "minutes", own));
      return;
    }
    reasons.add(DistributionReason.of("minutes", "minutes", own));
    for (int h : nearer.subList(0, Math.min(PASSED_MAX, nearer.size()))) {
      reasons.add(
          DistributionReason.of(
              passed(trip, h),
              "facility",
              question.hospitals().get(h).facility().id(),
              "minutes",
              way(trip, h)));
    }
  }

  private String passed(Trip trip, int h) {
    HospitalLines lines = question.hospitals().get(h);
    if (lines.closed()) {
      return "closed";
    }
    int hour = (trip.departureMinute() + way(trip, h)) / 60;
    boolean lacks = false;
    boolean full = false;
    for (int c : trip.casualties()) {
      var one = plan.problem().casualties().get(c);
      Intake intake = plan.problem().hospitals().get(h).intake(hour);
      int category = one.category() % Question.CATEGORIES;
      Set<Specialty> needs = question.casualties().get(c).about().needs();
      lacks |= needs.stream().anyMatch(n -> intake.specialties().get(n.ordinal()) == 0);
      boolean counted = hour < loads[h].length;
      full |= (counted ? loads[h][hour][category] : 0) >= intake.categories().get(category);
    }
    return lacks ? "lacks" : full ? "full" : "kept";
  }

  private void specialties(Trip trip, List<DistributionReason> reasons) {
    Set<Specialty> needs = new TreeSet<>();
    trip.casualties().forEach(c -> needs.addAll(question.casualties().get(c).about().needs()));
    for (Specialty need : needs) {
      boolean burns =
          need == Specialty.BURN
              && StandardIntake.BURN_CENTRES.contains(
                  question.hospitals().get(trip.hospital()).facility().id());
      reasons.add(
          DistributionReason.of(burns ? "burnCentre" : "specialty", "specialty", need.name()));
    }
  }

  /** Families that stay together there, and those that are parted. */
  private void families(Trip trip, List<DistributionReason> reasons) {
    Set<String> families =
        trip.casualties().stream()
            .map(c -> question.casualties().get(c).about().family())
            .filter(f -> !f.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    for (String family : families) {
      Set<Integer> hospitals = new TreeSet<>();
      int members = 0;
      for (int c = 0; c < question.casualties().size(); c++) {
        if (question.casualties().get(c).about().family().equals(family)
            && plan.answer().placements().get(c) instanceof Placed placed) {
          hospitals.add(plan.answer().trips().get(placed.trip()).hospital());
          members++;
        }
      }
      if (members > 1) {
        String code = hospitals.size() == 1 ? "family" : "parted";
        reasons.add(DistributionReason.of(code, "family", family, "count", members));
      }
    }
  }

  /** What is old, assumed or not known, the gravest first. */
  List<DistributionReason> doubts() {
    List<DistributionReason> doubts = new ArrayList<>();
    unsieved(doubts);
    Set<Integer> used = new TreeSet<>();
    Set<Integer> driving = new TreeSet<>();
    plan.answer()
        .trips()
        .forEach(t -> {
          used.add(t.hospital());
          driving.add(t.vehicle());
        });
    Instant old = question.at().minus(SAID_OLD);
    for (int h : used) {
      HospitalLines lines = question.hospitals().get(h);
      String facility = lines.facility().id();
      Instant saidAt = lines.saidAt();
      if (lines.assumed()) {
        doubts.add(DistributionReason.of("assumed", "facility", facility));
      } else if (saidAt != null && saidAt.isBefore(old)) {
        doubts.add(
            DistributionReason.of(
                "old",
                "facility",
                facility,
                "minutes",
                Duration.between(saidAt, question.at()).toMinutes()));
      }
    }
    List<String> guessed =
        driving.stream()
            .map(v -> question.carriers().get(v))
            .filter(Carrier::guessed)
            .map(Carrier::callSign)
            .toList();
    if (!guessed.isEmpty()) {
      doubts.add(
          DistributionReason.of(
              "position", "count", guessed.size(), "units", String.join(", ", guessed)));
    }
    boolean cleaning =
        plan.answer().placements().stream()
            .anyMatch(p -> p instanceof Placed q && q.cleanMinute() != Placed.NOT_CLEANED);
    if (plan.shared()) {
      doubts.add(DistributionReason.of("shared"));
    }
    if (cleaning) {
      doubts.add(DistributionReason.of("cleaning", "perHour", Question.CLEANED_PER_HOUR));
    }
    return doubts;
  }

  private void unsieved(List<DistributionReason> doubts) {
    long unsieved =
        question.situation().casualties().stream()
            .filter(c -> c.isPerson() && c.stage() == Stage.AT_SCENE && c.category() == null)
            .count();
    if (unsieved > 0) {
      doubts.add(DistributionReason.of("unsieved", "count", unsieved));
    }
  }
}
