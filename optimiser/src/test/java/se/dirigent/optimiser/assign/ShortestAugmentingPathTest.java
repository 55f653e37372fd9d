package se.dirigent.optimiser.assign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortestAugmentingPathTest {
  private static final double FORBIDDEN = Double.POSITIVE_INFINITY;

  @Test
  void s1_oneTakesItsCheapest() {
    LeastCost plan = solve(new double[][] {{7, 3, 5}}, new double[] {100});
    assertEquals(1, plan.columnOf(0));
    assertEquals(3, plan.total());
  }

  @Test
  void s2_bothWantTheSame() {
    LeastCost plan = solve(new double[][] {{1, 2}, {1, 10}}, new double[] {100, 100});
    assertEquals(1, plan.columnOf(0));
    assertEquals(0, plan.columnOf(1));
    assertEquals(3, plan.total());
  }

  @Test
  void s3_theOneWhoCanWaitWaits() {
    LeastCost plan = solve(new double[][] {{1}, {1}}, new double[] {5, 50});
    assertEquals(LeastCost.NONE, plan.columnOf(0));
    assertEquals(0, plan.columnOf(1));
    assertEquals(6, plan.total());
  }

  @Test
  void s4_aForbiddenPairIsNeverChosen() {
    LeastCost plan = solve(new double[][] {{FORBIDDEN}}, new double[] {1e6});
    assertEquals(LeastCost.NONE, plan.columnOf(0));
  }

  @Test
  void s5_nothingToDo() {
    assertEquals(0, solve(new double[0][], new double[0]).total());
    assertEquals(4, solve(new double[][] {{}}, new double[] {4}).total());
  }

  @Test
  void s6_smallTablesEqualTryingEverything() {
    var chance = new Random(6);
    for (int round = 0; round < 3_000; round++) {
      int rows = 1 + chance.nextInt(5);
      double[][] costs = random(chance, rows, chance.nextInt(6), round % 3 == 0 ? 4 : 1000);
      double[] leave = chance.doubles(rows, 0, round % 2 == 0 ? 600 : 5).toArray();
      LeastCost plan = solve(costs, leave);
      assertEquals(everything(costs, leave, 0, new boolean[6]), plan.total(), 1e-9);
      requireProof(costs, leave, plan);
    }
  }

  @Test
  void s7_largeTablesEqualTheHungarianMethod() {
    var chance = new Random(7);
    int[][] sizes = {{50, 40}, {120, 700}, {200, 100}, {200, 5_000}};
    for (int[] size : sizes) {
      double[][] costs = random(chance, size[0], size[1], 10_000);
      double[] leave = chance.doubles(size[0], 500, 20_000).toArray();
      LeastCost plan = solve(costs, leave);
      assertEquals(Hungarian.total(costs, leave), plan.total(), 1e-6);
      requireProof(costs, leave, plan);
    }
  }

  @Test
  void s8_crowdedPlaneHasItsProof() {
    var chance = new Random(8);
    for (int round = 0; round < 20; round++) {
      double[][] costs = crowded(chance, 200, 250);
      double[] leave = chance.doubles(200, 0.2, 3).toArray();
      requireProof(costs, leave, solve(costs, leave));
    }
  }

  @Test
  void s9_badTables() {
    var table = new CostTable(2, new double[] {1});
    assertThrows(IllegalArgumentException.class, () -> table.set(0, new double[] {1}));
    assertThrows(IllegalArgumentException.class, () -> table.set(0, new double[] {1, Double.NaN}));
    assertThrows(IllegalArgumentException.class, () -> new CostTable(2, new double[] {FORBIDDEN}));
    assertThrows(
        IllegalArgumentException.class, () -> new CostTable(2, new double[CostTable.ROWS_MAX + 1]));
  }

  static LeastCost solve(double[][] costs, double[] leave) {
    var table = new CostTable(costs.length == 0 ? 0 : costs[0].length, leave);
    for (int row = 0; row < costs.length; row++) {
      table.set(row, costs[row]);
    }
    return ShortestAugmentingPath.solve(table);
  }

  private static double[][] random(Random chance, int rows, int columns, int costMax) {
    double[][] costs = new double[rows][columns];
    for (double[] row : costs) {
      Arrays.setAll(row, _ -> chance.nextInt(8) == 0 ? FORBIDDEN : chance.nextInt(costMax));
    }
    return costs;
  }

  /** Rows all in one corner: the hardest, since all want the same few. */
  private static double[][] crowded(Random chance, int rows, int columns) {
    double[] x = chance.doubles(columns).toArray();
    double[][] costs = new double[rows][columns];
    for (double[] row : costs) {
      double at = chance.nextDouble() * 0.05;
      Arrays.setAll(row, c -> Math.abs(x[c] - at) + chance.nextDouble() * 0.01);
    }
    return costs;
  }

  /** Weak duality: prices below every pair, equal at every chosen one, and no unit given twice. */
  private static void requireProof(double[][] costs, double[] leave, LeastCost plan) {
    var given = new HashSet<Integer>();
    double dual = 0;
    for (int row = 0; row < costs.length; row++) {
      int chosen = plan.columnOf(row);
      assertTrue(chosen == LeastCost.NONE || given.add(chosen), "column given twice");
      assertTrue(plan.rowPrice(row) <= leave[row] + 1e-6);
      for (int column = 0; column < costs[row].length; column++) {
        double price = plan.rowPrice(row) + plan.columnPrice(column);
        assertTrue(price <= costs[row][column] + 1e-6, "pair cheaper than its prices");
        assertTrue(plan.columnPrice(column) <= 1e-9);
      }
      if (chosen != LeastCost.NONE) {
        assertNotEquals(FORBIDDEN, costs[row][chosen]);
      }
      dual += plan.rowPrice(row);
    }
    for (int column : given) {
      dual += plan.columnPrice(column);
    }
    assertEquals(dual, plan.total(), 1e-6);
  }

  private static double everything(double[][] costs, double[] leave, int row, boolean[] taken) {
    if (row == costs.length) {
      return 0;
    }
    double best = leave[row] + everything(costs, leave, row + 1, taken);
    for (int column = 0; column < costs[row].length; column++) {
      if (!taken[column] && costs[row][column] != FORBIDDEN) {
        taken[column] = true;
        best = Math.min(best, costs[row][column] + everything(costs, leave, row + 1, taken));
        taken[column] = false;
      }
    }
    return best;
  }
}
