package se.dirigent.optimiser.standby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandbyTest {
  /** Three bases; the second zone is reached from the first two, the last from none. */
  private static final Reach REACH =
      Reach.within(
          new double[][] {{100, 300, 900, 900}, {900, 200, 900, 900}, {900, 900, 100, 900}},
          400,
          List.of(new Reach.Step(1, 1)),
          new double[] {4, 2, 3, 1});

  private static final List<Reach.Step> STEPS =
      List.of(new Reach.Step(1, 1), new Reach.Step(0.5, 0.3));

  private record Units(int[] bases, int[] moved, double hoursEach) implements Standby.Free {
    @Override
    public int units() {
      return bases.length;
    }

    @Override
    public int base(int unit) {
      return bases[unit];
    }

    @Override
    public double hours(int unit, int base) {
      return hoursEach;
    }

    @Override
    public int moves(int unit) {
      return moved[unit];
    }

    @Override
    public boolean resting(int unit) {
      return moved[unit] < 0;
    }
  }

  private static StandbyRules rules(double gainMin, double gainPerHour, int movesMax) {
    return new StandbyRules(
        0.25,
        gainMin,
        gainPerHour,
        0,
        movesMax,
        Duration.ZERO,
        Duration.ofHours(2),
        List.of(new Reach.Step(1, 1)));
  }

  @Test
  void s1_reachAndWhatNoBaseReaches() {
    assertEquals(3, REACH.bases());
    assertEquals(0.1, REACH.outOfReach(), 1e-12);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Reach.within(new double[][] {{1}}, 2, List.of(new Reach.Step(1, 1)), new double[] {0}));
  }

  @Test
  void s2_gainsByHand() {
    StandingCover cover = new StandingCover(REACH, 0.25);
    assertEquals(0.75 * 0.6, cover.gained(0), 1e-12);
    cover.add(0);
    assertEquals(0.75 * 0.25 * 0.2, cover.gained(1), 1e-12);
    assertEquals(0.75 * 0.6, cover.lost(0), 1e-12);
    cover.add(1);
    assertEquals(0.75 * (0.4 + 0.25 * 0.2), cover.lost(0), 1e-12);
  }

  @Test
  void s3_theFreedUnitGoesWhereItGainsMost() {
    Standby published = new Standby(REACH, StandbyRules.published(0.25));
    Units others = new Units(new int[] {0, -1}, new int[2], 1);
    assertEquals(2, published.base(others, 1, 0, base -> 1));
    Standby near = new Standby(REACH, rules(0, 1, 0));
    assertEquals(1, near.base(others, 1, 0, base -> base == 1 ? 0 : 1));
    Standby homely = new Standby(REACH, rules(0.5, 0, 0));
    assertEquals(0, homely.base(others, 1, 0, base -> 1), "too little is gained elsewhere");
  }

  @Test
  void s4_aMoveOnlyForGainAndOnlyWithinTheShiftsLimit() {
    Standby standby = new Standby(REACH, rules(0.01, 0, 2));
    Units both = new Units(new int[] {0, 0}, new int[] {2, 1}, 0.5);
    assertEquals(Optional.of(new Standby.Shift(1, 2)), standby.shift(both));
    assertTrue(standby.shift(new Units(new int[] {0, 0}, new int[] {2, 2}, 0.5)).isEmpty());
    assertTrue(standby.shift(new Units(new int[] {0, 2}, new int[2], 0.5)).isEmpty());
    Standby dear = new Standby(REACH, rules(0.01, 1, 2));
    assertTrue(dear.shift(both).isEmpty());
    Units far = new Units(new int[] {0, 0}, new int[2], 3);
    assertTrue(standby.shift(far).isEmpty(), "three hours are too far");
    Units resting = new Units(new int[] {0, 0}, new int[] {-1, -1}, 0.5);
    assertTrue(standby.shift(resting).isEmpty());
  }

  /** Whatever stands where: what one loses is what it would gain back, and nothing is negative. */
  @Test
  void s5_lostIsGainedAgain() {
    SplittableRandom chance = new SplittableRandom(5);
    for (int round = 0; round < 300; round++) {
      int zones = 1 + chance.nextInt(20);
      double[][] seconds =
          IntStream.range(0, 5)
              .mapToObj(
                  _ -> IntStream.range(0, zones).mapToDouble(_ -> chance.nextDouble()).toArray())
              .toArray(double[][]::new);
      double[] weight = IntStream.range(0, zones).mapToDouble(_ -> chance.nextDouble()).toArray();
      StandingCover cover =
          new StandingCover(Reach.within(seconds, 0.5, STEPS, weight), chance.nextDouble());
      int base = chance.nextInt(5);
      IntStream.range(0, chance.nextInt(9)).forEach(_ -> cover.add(chance.nextInt(5)));
      cover.add(base);
      double lost = cover.lost(base);
      cover.remove(base);
      assertEquals(lost, cover.gained(base), 1e-12);
      assertTrue(lost >= 0 && lost <= 1);
    }
  }

  /** The move found is the one that trying every move and counting anew finds. */
  @Test
  void s6_noMoveGainsMoreThanTheOneProposed() {
    SplittableRandom chance = new SplittableRandom(6);
    for (int round = 0; round < 300; round++) {
      int bases = 2 + chance.nextInt(6);
      int zones = 1 + chance.nextInt(20);
      double[][] seconds = new double[bases][zones];
      for (double[] row : seconds) {
        IntStream.range(0, zones).forEach(z -> row[z] = chance.nextDouble());
      }
      double[] weight = IntStream.range(0, zones).mapToDouble(_ -> chance.nextDouble()).toArray();
      Reach reach = Reach.within(seconds, 0.5, STEPS, weight);
      int[] at =
          IntStream.range(0, 1 + chance.nextInt(8)).map(_ -> chance.nextInt(bases)).toArray();
      double[] best = {0};
      for (int unit = 0; unit < at.length; unit++) {
        for (int base = 0; base < bases; base++) {
          int[] moved = at.clone();
          moved[unit] = base;
          double gain = covered(reach, moved) - covered(reach, at) - 0.001;
          best[0] = Math.max(best[0], gain);
        }
      }
      Standby standby = new Standby(reach, rules(0.001, 0, 2));
      Optional<Standby.Shift> found = standby.shift(new Units(at, new int[at.length], 0));
      double gain =
          found
              .map(shift -> {
                int[] moved = at.clone();
                moved[shift.unit()] = shift.base();
                return covered(reach, moved) - covered(reach, at) - 0.001;
              })
              .orElse(0.0);
      assertEquals(best[0], gain, 1e-9);
    }
  }

  private static double covered(Reach reach, int[] at) {
    double sum = 0;
    for (int zone = 0; zone < reach.demand().length; zone++) {
      int wanted = zone;
      long units =
          IntStream.of(at)
              .filter(base -> IntStream.of(reach.zones()[base]).anyMatch(z -> z == wanted))
              .count();
      sum += reach.demand()[zone] * (1 - Math.pow(0.25, units));
    }
    return sum;
  }

  /** The price is the definition: what is reached with the unit, less what is without it. */
  @Test
  void s7_thePriceOfAnAbsenceIsTheDifferenceCountedAnew() {
    SplittableRandom chance = new SplittableRandom(9);
    for (int round = 0; round < 200; round++) {
      double busy = 0.05 + 0.5 * chance.nextDouble();
      StandbyRules rules =
          new StandbyRules(busy, 0, 0, 0, 0, Duration.ZERO, Duration.ofHours(1), STEPS);
      Standby standby = new Standby(REACH, rules);
      int[] bases =
          IntStream.range(0, 1 + chance.nextInt(9)).map(_ -> chance.nextInt(4) - 1).toArray();
      double calls = 10 * chance.nextDouble();
      CoverPrice price = standby.price(new Units(bases, new int[bases.length], 1), calls);
      for (int unit = 0; unit < bases.length; unit++) {
        int[] others = bases.clone();
        others[unit] = -1;
        double late = calls * (reached(bases, busy) - reached(others, busy));
        assertEquals(late, price.callsLost(bases[unit]), 1e-12);
      }
    }
    Standby standby = new Standby(REACH, StandbyRules.defaults());
    Units none = new Units(new int[0], new int[0], 1);
    assertThrows(IllegalArgumentException.class, () -> standby.price(none, Double.NaN));
  }

  /** Counting what has changed gives the same, to the last bit, as counting all anew. */
  @Test
  void s8_countedByChangesIsCountedAnew() {
    SplittableRandom chance = new SplittableRandom(8);
    StandbyRules rules = rules(0.001, 0.01, 3);
    Standby kept = new Standby(REACH, rules);
    int[] bases = new int[7];
    for (int round = 0; round < 2_000; round++) {
      if (chance.nextInt(50) == 0) {
        bases = new int[1 + chance.nextInt(9)]; // As when a shift begins: others are free.
      }
      bases[chance.nextInt(bases.length)] = chance.nextInt(4) - 1;
      Units units = new Units(bases.clone(), new int[bases.length], chance.nextDouble());
      Standby anew = new Standby(REACH, rules);
      int of = chance.nextInt(bases.length);
      switch (chance.nextInt(3)) {
        case 0 -> {
          CoverPrice price = kept.price(units, 3);
          CoverPrice again = anew.price(units, 3);
          IntStream.range(-1, 3)
              .filter(base -> base < 0 || IntStream.of(units.bases()).anyMatch(b -> b == base))
              .forEach(base -> assertEquals(again.callsLost(base), price.callsLost(base), 0));
        }
        case 1 -> assertEquals(anew.base(units, of, 0, _ -> 1), kept.base(units, of, 0, _ -> 1));
        default -> assertEquals(anew.shift(units), kept.shift(units));
      }
    }
  }

  private static double reached(int[] bases, double busy) {
    double sum = 0;
    for (int zone = 0; zone < REACH.demand().length; zone++) {
      int z = zone;
      long units =
          IntStream.of(bases)
              .filter(b -> b >= 0 && IntStream.of(REACH.zones()[b]).anyMatch(of -> of == z))
              .count();
      sum += REACH.demand()[zone] * (1 - StrictMath.pow(busy, units));
    }
    return sum;
  }
}
