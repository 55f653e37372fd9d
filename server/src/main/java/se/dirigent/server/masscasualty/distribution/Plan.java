package se.dirigent.server.masscasualty.distribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.Choice;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.Distribution.Placed;
import se.dirigent.optimiser.distribute.DistributionBudget;
import se.dirigent.optimiser.distribute.DistributionChecker;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Hospital;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.optimiser.distribute.search.DistributionSearch;

/**
 * What the optimiser answered, as the independent checker lets it pass.
 *
 * @param id by which it is known as long as it is remembered
 * @param problem as it was answered, every stock shared out over the hours
 * @param shared whether stocks were shared out over hours: then another sharing may be better, and
 *     the proven bound is of this one
 * @param search that can go on when facts change; not safe for several threads
 */
record Plan(
    String id,
    Question question,
    DistributionProblem problem,
    Distribution answer,
    List<Choice> choices,
    boolean shared,
    DistributionSearch search) {
  /** Times that stocks used up too far are shared out anew; then all of them are. */
  private static final int ROUNDS_MAX = 6;

  /** Up to so many casualties the standard budget holds; for more there are fewer rounds. */
  private static final int CASUALTIES_STANDARD = 400;

  private static final long SEED = 20_261_123;

  /** Of the harm of an immediate casualty's minute, by which harm is told in minutes. */
  private static final double HARM_OF_MINUTE = 10;

  /**
   * Asks the optimiser.
   *
   * @param before an earlier plan to go on from, or null
   * @throws IllegalStateException when the checker finds fault with the answer
   */
  static Plan of(String id, Question question, @Nullable Plan before) {
    DistributionProblem problem = question.problem();
    DistributionSearch search =
        before != null && question.follows(before.question)
            ? before.search.with(problem)
            : DistributionSearch.of(problem, budget(problem.casualties().size()));
    boolean shared = false;
    for (int round = 0; round <= ROUNDS_MAX; round++) {
      List<Stock> exceeded = exceeded(question.stocks(), problem, search.answer());
      if (exceeded.isEmpty()) {
        break;
      }
      List<Stock> now = round == ROUNDS_MAX ? question.stocks() : exceeded;
      problem = Stock.shared(now, problem, search.answer());
      shared = true;
      search = search.with(problem);
    }
    Distribution answer = search.answer();
    List<String> faults = new ArrayList<>(DistributionChecker.faults(problem, answer));
    for (Stock stock : exceeded(question.stocks(), problem, answer)) {
      faults.add("more is used than there is of " + stock);
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException("the checker finds fault: " + faults);
    }
    return new Plan(id, question, problem, answer, search.choices(), shared, search);
  }

  private static List<Stock> exceeded(
      List<Stock> stocks, DistributionProblem problem, Distribution answer) {
    return stocks.stream().filter(stock -> stock.exceeded(problem, answer)).toList();
  }

  private static DistributionBudget budget(int casualties) {
    DistributionBudget standard = DistributionBudget.standard(SEED);
    double share = Math.min(1, (double) CASUALTIES_STANDARD / Math.max(1, casualties));
    return new DistributionBudget(
        SEED,
        (int) (share * standard.coarseRounds()),
        (int) (share * standard.fineRounds()),
        (int) (share * standard.rebuilds()),
        standard.gap());
  }

  /** How far above the proven bound it is, in per cent. */
  double gapPercent() {
    return 100 * Math.max(0, answer.gap());
  }

  /** The hospital planned for each casualty who has none, by tag. */
  Map<String, String> facilities() {
    Map<String, String> planned = new HashMap<>();
    for (int c = 0; c < question.casualties().size(); c++) {
      boolean decides = question.casualties().get(c).destination() == null;
      if (decides && answer.placements().get(c) instanceof Placed placed) {
        int hospital = answer.trips().get(placed.trip()).hospital();
        String to = question.hospitals().get(hospital).facility().id();
        planned.put(question.casualties().get(c).id().tag(), to);
      }
    }
    return planned;
  }

  /** Harm as minutes that an immediate casualty waits longer. */
  static long minutes(double harm) {
    return Math.round(harm / HARM_OF_MINUTE);
  }

  /**
   * What sending a casualty somewhere else would cost.
   *
   * @param dearerMinutes for all together, as minutes that an immediate casualty waits longer
   * @param sinceEvent minutes from the event to its own treatment there
   */
  record Elsewhere(long dearerMinutes, long sinceEvent) {}

  /**
   * The plan made anew with one casualty at a certain hospital.
   *
   * @param casualty number of the casualty
   * @param hospital number of the hospital
   * @return null when there is no room for it there, or no way
   */
  @Nullable Elsewhere elsewhere(int casualty, int hospital) {
    List<Casualty> people = new ArrayList<>(problem.casualties());
    Casualty one = people.get(casualty);
    people.set(
        casualty,
        new Casualty(
            one.place(),
            one.category(),
            one.needs() | 1L << Question.ASKED,
            one.readyMinute(),
            one.family()));
    List<Hospital> hospitals = new ArrayList<>(problem.hospitals());
    Hospital there = hospitals.get(hospital);
    List<Intake> hours = new ArrayList<>();
    for (Intake hour : there.hours()) {
      List<Integer> specialties = new ArrayList<>(hour.specialties());
      specialties.set(Question.ASKED, 1);
      hours.add(new Intake(hour.categories(), specialties));
    }
    hospitals.set(hospital, new Hospital(there.name(), hours, there.cleaningMinutes()));
    DistributionProblem asked =
        new DistributionProblem(
            problem.places(),
            hospitals,
            people,
            problem.vehicles(),
            problem.ways(),
            problem.categories(),
            problem.specialties(),
            problem.cleaning(),
            problem.horizonMinutes(),
            problem.splitHarm());
    Distribution other = search.with(asked).answer();
    // The same search once more from where it stands, so that both have looked as long.
    double harm = Math.min(answer.harm(), search.with(problem).answer().harm());
    return other.placements().get(casualty) instanceof Placed placed
        ? new Elsewhere(
            minutes(Math.max(0, other.harm() - harm)),
            question.sinceEvent(placed.treatmentMinute()))
        : null;
  }
}
