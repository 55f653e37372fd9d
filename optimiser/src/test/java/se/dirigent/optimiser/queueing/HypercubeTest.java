package se.dirigent.optimiser.queueing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HypercubeTest {
  private static final List<Atom> LARSON =
      List.of(
          new Atom(0.50, List.of(0, 1, 2)),
          new Atom(0.25, List.of(0, 2, 1)),
          new Atom(0.35, List.of(1, 0, 2)),
          new Atom(0.40, List.of(2, 0, 1)));

  @Test
  void s1_oneUnitIsBusyAsErlangSays() {
    var model = new FleetModel(List.of(new Atom(1, List.of(0))), List.of(1.0), Overflow.LOST);
    assertEquals(0.5, ExactHypercube.solve(model).busy().getFirst(), 1e-12);
    assertEquals(0.5, ApproximateHypercube.solve(model).busy().getFirst(), 1e-9);
  }

  @Test
  void s2_larsonsExampleToFourDecimals() {
    var model = new FleetModel(LARSON, List.of(1.0, 1.0, 1.0), Overflow.WAITS);
    Workloads exact = ExactHypercube.solve(model);
    assertEquals(0.5574, exact.busy().get(0), 5e-5);
    assertEquals(0.4734, exact.busy().get(1), 5e-5);
    assertEquals(0.4693, exact.busy().get(2), 5e-5);
    assertEquals(Erlang.waiting(1.5, 3), exact.allBusy(), 1e-9);
  }

  @Test
  void s3_approximationOfLarsonsExample() {
    var model = new FleetModel(LARSON, List.of(1.0, 1.0, 1.0), Overflow.WAITS);
    List<Double> exact = ExactHypercube.solve(model).busy();
    List<Double> near = ApproximateHypercube.solve(model).busy();
    for (int unit = 0; unit < 3; unit++) {
      assertEquals(1, near.get(unit) / exact.get(unit), 0.02);
    }
  }

  @Test
  void s4_equalServersTogetherAreErlang() {
    var chance = new Random(4);
    for (int round = 0; round < 40; round++) {
      FleetModel model = random(chance, 1 + chance.nextInt(8), 1);
      Workloads exact = ExactHypercube.solve(model);
      double load = model.arrivalRate();
      boolean lost = model.overflow() == Overflow.LOST;
      double all = lost ? Erlang.lost(load, model.units()) : Erlang.waiting(load, model.units());
      assertEquals(all, exact.allBusy(), 1e-8);
      double carried = lost ? load * (1 - all) : load;
      assertEquals(carried, sum(exact), 1e-8);
      var q = new BusyCorrection(load, model.units(), model.overflow());
      assertEquals(carried, q.busy() * model.units(), 1e-9);
    }
  }

  @Test
  void s5_approximationIsNearTheExact() {
    var chance = new Random(5);
    double worst = 0;
    double total = 0;
    int count = 0;
    for (int round = 0; round < 60; round++) {
      FleetModel model = random(chance, 3 + chance.nextInt(8), 0.5 + chance.nextDouble());
      List<Double> exact = ExactHypercube.solve(model).busy();
      List<Double> near = ApproximateHypercube.solve(model).busy();
      for (int unit = 0; unit < exact.size(); unit++) {
        double error = Math.abs(near.get(unit) - exact.get(unit));
        worst = Math.max(worst, error);
        total += error;
        count++;
      }
    }
    double mean = total / count;
    assertTrue(mean < 0.01 && worst < 0.06, "mean " + mean + ", worst " + worst);
  }

  @Test
  void s6_patternsOfTheCorrectionSumToOne() {
    for (Overflow overflow : Overflow.values()) {
      var q = new BusyCorrection(14, 20, overflow);
      double sum = q.allBusy();
      for (int j = 0; j < 20; j++) {
        sum += q.at(j) * Math.pow(q.busy(), j) * (1 - q.busy());
      }
      assertEquals(1, sum, 1e-9);
      assertEquals(q.allBusy(), q.allOf(20) * Math.pow(q.busy(), 20), 1e-9);
      assertEquals(1, q.allOf(1), 1e-9);
    }
  }

  @Test
  void s7_aWholeCountyOfUnits() {
    FleetModel model = random(new Random(7), 400, 1);
    assertEquals(400, ApproximateHypercube.solve(model).busy().size());
  }

  @Test
  void s8_badModels() {
    var atom = new Atom(2, List.of(0));
    var one = List.of(1.0);
    assertThrows(IllegalArgumentException.class, () -> new Atom(1, List.of(0, 0)));
    assertThrows(IllegalArgumentException.class, () -> new Atom(Double.NaN, List.of(0)));
    assertThrows(
        IllegalArgumentException.class, () -> new FleetModel(List.of(atom), one, Overflow.WAITS));
    assertThrows(
        IllegalArgumentException.class,
        () -> new FleetModel(List.of(atom), List.of(1.0, 1.0), Overflow.LOST));
    assertThrows(
        IllegalArgumentException.class, () -> ExactHypercube.solve(random(new Random(8), 15, 1)));
  }

  /** Units with service rates from 1 to {@code spread}, loaded to 20–80 %. */
  private static FleetModel random(Random chance, int units, double spread) {
    List<Double> rates =
        DoubleStream.generate(() -> 1 + (spread - 1) * chance.nextDouble())
            .limit(units)
            .boxed()
            .toList();
    double capacity = rates.stream().mapToDouble(Double::doubleValue).sum();
    double load = 0.2 + 0.6 * chance.nextDouble();
    List<Atom> atoms = new ArrayList<>();
    int count = 2 * units;
    for (int i = 0; i < count; i++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, units).boxed().toList());
      Collections.shuffle(order, chance);
      atoms.add(new Atom(load * capacity / count * (0.5 + chance.nextDouble()) / 1.5, order));
    }
    return new FleetModel(atoms, rates, chance.nextBoolean() ? Overflow.LOST : Overflow.WAITS);
  }

  private static double sum(Workloads workloads) {
    return workloads.busy().stream().mapToDouble(Double::doubleValue).sum();
  }
}
