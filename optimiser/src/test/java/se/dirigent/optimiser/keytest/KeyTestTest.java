package se.dirigent.optimiser.keytest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.DistributionKey.KeyShare;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Overflow;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Tier;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity.Hour;
import se.dirigent.core.masscasualty.capacity.Plus;
import se.dirigent.core.masscasualty.capacity.TypeEvent;
import se.dirigent.core.masscasualty.sieve.Category;

/** A key of two hospitals, with and without a third behind them, tried on random events. */
class KeyTestTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private static DistributionKey key(List<Overflow> overflow) {
    List<KeyShare> shares = new ArrayList<>();
    for (Category c : List.of(Category.IMMEDIATE, Category.DELAYED, Category.MINIMAL)) {
      shares.add(new KeyShare("a", c, 60, 60));
      shares.add(new KeyShare("b", c, 40, 40));
    }
    return new DistributionKey(
        "prov",
        "Prov",
        new RegionCode("jamtland-harjedalen"),
        TypeEvent.OTHER,
        1,
        DAY,
        DAY.plusYears(1),
        "Beredskapschef",
        DAY.plusMonths(6),
        shares,
        List.of(),
        overflow);
  }

  private static HospitalCapacity takes(String facility, int each) {
    Plus plus = Plus.of(each);
    Hour hour =
        new Hour(
            Map.of(Category.IMMEDIATE, plus, Category.DELAYED, plus, Category.MINIMAL, plus),
            Map.of());
    return new HospitalCapacity(facility, List.of(hour), "Testkälla", DAY);
  }

  private static Map<Disturbance, KeyTrialResult> run(
      DistributionKey key, Map<String, HospitalCapacity> capacities) {
    KeyTrial trial =
        new KeyTrial(
            key, capacities, List.of("a", "b", "c"), List.of(List.of(10, 20, 200)), 400, 3);
    Map<Disturbance, KeyTrialResult> by = new EnumMap<>(Disturbance.class);
    for (KeyTrialResult r : KeyTest.run(trial)) {
      by.put(r.disturbance(), r);
    }
    assertEquals(List.copyOf(by.values()), KeyTest.run(trial), "the same seed, the same result");
    return by;
  }

  private static KeyTrialResult of(Map<Disturbance, KeyTrialResult> by, Disturbance d) {
    return Objects.requireNonNull(by.get(d));
  }

  @Test
  void s01EveryDisturbanceIsWorseThanNone() {
    var by = run(key(List.of()), Map.of("a", takes("a", 12), "b", takes("b", 12)));
    KeyTrialResult none = of(by, Disturbance.NONE);
    assertTrue(none.broken() > 0 && none.broken() < none.events(), none::toString);
    assertNotNull(none.smallestBroken());
    assertTrue(none.firstFull().getOrDefault("a", 0) > none.firstFull().getOrDefault("b", 0));
    for (Disturbance d : Disturbance.values()) {
      assertTrue(of(by, d).unplaced() >= none.unplaced(), d::name);
      assertEquals(0, of(by, d).unknown());
      assertEquals(0, of(by, d).farRed());
    }
    assertTrue(of(by, Disturbance.NIGHT).broken() > none.broken());
    assertEquals(3 * none.casualties(), of(by, Disturbance.THREE_PLACES).casualties());
  }

  @Test
  void s02OneWhoHasSaidNothingCatchesAllAndIsCounted() {
    List<Overflow> far = List.of(new Overflow(Tier.NATION, List.of("c")));
    var by = run(key(far), Map.of("a", takes("a", 3), "b", takes("b", 3)));
    KeyTrialResult none = of(by, Disturbance.NONE);
    assertEquals(0, none.broken());
    assertTrue(none.unknown() > 0);
    assertEquals(none.unknown(), none.overflow());
    assertTrue(none.farRed() > 0 && none.farRed() <= none.red());
  }

  @Test
  void s03WhatCannotBeTriedIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new KeyTrial(key(List.of()), Map.of(), List.of(), List.of(), 10, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new KeyTrial(key(List.of()), Map.of(), List.of(), List.of(List.of()), 0, 1));
  }
}
