package se.dirigent.server.masscasualty.distribution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.capacity.Draw.Against;
import se.dirigent.core.masscasualty.capacity.KeyInUse;
import se.dirigent.core.masscasualty.capacity.Placed;
import se.dirigent.core.masscasualty.capacity.Rooms;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.optimiser.distribute.CategoryRule;
import se.dirigent.optimiser.distribute.Choice;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.Distribution.Trip;
import se.dirigent.optimiser.distribute.Distribution.Unplaced;
import se.dirigent.server.masscasualty.distribution.Carriers.Carrier;
import se.dirigent.server.masscasualty.distribution.DistributionAnswer.LeftBehind;
import se.dirigent.server.masscasualty.distribution.DistributionAnswer.OtherHospital;
import se.dirigent.server.masscasualty.distribution.DistributionAnswer.ProposedCasualty;
import se.dirigent.server.masscasualty.distribution.DistributionAnswer.ProposedTrip;
import se.dirigent.server.masscasualty.distribution.DistributionAnswer.ProposedWave;
import se.dirigent.server.masscasualty.distribution.DistributionAnswer.State;
import se.dirigent.server.masscasualty.distribution.DistributionAnswer.TreatmentOutlook;

/** Tells a plan as waves of journeys, each with whom it takes and why. */
final class Waves {
  /** Minutes of a wave: as far ahead as a commander decides at a time [assumption]. */
  private static final int WAVE_MINUTES = 20;

  /** For more the key is not asked and rooms are not gone through: nobody reads so many. */
  private static final int THROUGH_MAX = 1_000;

  private final Plan plan;
  private final Question question;
  private final Distribution answer;
  private final Reasons reasons;
  private final Map<Integer, Against> against = new HashMap<>();
  private final Map<Integer, String> keys = new HashMap<>();

  private Waves(Plan plan) {
    this.plan = plan;
    this.question = plan.question();
    this.answer = plan.answer();
    this.reasons = new Reasons(plan);
  }

  /** The plan as it is told. */
  static DistributionAnswer of(Plan plan, Instant now) {
    Waves waves = new Waves(plan);
    waves.goThrough();
    return new DistributionAnswer(
        now,
        State.PROPOSED,
        null,
        plan.id(),
        plan.question().at(),
        Math.round(10 * plan.gapPercent()) / 10.0,
        waves.waves(),
        waves.left(),
        waves.outlook(),
        waves.reasons.doubts());
  }

  /** Trips as they are loaded: the first takes the room first. */
  private List<Integer> inOrder() {
    List<Integer> order = new ArrayList<>();
    for (int t = 0; t < answer.trips().size(); t++) {
      order.add(t);
    }
    order.sort(
        Comparator.comparingInt((Integer t) -> answer.trips().get(t).departureMinute())
            .thenComparing(Comparator.naturalOrder()));
    return order;
  }

  /**
   * Who may be decided on now: a room of the next hour is not there yet, and a decision would be
   * refused. Beside it what the key would propose, each after those before.
   */
  private void goThrough() {
    if (question.casualties().size() > THROUGH_MAX) {
      return;
    }
    Instant now = question.at();
    Rooms rooms = question.situation().rooms();
    KeyInUse key = question.situation().key();
    for (int t : inOrder()) {
      Trip trip = answer.trips().get(t);
      String facility = facility(trip);
      for (int c : trip.casualties()) {
        Casualty one = question.casualties().get(c);
        Category category = Objects.requireNonNull(one.category());
        if (one.destination() == null) {
          KeyInUse use = key == null ? null : new KeyInUse(key.key(), rooms);
          Against no =
              use == null
                  ? rooms.against(facility, category, Set.of(), Rooms.Limits.NONE, now)
                  : use.against(facility, category, one.about().needs(), now);
          if (no != null) {
            against.put(c, no);
          } else {
            rooms = rooms.with(new Placed(facility, category, one.about().needs(), now));
          }
          String next =
              use == null ? null : use.next(category, one.about().needs(), now).facility();
          if (next != null) {
            keys.put(c, next);
          }
        }
      }
    }
  }

  private String facility(Trip trip) {
    return question.hospitals().get(trip.hospital()).facility().id();
  }

