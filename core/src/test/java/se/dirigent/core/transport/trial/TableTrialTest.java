package se.dirigent.core.transport.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.dirigent.core.transport.mode.AirFee;
import se.dirigent.core.transport.mode.Condition;
import se.dirigent.core.transport.mode.DecisionTable;
import se.dirigent.core.transport.mode.DecisionTable.ModeRule;
import se.dirigent.core.transport.mode.Facts;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.ModeAdvice;
import se.dirigent.core.transport.mode.ModeAdvisor;
import se.dirigent.core.transport.mode.ModeAdvisor.When;
import se.dirigent.core.transport.mode.Needs.Care;
import se.dirigent.core.transport.mode.Needs.Posture;
import se.dirigent.core.transport.mode.Rules;
import se.dirigent.core.transport.mode.TransportRules;
import se.dirigent.core.transport.mode.Urgency;

class TableTrialTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
  private static final Instant TEN = Instant.parse("2026-02-03T09:00:00Z");
  private static final TransportRules RULES = Rules.small();
  private static final DecisionTable NOW = RULES.table(LocalDate.of(2026, 2, 3));

  private static DecisionTable always(Mode mode) {
    ModeRule all = new ModeRule("all", Condition.always(), mode, null, "Alla.", "All.");
    return new DecisionTable(
        "tried", "Testplanerare", LocalDate.of(2026, 1, 1), null, List.of(all));
  }

  private static PastOrder past(int n, Facts facts, boolean ownChoice) {
    When when = new When(TEN, TEN.plusSeconds(60L * n), null);
    Mode mode = new ModeAdvisor(RULES, ZONE).advise(facts, when).mode();
    return new PastOrder("t" + n, facts, when, mode, ownChoice);
  }

  private static Facts lying(Urgency urgency) {
    return new Facts(
        Rules.needs(Posture.LIES, Care.LIGHT, false, 80), urgency, true, false, Rules.WAYS);
  }

  private static TableTrial trial(DecisionTable table, PastOrder... past) {
    return TableTrial.of(RULES, table, ZONE, List.of(past));
  }

  @Test
  void s1TheTableInForceMovesNothing() {
    TableTrial trial = trial(NOW, past(1, lying(Urgency.PLANNED), false));
    assertEquals(List.of(), trial.turns());
    assertEquals(Saving.NONE, trial.total());
  }

  @Test
  void s2WhatFlewGoesByRoadAndTheDifferenceIsWhatTheAdvisorSays() {
    PastOrder flew = past(1, lying(Urgency.IMMEDIATE), false);
    assertEquals(Mode.AEROPLANE, flew.mode());
    TableTrial trial = trial(always(Mode.AMBULANCE), flew, past(2, lying(Urgency.PLANNED), false));
    ModeAdvice advice = new ModeAdvisor(RULES, ZONE).advise(flew.facts(), flew.when());
    int saved = advice.get(Mode.AEROPLANE).kronor() - advice.get(Mode.AMBULANCE).kronor();
    assertEquals(saved, trial.total().kronor());
    assertEquals(1, trial.total().orders());
    assertEquals(advice.get(Mode.AEROPLANE).flightMinutes(), trial.total().flightMinutes());
    assertTrue(trial.total().awayMinutes() < 0, "the county is without an ambulance instead");
    assertEquals("all", trial.moves().getFirst().rule());
  }

  @Test
  void s3WhatSomebodyChoseForAReasonStandsAndWhatCannotBeAnsweredIsCounted() {
    PastOrder chosen = past(1, lying(Urgency.IMMEDIATE), true);
    TableTrial trial = trial(always(Mode.AMBULANCE), chosen);
    assertEquals(1, trial.ownChoice());
    assertEquals(0, trial.turns().size());
    assertEquals(1, trial(always(Mode.BOAT), past(1, lying(Urgency.PLANNED), false)).unanswered());
  }

  @Test
  void s4SumsOfAnyMonthAreThoseOfItsOrders() {
    SplittableRandom random = new SplittableRandom(7);
    List<PastOrder> month = new ArrayList<>();
    for (int n = 0; n < 2_000; n++) {
      Facts facts =
          new Facts(
              Rules.random(random),
              Urgency.values()[random.nextInt(4)],
              random.nextBoolean(),
              random.nextBoolean(),
              Rules.WAYS);
      month.add(past(n, facts, random.nextInt(10) == 0));
    }
    TableTrial trial = TableTrial.of(RULES, always(Mode.AEROPLANE), ZONE, month);
    long sum = trial.turns().stream().mapToLong(t -> t.saving().kronor()).sum();
    assertEquals(sum, trial.total().kronor());
    assertEquals(
        trial.total(),
        trial.moves().stream().map(TableTrial.Move::saving).reduce(Saving.NONE, Saving::plus));
    long flew = month.stream().filter(o -> !o.ownChoice() && o.mode() == Mode.AEROPLANE).count();
    assertEquals(2_000, trial.ownChoice() + flew + trial.total().orders() + trial.unanswered());
  }

  @Test
  void s5TheStandbyFeeFallsWithUseAndRisesWithWhatIsUnpaid() {
    AirFee fee = fee(1.0 / 3, 0.5);
    AirFee.Effect none = fee.effect(0.12, 0.0125, 0);
    assertEquals(none.before(), none.after());
    assertEquals(0, none.others());
    // 30 % of the income beside 6 000 hours of 25 000 kr: 64.3 million; a third by each.
    double whole = 0.3 / 0.7 * 6_000 * 25_000;
    assertEquals(whole * (0.12 + 0.0125 + 300.0 / 6_000) / 3, none.before(), 1);
    AirFee.Effect less = fee.effect(0.12, 0.0125, 60);
    double unpaid = whole + 60 * 25_000 * 0.5;
    assertEquals(unpaid * (0.12 + 0.0125 + 240.0 / 5_940) / 3, less.after(), 1);
    assertEquals(unpaid - whole, less.after() - less.before() + less.others(), 2);
    AirFee.Effect byAreaAlone = fee(0, 0.5).effect(0.12, 0.0125, 60);
    assertTrue(byAreaAlone.after() > byAreaAlone.before(), "what others also pay is paid in part");
    assertEquals(fee.effect(0.12, 0.0125, 300), fee.effect(0.12, 0.0125, 9_999), "none left");
  }

  private static AirFee fee(double use, double fixed) {
    double rest = (1 - use) / 2;
    return new AirFee(6_000, 25_000, 0.3, rest, rest, use, fixed, 300, "antaget", "2026", true);
  }
}
