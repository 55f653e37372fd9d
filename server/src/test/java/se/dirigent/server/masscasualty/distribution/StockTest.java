package se.dirigent.server.masscasualty.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.CategoryRule;
import se.dirigent.optimiser.distribute.Distribution;
import se.dirigent.optimiser.distribute.DistributionBudget;
import se.dirigent.optimiser.distribute.DistributionChecker;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Hospital;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.optimiser.distribute.Place;
import se.dirigent.optimiser.distribute.Vehicle;
import se.dirigent.optimiser.distribute.Ways;
import se.dirigent.optimiser.distribute.search.DistributionSearch;

/** "Two more" is two in all, though the optimiser asks by the hour. */
class StockTest {
  private static final int HOURS = 6;
  private static final DistributionBudget BUDGET = DistributionBudget.standard(1);

  /** Four immediate at one place, two ambulances; one hospital near, one a hundred minutes away. */
  private static DistributionProblem problem(int near, int far) {
    int[][] out = {{15, 100}};
    int[][] back = {{15}, {100}};
    Vehicle one = new Vehicle("1", 0, 1, 0, 5, 10, 0b1111, List.of(0));
    Vehicle two = new Vehicle("2", 0, 1, 0, 5, 10, 0b1111, List.of(0));
    return new DistributionProblem(
        List.of(Place.of("här")),
        List.of(hospital("nära", near), hospital("långt bort", far)),
        Collections.nCopies(4, new Casualty(0, 0, 0, 0, Casualty.NO_FAMILY)),
        List.of(one, two),
        List.of(new Ways("väg", out, back)),
        CategoryRule.defaults(),
        List.of(),
        DistributionProblem.NO_CLEANING,
        HOURS * 60,
        0);
  }

  private static Hospital hospital(String name, int immediate) {
    return new Hospital(name, List.of(new Intake(List.of(immediate, 0, 0, 0), List.of())), 0);
  }

  @Test
  void s01AskedByTheHourMoreAreSentThanThereIsRoomFor() {
    DistributionProblem problem = problem(1, 4);
    Distribution answer = DistributionSearch.run(problem, BUDGET);
    assertTrue(new Stock(0, true, 0, 1).exceeded(problem, answer), "one in each of several hours");
    assertFalse(new Stock(1, true, 0, 4).exceeded(problem, answer));
  }

  @Test
  void s02SharedOutOverTheHoursTheStockHoldsAndTheOthersGoOn() {
    DistributionProblem problem = problem(1, 4);
    DistributionSearch search = DistributionSearch.of(problem, BUDGET);
    Stock stock = new Stock(0, true, 0, 1);
    DistributionProblem shared = Stock.shared(List.of(stock), problem, search.answer());
    int all = 0;
    for (int h = 0; h < HOURS; h++) {
      all += shared.hospitals().getFirst().intake(h).categories().getFirst();
    }
    assertEquals(1, all, "no hour's room twice");
    Distribution after = search.with(shared).answer();
    assertEquals(List.of(), DistributionChecker.faults(shared, after));
    assertFalse(stock.exceeded(shared, after));
    assertEquals(List.of(), after.unplaced(), "the rest go further away");
  }
}
