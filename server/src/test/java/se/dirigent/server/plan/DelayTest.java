package se.dirigent.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanBudget;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Stop;
import se.dirigent.optimiser.plan.TravelTable;
import se.dirigent.optimiser.plan.Vehicle;
import se.dirigent.optimiser.plan.order.PlanRules.Delay;
import se.dirigent.optimiser.plan.search.PlanSearch;

/** The price of delays. */
class DelayTest {
  private static final Delay DELAY = new Delay(2000, 30);

  @Test
  void s1OneForAnHourCostsAsMuchAsFourForHalfAnHour() {
    assertEquals(2000, DELAY.kronor(60, 0), 1e-9);
    assertEquals(DELAY.kronor(60, 0), 4 * DELAY.kronor(30, 0), 1e-9);
    assertEquals(0, DELAY.kronor(-10, 500), 1e-9, "who is in time costs nothing");
  }

  @Test
  void s2WhatWasSufferedCountsInTheSameSquare() {
    double whole = DELAY.kronor(90, 0);
    assertEquals(whole, DELAY.kronor(60, 0) + DELAY.kronor(30, 60), 1e-9);
    assertTrue(DELAY.kronor(30, 60) > DELAY.kronor(30, 0));
  }

  @Test
  void s3WhoWaitedBeforeIsNotTheOneToWait() {
    // One vehicle, time for one of two alike rides; the second has waited before.
    Vehicle vehicle = Vehicle.of(0, 0, 0, 100, 100, List.of(1));
    for (int waited = 0; waited < 2; waited++) {
      double first = 50_000 + DELAY.kronor(60, waited == 0 ? 45 : 0);
      double second = 50_000 + DELAY.kronor(60, waited == 1 ? 45 : 0);
      TravelTable roads = new TravelTable(2, new double[] {0, 40, 40, 0}, new double[4]);
      RideProblem problem =
          new RideProblem(List.of(ride(first), ride(second)), List.of(vehicle), List.of(roads));
      Plan plan =
          PlanSearch.run(problem, PlanBudget.ofRounds(1, 1, 200), System::nanoTime, _ -> true);
      assertEquals(List.of(1 - waited), plan.unserved());
    }
  }

  private static Ride ride(double unserved) {
    Stop from = new Stop(0, 0, 50, 5);
    return new Ride(from, new Stop(1, 0, 100, 5), 100, List.of(1), 0, unserved);
  }
}