  private List<ProposedWave> waves() {
    Map<Integer, List<ProposedTrip>> parts = new TreeMap<>();
    for (int t : inOrder()) {
      int part = (answer.trips().get(t).departureMinute() - question.nowMinute()) / WAVE_MINUTES;
      parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(trip(t));
    }
    List<ProposedWave> waves = new ArrayList<>();
    parts.forEach((part, trips) -> {
      Instant from = question.moment(question.nowMinute() + part * WAVE_MINUTES);
      Instant until = from.plus(Duration.ofMinutes(WAVE_MINUTES));
      waves.add(new ProposedWave(waves.size() + 1, from, until, trips));
    });
    return waves;
  }

  private ProposedTrip trip(int t) {
    Trip trip = answer.trips().get(t);
    Carrier carrier = question.carriers().get(trip.vehicle());
    return new ProposedTrip(
        carrier.unit(),
        carrier.callSign(),
        carrier.called(),
        plan.problem().places().get(trip.place()).name(),
        facility(trip),
        question.moment(trip.loadMinute()),
        question.moment(trip.departureMinute()),
        question.moment(trip.arrivalMinute()),
        trip.casualties().stream().map(this::casualty).toList(),
        other(t),
        reasons.of(trip));
  }

  private ProposedCasualty casualty(int c) {
    Casualty one = question.casualties().get(c);
    int treated = treated(c);
    CategoryRule rule = CategoryRule.defaults().get(number(one));
    return new ProposedCasualty(
        one.id().tag(),
        Objects.requireNonNull(one.category()),
        question.moment(treated),
        question.sinceEvent(treated),
        question.sinceEvent(treated) > rule.waiting().deadlineMinutes(),
        one.destination() != null,
        against.get(c),
        keys.get(c));
  }

  private int treated(int c) {
    return answer.placements().get(c) instanceof Distribution.Placed placed
        ? placed.treatmentMinute()
        : 0;
  }

  private static int number(Casualty one) {
    return HospitalLines.TRAVELLING.indexOf(Objects.requireNonNull(one.category()));
  }

  private @Nullable OtherHospital other(int t) {
    Choice choice = plan.choices().get(t);
    Trip trip = answer.trips().get(t);
    boolean open =
        trip.casualties().stream()
            .anyMatch(c -> question.casualties().get(c).destination() == null);
    if (choice.runnerUp() == Choice.NONE || !open) {
      return null;
    }
    return new OtherHospital(
        question.hospitals().get(choice.runnerUp()).facility().id(),
        Plan.minutes(choice.dearer()),
        (int) Math.round(100 * choice.sure()));
  }

  private List<LeftBehind> left() {
    List<LeftBehind> left = new ArrayList<>();
    for (int c = 0; c < question.casualties().size(); c++) {
      if (answer.placements().get(c) instanceof Unplaced unplaced) {
        Casualty one = question.casualties().get(c);
        left.add(
            new LeftBehind(
                one.id().tag(), Objects.requireNonNull(one.category()), unplaced.why().name()));
      }
    }
    return left;
  }

  private List<TreatmentOutlook> outlook() {
    List<TreatmentOutlook> outlook = new ArrayList<>();
    Set<Integer> left = new HashSet<>(answer.unplaced());
    for (Category category : HospitalLines.TRAVELLING) {
      List<Long> minutes = new ArrayList<>();
      for (int c = 0; c < question.casualties().size(); c++) {
        if (question.casualties().get(c).category() == category && !left.contains(c)) {
          minutes.add(question.sinceEvent(treated(c)));
        }
      }
      if (!minutes.isEmpty()) {
        minutes.sort(Comparator.naturalOrder());
        int goal =
            CategoryRule.defaults()
                .get(HospitalLines.TRAVELLING.indexOf(category))
                .waiting()
                .deadlineMinutes();
        outlook.add(
            new TreatmentOutlook(
                category,
                minutes.size(),
                minutes.get(minutes.size() / 2),
                minutes.getLast(),
                (int) minutes.stream().filter(m -> m <= goal).count(),
                goal));
      }
    }
    return outlook;
  }
}
