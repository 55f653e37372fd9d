package se.dirigent.core.masscasualty.sieve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.core.masscasualty.sieve.SieveTreeTest.refused;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import se.dirigent.core.masscasualty.sieve.SortScore.Band;
import se.dirigent.core.masscasualty.sieve.SortScore.Part;
import se.dirigent.core.masscasualty.sieve.SortScore.Sign;
import se.dirigent.core.masscasualty.sieve.Verdict.Step;

class SortScoreTest {
  private static Verdict sort(int rate, int pressure, int coma) {
    return Schemes.TRIAGE_SORT.sort(
        Map.of("respiratoryRate", rate, "systolicPressure", pressure, "comaScale", coma));
  }

  /** Told by the table of Champion et al. 1989, without the data that is tested. */
  private static int champion(int rate, int pressure, int coma) {
    int r = rate == 0 ? 0 : rate <= 5 ? 1 : rate <= 9 ? 2 : rate <= 29 ? 4 : 3;
    int p = pressure == 0 ? 0 : pressure <= 49 ? 1 : pressure <= 75 ? 2 : pressure <= 89 ? 3 : 4;
    int c = coma == 3 ? 0 : coma <= 5 ? 1 : coma <= 8 ? 2 : coma <= 12 ? 3 : 4;
    return r + p + c;
  }

  @Test
  void s01TheEndsOfTheScale() {
    assertEquals(Category.MINIMAL, sort(16, 120, 15).category());
    assertEquals(12, sort(10, 90, 13).points());
    assertEquals(Category.DELAYED, sort(30, 90, 15).category());
    assertEquals(Category.IMMEDIATE, sort(30, 89, 15).category());
    assertEquals(Category.IMMEDIATE, sort(0, 0, 4).category());
    assertEquals(Category.DEAD, sort(0, 0, 3).category());
    assertEquals(Step.SORT, sort(0, 0, 3).step());
  }

  @Test
  void s02EveryPointIsAsPublished() {
    for (int rate = 0; rate <= 150; rate += rate < 40 ? 1 : 11) {
      for (int pressure = 0; pressure <= 350; pressure += pressure < 95 ? 1 : 17) {
        for (int coma = 3; coma <= 15; coma++) {
          assertEquals(champion(rate, pressure, coma), sort(rate, pressure, coma).points());
        }
      }
    }
  }

  @Test
  void s03AMillionRandomVitalSignsGiveExactlyOneCategory() {
    RandomGenerator random = new SplittableRandom(7);
    Set<Category> seen = EnumSet.noneOf(Category.class);
    for (int n = 0; n < 1_000_000; n++) {
      boolean still = random.nextInt(50) == 0;
      int rate = still ? 0 : random.nextInt(151);
      int pressure = still ? 0 : random.nextInt(351);
      int coma = still ? 3 : random.nextInt(3, 16);
      Verdict verdict = sort(rate, pressure, coma);
      long bands =
          Schemes.TRIAGE_SORT.bands().stream()
              .filter(b -> b.sums().holds(verdict.points()))
              .count();
      assertEquals(1, bands);
      seen.add(verdict.category());
    }
    assertEquals(EnumSet.complementOf(EnumSet.of(Category.EXPECTANT)), seen);
  }

  @Test
  void s04WhatCannotBeMeasuredIsSaid() {
    refused("sort.missing", () -> Schemes.TRIAGE_SORT.sort(Map.of("respiratoryRate", 12)));
    refused("sort.sign", () -> sort(-1, 120, 15));
    refused("sort.sign", () -> sort(12, 120, 2));
    refused("sort.sign", () -> sort(12, 120, 16));
    refused("sort.sign", () -> sort(12, 1_000_000, 15));
  }

  @Test
  void s05AScoreWithAHoleIsRefused() {
    Sign sign =
        new Sign(
            "a", "A", "A", List.of(new Part(new Range(0, 9), 0), new Part(new Range(10, 20), 2)));
    Band dead = new Band(new Range(0, 0), Category.DEAD);
    refused("sort.bands", () -> score(List.of(sign), List.of(dead)));
    Band high = new Band(new Range(2, 2), Category.MINIMAL);
    refused("sieve.ranges", () -> score(List.of(sign), List.of(dead, high)));
    refused("sieve.twice", () -> score(List.of(sign, sign), List.of(dead)));
    refused("sort.signs", () -> score(List.of(), List.of(dead)));
    refused("sieve.answers", () -> new Sign("a", "A", "A", List.of()));
  }

  @Test
  void s06LooksAreSaidOnceEach() {
    assertEquals(5, CategoryLook.byCategory(CategoryLook.DEFAULT).size());
    refused("sieve.looks", () -> CategoryLook.byCategory(CategoryLook.DEFAULT.subList(0, 4)));
    CategoryLook red = CategoryLook.DEFAULT.getFirst();
    refused("sieve.looks", () -> CategoryLook.byCategory(List.of(red, red)));
    refused("sieve.colour", () -> new CategoryLook(Category.DEAD, "Svart", "Black", "black"));
    assertTrue(Category.IMMEDIATE.travels());
    assertEquals("Klinisk blick", Verdict.byHand(Category.DELAYED, " Klinisk blick ").text());
    refused("text.missing", () -> Verdict.byHand(Category.DELAYED, ""));
  }

  private static SortScore score(List<Sign> signs, List<Band> bands) {
    return new SortScore("s", "Poäng", "1", "Test", signs, bands);
  }
}
