package se.dirigent.optimiser.keytest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.masscasualty.capacity.Draw;
import se.dirigent.core.masscasualty.capacity.Draw.Against;
import se.dirigent.core.masscasualty.capacity.Draw.Why;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity.Hour;
import se.dirigent.core.masscasualty.capacity.KeyInUse;
import se.dirigent.core.masscasualty.capacity.Placed;
import se.dirigent.core.masscasualty.capacity.Plus;
import se.dirigent.core.masscasualty.capacity.Rooms;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * Tries a key on random events. An event has 5 to 200 casualties, small ones oftener than large
 * (the logarithm is even), at a random place; a fifth of them most urgent and three tenths urgent
 * [assumption, as in the ready events]; they are sent evenly over one to three hours.
 */
public final class KeyTest {
  private static final Instant ALARM = Instant.parse("2000-01-01T00:00:00Z");
  private static final int SMALLEST = 5;
  private static final int LARGEST = 200;
  private static final double RED = 0.2;
  private static final double YELLOW = 0.3;
  private static final int FAR_MINUTES = 60;
  private static final int PLACES = 3;

  /** How many times as long the way round is [assumption]. */
  private static final int DETOUR = 2;

  private final KeyTrial trial;
  private final List<String> sharing;

  private KeyTest(KeyTrial trial) {
    this.trial = trial;
    Set<String> names = new LinkedHashSet<>();
    trial.key().shares().forEach(s -> names.add(s.facility()));
    sharing = List.copyOf(names);
  }

  /** One result for each disturbance. */
  public static List<KeyTrialResult> run(KeyTrial trial) {
    KeyTest test = new KeyTest(trial);
    return Arrays.stream(Disturbance.values()).map(test::disturbed).toList();
  }

  private KeyTrialResult disturbed(Disturbance disturbance) {
    // Each event has a seed of its own: the same events meet every disturbance.
    RandomGenerator seeds = new SplittableRandom(trial.seed());
    Tally tally = new Tally();
    for (int n = 0; n < trial.events(); n++) {
      event(disturbance, new SplittableRandom(seeds.nextLong()), tally);
    }
    return tally.result(disturbance, trial.events());
  }

  private void event(Disturbance disturbance, RandomGenerator random, Tally tally) {
    double size = Math.exp(random.nextDouble(Math.log(SMALLEST), Math.log(LARGEST + 1.0)));
    int[] places = random.ints(PLACES, 0, trial.minutes().size()).toArray();
    String hit = sharing.get(random.nextInt(sharing.size()));
    int seconds = 3600 + random.nextInt(7200);
    int together = disturbance == Disturbance.THREE_PLACES ? PLACES : 1;
    int count = (int) size * together;
    boolean gone = disturbance == Disturbance.HOSPITAL_GONE;
    Map<String, HospitalCapacity> capacities =
        disturbance == Disturbance.NIGHT ? halved() : trial.capacities();
    Rooms rooms = Rooms.of(ALARM, capacities, Map.of(), List.of());
    KeyInUse use = new KeyInUse(trial.key(), gone ? rooms.without(hit) : rooms);
    Set<String> full = new HashSet<>();
    int unplaced = 0;
    for (int i = 0; i < count; i++) {
      double draw = random.nextDouble();
      Category category =
          draw < RED
              ? Category.IMMEDIATE
              : draw < RED + YELLOW ? Category.DELAYED : Category.MINIMAL;
      Instant at = ALARM.plusSeconds((long) seconds * i / count);
      Draw to = use.next(category, Set.of(), at);
      noteFull(to, full, tally);
      String facility = to.facility();
      if (facility == null) {
        unplaced++;
        continue;
      }
      use = use.with(new Placed(facility, category, Set.of(), at));
      int detour = disturbance == Disturbance.ROAD_CLOSED && facility.equals(hit) ? DETOUR : 1;
      tally.note(to, category, detour * (long) minutes(places[i % together], facility));
    }
    tally.end(count, unplaced);
  }

  private int minutes(int place, String facility) {
    int column = trial.facilities().indexOf(facility);
    return column < 0 ? Integer.MAX_VALUE : trial.minutes().get(place).get(column);
  }

  private void noteFull(Draw to, Set<String> full, Tally tally) {
    for (Draw.Passed p : to.passed()) {
      if (p.against() == Against.FULL && sharing.contains(p.facility()) && full.add(p.facility())) {
        if (full.size() == 1) {
          tally.firstFull.merge(p.facility(), 1, Integer::sum);
        }
      }
    }
  }

  private Map<String, HospitalCapacity> halved() {
    Map<String, HospitalCapacity> half = new HashMap<>();
    trial
        .capacities()
        .forEach((facility, c) -> {
          List<Hour> hours = new ArrayList<>();
          for (Hour hour : c.hours()) {
            Map<Category, Plus> categories = new HashMap<>();
            hour.categories()
                .forEach((category, plus) -> categories.put(category, Plus.of(plus.takes() / 2)));
            hours.add(new Hour(categories, hour.specialties()));
          }
          half.put(facility, new HospitalCapacity(facility, hours, c.source(), c.documentedOn()));
        });
    return half;
  }

  /** What is counted over the events of one disturbance. */
  private static final class Tally {
    private final Map<String, Integer> firstFull = new HashMap<>();
    private int casualties;
    private int broken;
    private int unplaced;
    private int unknown;
    private int overflow;
    private int farRed;
    private int red;
    private @Nullable Integer smallest;

    void note(Draw to, Category category, long minutes) {
      unknown += to.unknown() ? 1 : 0;
      overflow += to.why() == Why.OVERFLOW ? 1 : 0;
      if (category == Category.IMMEDIATE) {
        red++;
        farRed += minutes > FAR_MINUTES ? 1 : 0;
      }
    }

    void end(int count, int left) {
      casualties += count;
      unplaced += left;
      if (left > 0) {
        broken++;
        smallest = smallest == null ? count : Math.min(smallest, count);
      }
    }

    KeyTrialResult result(Disturbance disturbance, int events) {
      return new KeyTrialResult(
          disturbance,
          events,
          casualties,
          broken,
          unplaced,
          unknown,
          overflow,
          farRed,
          red,
          smallest,
          firstFull);
    }
  }
}
