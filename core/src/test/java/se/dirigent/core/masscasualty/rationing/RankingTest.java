package se.dirigent.core.masscasualty.rationing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;
import se.dirigent.core.masscasualty.rationing.Claim.Benefit;
import se.dirigent.core.masscasualty.rationing.Ranking.Ranked;
import se.dirigent.core.masscasualty.sieve.Category;

class RankingTest {
  private static final Instant NOON = Instant.parse("2027-01-16T12:00:00Z");

  private static RationingRule rule(Criterion... criteria) {
    return new RationingRule(
        "ventilators",
        "Ventilators",
        3,
        LocalDate.of(2027, 1, 1),
        LocalDate.of(2028, 1, 1),
        "Hälso- och sjukvårdsdirektören",
        "prop. 1996/97:60",
        List.of(criteria));
  }

  private static Claim claim(
      String tag, Category category, Benefit benefit, int minutes, int waits) {
    return new Claim(tag, category, benefit, minutes, NOON.minusSeconds(60L * waits));
  }

  private static Ranking rank(RationingRule rule, List<Claim> claims, int available) {
    return Ranking.of(rule, claims, "ventilator minutes", available, "TiB", NOON, 7);
  }

  @Test
  void t01_needFirstThenBenefitThenWhatItTakesThenTheWait() {
    RationingRule rule =
        rule(
            Criterion.CATEGORY,
            Criterion.BENEFIT,
            Criterion.SPENT,
            Criterion.WAITED,
            Criterion.LOT);
    Ranking ranking =
        rank(
            rule,
            List.of(
                claim("5", Category.DELAYED, Benefit.LARGE, 10, 500),
                claim("4", Category.IMMEDIATE, Benefit.SOME, 10, 90),
                claim("3", Category.IMMEDIATE, Benefit.LARGE, 60, 90),
                claim("2", Category.IMMEDIATE, Benefit.LARGE, 30, 10),
                claim("1", Category.IMMEDIATE, Benefit.LARGE, 30, 20)),
            100);
    assertEquals(
        List.of("1", "2", "3", "4", "5"),
        ranking.ranked().stream().map(one -> one.claim().tag()).toList());
    assertEquals(
        List.of(Criterion.WAITED, Criterion.SPENT, Criterion.BENEFIT, Criterion.CATEGORY),
        ranking.ranked().stream().skip(1).map(Ranked::decidedBy).toList());
    assertNull(ranking.ranked().getFirst().decidedBy());
    assertEquals(
        List.of(true, true, false, false, false),
        ranking.ranked().stream().map(Ranked::granted).toList());
    assertEquals(Principle.HUMAN_DIGNITY, ranking.ranked().get(1).principle());
    assertEquals(3, ranking.version());
  }

  @Test
  void t02_economyNeverComesBeforeNeedAndChanceDecidesOpenly() {
    refused("rationing.order", Criterion.SPENT, Criterion.CATEGORY, Criterion.LOT);
    refused("rationing.order", Criterion.SPENT, Criterion.LOT);
    refused("rationing.lot", Criterion.CATEGORY);
    refused("rationing.lot");
    refused("rationing.twice", Criterion.CATEGORY, Criterion.CATEGORY, Criterion.LOT);
  }

  private static void refused(String code, Criterion... criteria) {
    Refused refused = assertThrows(Refused.class, () -> rule(criteria));
    assertTrue(String.valueOf(refused.getMessage()).startsWith(code), refused.getMessage());
  }

  @Test
  void t03_theSameClaimsRankTheSameWhateverOrderTheyComeIn() {
    RationingRule rule = rule(Criterion.CATEGORY, Criterion.LOT);
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      claims.add(claim("" + i, Category.IMMEDIATE, Benefit.LARGE, 10, i));
    }
    Ranking first = rank(rule, claims, 100);
    Collections.shuffle(claims, new Random(1));
    assertEquals(first, rank(rule, claims, 100));
    assertEquals(10, first.ranked().stream().filter(Ranked::granted).count());
    claims.add(claims.getFirst());
    assertThrows(Refused.class, () -> rank(rule, claims, 100));
  }

  @Test
  void t05_rankingOnceMoreWithOneMoreDrawsNoLotAnew() {
    RationingRule rule = rule(Criterion.CATEGORY, Criterion.LOT);
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      claims.add(claim("" + i, Category.IMMEDIATE, Benefit.LARGE, 10, 0));
    }
    List<String> before = tags(rank(rule, claims, 100));
    claims.add(claim("20", Category.IMMEDIATE, Benefit.LARGE, 10, 0));
    List<String> after = new ArrayList<>(tags(rank(rule, claims, 100)));
    after.remove("20");
    assertEquals(before, after);
  }

  private static List<String> tags(Ranking ranking) {
    return ranking.ranked().stream().map(one -> one.claim().tag()).toList();
  }

  @Test
  void t04_whatCannotBeIsRefused() {
    assertThrows(Refused.class, () -> claim("1", Category.DEAD, Benefit.NONE, 10, 1));
    assertThrows(Refused.class, () -> claim("1", Category.MINIMAL, Benefit.NONE, 0, 1));
  }
}
