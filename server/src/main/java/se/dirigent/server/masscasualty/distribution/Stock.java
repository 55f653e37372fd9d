package se.dirigent.server.masscasualty.distribution;

import java.util.ArrayList;
import java.util.List;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.Distribution.Placed;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Hospital;
import se.dirigent.optimiser.distribute.Intake;

/**
 * So many in all, however many hours it takes; the optimiser knows rates by the hour alone. It is
 * asked first as if each hour took all of them; when that plan takes too many, the stock is shared
 * out over the hours as the plan used them, the earliest first, and it is asked again.
 *
 * @param hospital number of the hospital
 * @param category whether the number is of a category; else of a specialty
 * @param number of the category or the specialty
 * @param persons in all
 */
record Stock(int hospital, boolean category, int number, int persons) {
  /** How many of the stock a plan uses in each hour. */
  int[] used(DistributionProblem problem, Distribution answer) {
    int[] used = new int[Math.ceilDiv(problem.horizonMinutes(), 60)];
    for (int c = 0; c < answer.placements().size(); c++) {
      if (answer.placements().get(c) instanceof Placed placed
          && answer.trips().get(placed.trip()).hospital() == hospital
          && counts(problem, problem.casualties().get(c))) {
        used[placed.intakeMinute() / 60]++;
      }
    }
    return used;
  }

  private boolean counts(DistributionProblem problem, Casualty one) {
    return category ? one.category() == number : (problem.neededAtHospital(one) >> number & 1) != 0;
  }

  /** Whether a plan takes more of it than there is. */
  boolean exceeded(DistributionProblem problem, Distribution answer) {
    int all = 0;
    for (int hour : used(problem, answer)) {
      all += hour;
    }
    return all > persons;
  }

  /** The problem with every stock shared out over the hours as a plan uses them. */
  static DistributionProblem shared(
      List<Stock> stocks, DistributionProblem problem, Distribution answer) {
    List<Hospital> hospitals = new ArrayList<>(problem.hospitals());
    for (Stock stock : stocks) {
      int[] share = stock.share(stock.used(problem, answer));
      Hospital before = hospitals.get(stock.hospital);
      List<Intake> hours = new ArrayList<>();
      for (int h = 0; h < share.length; h++) {
        hours.add(stock.with(before.intake(h), share[h]));
      }
      hospitals.set(stock.hospital, new Hospital(before.name(), hours, before.cleaningMinutes()));
    }
    return new DistributionProblem(
        problem.places(),
        hospitals,
        problem.casualties(),
        problem.vehicles(),
        problem.ways(),
        problem.categories(),
        problem.specialties(),
        problem.cleaning(),
        problem.horizonMinutes(),
        problem.splitHarm());
  }

  /** Of the stock to each hour what was used, the earliest first; the rest to the first used. */
  private int[] share(int[] used) {
    int[] share = new int[used.length];
    int rest = persons;
    int first = -1;
    for (int h = 0; h < used.length; h++) {
      share[h] = Math.min(rest, used[h]);
      rest -= share[h];
      first = first < 0 && used[h] > 0 ? h : first;
    }
    share[Math.max(0, first)] += rest;
    return share;
  }

  private Intake with(Intake before, int most) {
    return category
        ? new Intake(with(before.categories(), most), before.specialties())
        : new Intake(before.categories(), with(before.specialties(), most));
  }

  private List<Integer> with(List<Integer> all, int most) {
    List<Integer> changed = new ArrayList<>(all);
    changed.set(number, most);
    return changed;
  }
}
