package se.dirigent.server.masscasualty.distribution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.facility.Facility;
import se.dirigent.core.geo.Position;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.Casualty.Decontamination;
import se.dirigent.core.masscasualty.Casualty.Stage;
import se.dirigent.core.masscasualty.Organisation.Sector;
import se.dirigent.core.masscasualty.capacity.Specialty;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.optimiser.distribute.CategoryRule;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Hospital;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.optimiser.distribute.Place;
import se.dirigent.optimiser.distribute.Waiting;
import se.dirigent.optimiser.distribute.Ways;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.server.masscasualty.HospitalService.Situation;
import se.dirigent.server.masscasualty.distribution.Carriers.Carrier;
import se.dirigent.server.masscasualty.distribution.HospitalLines.Hours;

/**
 * The optimiser's question, and what its numbers stand for. Its minutes are counted from the
 * beginning of the event's hour that goes on, so that its hours are those of which hospitals say
 * what they take.
 *
 * <p>Who has a hospital already and waits for a vehicle is asked about too: such a casualty has a
 * category of its own, which takes no room a second time, and needs what only that hospital has.
 *
 * @param casualties in the problem's order
 * @param hospitals in the problem's order
 * @param carriers in the problem's order
 * @param at the moment it was asked, which is {@code nowMinute} in the problem's time
 */
