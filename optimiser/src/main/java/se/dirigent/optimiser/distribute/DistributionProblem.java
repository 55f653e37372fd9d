package se.dirigent.optimiser.distribute;

import java.util.List;

/**
 * Casualties at places, hospitals with what they take in, and vehicles between them. Time is whole
 * minutes after the event; hours are counted from it too. What is asked for is the least harm: the
 * sum over casualties of {@link CategoryRule#harm} of the minute when treatment begins, {@link
 * #unplacedHarm} for who is not placed, and {@code splitHarm} for each hospital of a family beyond
 * its first.
 *
 * <p>Rules of an answer. Everybody is loaded at most once, by a vehicle that may carry the
 * category, from the minute the casualty is ready and, if decontaminated at the place, clean. A
 * trip goes from one place to one hospital. Hospitals count who arrives in an hour against its
 * intake, by category and by each specialty needed; nobody is sent to wait outside. Treatment
 * begins at arrival, after the hospital's decontamination for who comes contaminated.
 *
 * @param cleaning number of the specialty decontamination, or {@link #NO_CLEANING}
 * @param horizonMinutes nobody arrives at or after this minute
 * @param splitHarm harm of each further hospital of a family
 */
public record DistributionProblem(
    List<Place> places,
    List<Hospital> hospitals,
    List<Casualty> casualties,
    List<Vehicle> vehicles,
    List<Ways> ways,
    List<CategoryRule> categories,
    List<String> specialties,
    int cleaning,
    int horizonMinutes,
    double splitHarm) {
  /** No specialty means decontamination. */
  public static final int NO_CLEANING = -1;

  /** Two days: later a new question is asked, with what is known then. */
  public static final int HORIZON_MAX = 48 * 60;

  private static final int BITS = 63;

  public DistributionProblem {
    places = List.copyOf(places);
    hospitals = List.copyOf(hospitals);
    casualties = List.copyOf(casualties);
    vehicles = List.copyOf(vehicles);
    ways = List.copyOf(ways);
    categories = List.copyOf(categories);
    specialties = List.copyOf(specialties);
    require(horizonMinutes > 0 && horizonMinutes <= HORIZON_MAX, "horizonMinutes", horizonMinutes);
    require(splitHarm >= 0 && Double.isFinite(splitHarm), "splitHarm", splitHarm);
    require(cleaning >= NO_CLEANING && cleaning < specialties.size(), "cleaning", cleaning);
    require(!categories.isEmpty() && categories.size() <= BITS, "categories", categories.size());
    require(specialties.size() <= BITS, "specialties", specialties.size());
    for (Ways way : ways) {
      require(fit(way.out(), places.size(), hospitals.size()), "ways out", way.name());
      require(fit(way.back(), hospitals.size(), places.size()), "ways back", way.name());
    }
    for (Hospital hospital : hospitals) {
      for (Intake intake : hospital.hours()) {
        require(intake.categories().size() == categories.size(), "intake", hospital.name());
        require(intake.specialties().size() == specialties.size(), "intake", hospital.name());
      }
    }
    for (Casualty one : casualties) {
      require(one.place() < places.size(), "place of a casualty", one.place());
      require(one.category() < categories.size(), "category of a casualty", one.category());
      require(one.needs() >> specialties.size() == 0, "needs of a casualty", one.needs());
    }
    for (Vehicle vehicle : vehicles) {
      require(vehicle.ways() < ways.size(), "ways of " + vehicle.name(), vehicle.ways());
      int given = vehicle.firstMinutes().size();
      require(given == places.size(), "first minutes of " + vehicle.name(), given);
    }
  }

  private static boolean fit(int[][] rows, int height, int width) {
    for (int[] row : rows) {
      if (row.length != width) {
        return false;
      }
    }
    return rows.length == height;
  }

  private static void require(boolean holds, String what, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(
          what + " is " + value + "; it must agree with the problem's other lists and limits");
    }
  }

  /** Harm of a casualty of a category who is not placed: as if treated a day after the horizon. */
  public double unplacedHarm(int category) {
    return categories.get(category).harm(horizonMinutes + CategoryRule.UNPLACED_MINUTES);
  }

  /** Whether the casualty has to be decontaminated. */
  public boolean contaminated(Casualty one) {
    return cleaning != NO_CLEANING && one.needs(cleaning);
  }

  /** Whether the casualty is decontaminated where it is, and so needs no hospital for it. */
  public boolean cleanedAtPlace(Casualty one) {
    return contaminated(one) && places.get(one.place()).cleanedPerHour() > 0;
  }

  /** The specialties that the hospital must have room for, as bits. */
  public long neededAtHospital(Casualty one) {
    return cleanedAtPlace(one) ? one.needs() & ~(1L << cleaning) : one.needs();
  }

  /** Minute when treatment begins for who arrives at a hospital at a minute. */
  public int treatment(Casualty one, int hospital, int arrival) {
    boolean cleaned = contaminated(one) && !cleanedAtPlace(one);
    return arrival + (cleaned ? hospitals.get(hospital).cleaningMinutes() : 0);
  }
}