record Question(
    DistributionProblem problem,
    List<Casualty> casualties,
    List<HospitalLines> hospitals,
    List<Carrier> carriers,
    List<Stock> stocks,
    List<Position> places,
    Situation situation,
    Instant origin,
    Instant at,
    int nowMinute) {
  static final int ROAD = 0;
  static final int AIR = 1;

  /** Categories that travel, and after them the same for those who have a hospital. */
  static final int CATEGORIES = HospitalLines.TRAVELLING.size();

  static final long ANYBODY = 0b1111_1111;
  static final long NOT_MINIMAL = 0b1011_1011;
  static final long MINIMAL_ONLY = 0b0100_0100;

  // Beside the core's specialties: being made clean at the place, being among those who need what
  // the most urgent need, going where somebody asks what it would cost, and after these one for
  // each hospital that somebody at the place is to go to.
  static final int CLEANING = Specialty.values().length;
  static final int URGENT = CLEANING + 1;
  static final int ASKED = CLEANING + 2;
  private static final int DECIDED = CLEANING + 3;

  /** Minutes after an event from which it matters no more how long ago it was: a week. */
  private static final int PASSED_MAX = 7 * 24 * 60;

  /** From when on nothing is planned: later there are other facts. */
  private static final int HOURS = 9;

  /** Casualties made clean in an hour at a place, where nobody has said [assumption]. */
  static final int CLEANED_PER_HOUR = 12;

  /** Harm of parting a family: as much as a minimal casualty's wait of half an hour. */
  private static final double SPLIT_HARM = 15;

  /** Whom the casualties are, where, and what is known of hospitals and units. */
  record Known(
      Situation situation,
      Instant now,
      Position main,
      List<Facility> facilities,
      Carriers carriers,
      TravelTimes times) {}

  /** The question as it is now. */
  static Question of(Known known) {
    Hours hours = new Hours(known.situation(), known.now(), HOURS);
    List<HospitalLines> hospitals =
        known.facilities().stream().map(f -> HospitalLines.of(f, hours)).toList();
    List<Casualty> casualties =
        known.situation().casualties().stream().filter(Question::asks).toList();
    Map<Position, Integer> places = new LinkedHashMap<>();
    List<Integer> placeOf =
        casualties.stream()
            .map(c -> places.computeIfAbsent(position(known, c), _ -> places.size()))
            .toList();
    List<Position> positions = List.copyOf(places.keySet());
    int nowMinute =
        (int) Math.ceilDiv(Duration.between(hours.origin(), known.now()).toSeconds(), 60L);
    List<Carrier> carriers = known.carriers().at(positions, nowMinute);
    Decided decided = Decided.of(casualties, known.facilities());
    List<Stock> stocks = new ArrayList<>();
    for (int h = 0; h < hospitals.size(); h++) {
      stocks.addAll(hospitals.get(h).stocks(h));
    }
    return new Question(
        new DistributionProblem(
            positions.stream().map(p -> place(known, p, nowMinute)).toList(),
            hospitals(hospitals, decided),
            people(casualties, placeOf, nowMinute, decided),
            carriers.stream().map(Carrier::vehicle).toList(),
            ways(known, positions),
            rules(Duration.between(known.situation().major().happenedAt(), hours.origin())),
            decided.specialties(),
            CLEANING,
            HOURS * 60,
            SPLIT_HARM),
        casualties,
        hospitals,
        carriers,
        stocks,
        positions,
        known.situation(),
        hours.origin(),
        known.now(),
        nowMinute);
  }

  /** Whether a casualty is still to be carried somewhere. */
  static boolean asks(Casualty one) {
    Category category = one.category();
    return one.isPerson()
        && one.stage() == Stage.AT_SCENE
        && category != null
        && category.travels();
  }

  /** Where it is: at the sector it was said to be in, when somebody has said where that is. */
  private static Position position(Known known, Casualty one) {
    for (Sector sector : known.situation().major().organisation().sectors()) {
      Position at = sector.position();
      if (at != null && sector.name().equalsIgnoreCase(one.about().place().strip())) {
        return at;
      }
    }
    return known.main();
  }

  private static Place place(Known known, Position at, int nowMinute) {
    String name =
        known.situation().major().organisation().sectors().stream()
            .filter(sector -> at.equals(sector.position()))
            .map(Sector::name)
            .findFirst()
            .orElse("");
    return new Place(name, CLEANED_PER_HOUR, nowMinute);
  }

  /** Hospitals that somebody at the place is to go to, each with a specialty of its own. */
  private record Decided(Map<String, Integer> numbers, Map<String, int[]> counts) {
    static Decided of(List<Casualty> casualties, List<Facility> facilities) {
      List<String> known = facilities.stream().map(Facility::id).toList();
      Map<String, Integer> numbers = new LinkedHashMap<>();
      Map<String, int[]> counts = new LinkedHashMap<>();
      for (Casualty one : casualties) {
        String to = facility(one);
        if (to != null && known.contains(to)) {
          numbers.computeIfAbsent(to, _ -> DECIDED + numbers.size());
          counts.computeIfAbsent(to, _ -> new int[CATEGORIES])[category(one)]++;
        }
      }
      return new Decided(numbers, counts);
    }

    List<String> specialties() {
      List<String> names = new ArrayList<>();
      for (Specialty one : Specialty.values()) {
        names.add(one.name());
      }
      names.addAll(List.of("cleaning", "urgent", "asked"));
      names.addAll(numbers.keySet());
      return names;
    }

    @Nullable Integer of(Casualty one) {
      String to = facility(one);
      return to == null ? null : numbers.get(to);
    }
  }

  private static @Nullable String facility(Casualty one) {
    return one.destination() == null ? null : one.destination().facility();
  }

  private static int category(Casualty one) {
    return HospitalLines.TRAVELLING.indexOf(Objects.requireNonNull(one.category()));
  }

  private static List<Hospital> hospitals(List<HospitalLines> lines, Decided decided) {
    List<Hospital> hospitals = new ArrayList<>();
    for (HospitalLines one : lines) {
      String id = one.facility().id();
      int[] counts = decided.counts().getOrDefault(id, new int[CATEGORIES]);
      List<Intake> hours = new ArrayList<>();
      for (int h = 0; h < HOURS; h++) {
        List<Integer> categories = new ArrayList<>();
        for (HospitalLines.Line line : one.categories()) {
          categories.add(line.perHour()[h]);
        }
        for (int count : counts) {
          categories.add(count);
        }
        List<Integer> specialties = new ArrayList<>();
        for (HospitalLines.Line line : one.specialties()) {
          specialties.add(line.perHour()[h]);
        }
        specialties.addAll(List.of(0, one.urgent().perHour()[h], 0));
        int all = Arrays.stream(counts).sum();
        decided.numbers().keySet().forEach(to -> specialties.add(to.equals(id) ? all : 0));
        hours.add(new Intake(categories, specialties));
      }
      hospitals.add(new Hospital(one.facility().name(), hours, 0));
    }
    return hospitals;
  }

  private static List<se.dirigent.optimiser.distribute.Casualty> people(
      List<Casualty> casualties, List<Integer> placeOf, int nowMinute, Decided decided) {
    List<String> families = new ArrayList<>();
    List<se.dirigent.optimiser.distribute.Casualty> people = new ArrayList<>();
    for (int i = 0; i < casualties.size(); i++) {
      Casualty one = casualties.get(i);
      String family = one.about().family();
      if (!family.isEmpty() && !families.contains(family)) {
        families.add(family);
      }
      Integer to = decided.of(one);
      people.add(
          new se.dirigent.optimiser.distribute.Casualty(
              placeOf.get(i),
              category(one) + (to == null ? 0 : CATEGORIES),
              to == null ? needs(one) : 1L << to | cleaning(one),
              nowMinute,
              // The place of a word nobody has said is -1: nobody belongs to it.
              families.indexOf(family)));
    }
    return people;
  }

  private static long needs(Casualty one) {
    long needs = cleaning(one);
    for (Specialty need : one.about().needs()) {
      needs |= 1L << need.ordinal();
    }
    boolean urgent = one.category() == Category.IMMEDIATE || one.category() == Category.EXPECTANT;
    return urgent ? needs | 1L << URGENT : needs;
  }

  /** Nobody leaves the place before it is clean. */
  private static long cleaning(Casualty one) {
    return one.about().decontamination() == Decontamination.NEEDED ? 1L << CLEANING : 0;
  }

  /** Deadlines are counted from the event, which may have been long before the problem's time. */
  private static List<CategoryRule> rules(Duration passed) {
    List<CategoryRule> rules = new ArrayList<>();
    for (String prefix : List.of("", "decided ")) {
      for (CategoryRule d : CategoryRule.defaults()) {
        Waiting since = d.waiting().since(Math.clamp(passed.toMinutes(), 0, PASSED_MAX));
        rules.add(new CategoryRule(prefix + d.name(), since, d.lies()));
      }
    }
    return Collections.unmodifiableList(rules);
  }

  private static List<Ways> ways(Known known, List<Position> places) {
    List<Position> goals = known.facilities().stream().map(Facility::position).toList();
    Urgency lights = Urgency.LIGHTS_AND_SIRENS;
    return List.of(
        Ways.of("road", known.times(), TravelMode.ROAD, lights, places, goals, known.now()),
        Ways.of("air", known.times(), TravelMode.AIR, lights, places, goals, known.now()));
  }

  /** Whether a search for another question can go on with this one. */
  boolean follows(Question before) {
    return origin.equals(before.origin)
        && places.equals(before.places)
        && problem.specialties().equals(before.problem.specialties())
        && facilities().equals(before.facilities());
  }

  private List<String> facilities() {
    return hospitals.stream().map(one -> one.facility().id()).toList();
  }

  /** The number of a hospital, or -1. */
  int hospital(String facility) {
    return facilities().indexOf(facility);
  }

  /** The number of a casualty, or -1 when it is not asked about. */
  int casualty(String tag) {
    for (int i = 0; i < casualties.size(); i++) {
      if (casualties.get(i).id().tag().equals(tag)) {
        return i;
      }
    }
    return -1;
  }

  /** A moment of the problem's time. */
  Instant moment(int minute) {
    return origin.plusSeconds(60L * minute);
  }

  /** Minutes after the event of a minute of the problem's. */
  long sinceEvent(int minute) {
    return Duration.between(situation.major().happenedAt(), moment(minute)).toMinutes();
  }
}
