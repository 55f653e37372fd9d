package se.dirigent.core.transport.mode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;
import se.dirigent.core.transport.mode.DecisionTable.ModeRule;
import se.dirigent.core.transport.mode.ModeAdvice.OnCall;
import se.dirigent.core.transport.mode.ModeAdvice.Option;
import se.dirigent.core.transport.mode.ModeAdvisor.When;
import se.dirigent.core.transport.mode.Needs.Care;
import se.dirigent.core.transport.mode.Needs.Posture;

class ModeAdvisorTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  /** A Tuesday, ten o'clock in Sweden. */
  private static final Instant TEN = Instant.parse("2026-02-03T09:00:00Z");

  private static final ModeAdvisor ADVISOR = new ModeAdvisor(Rules.small(), ZONE);

  private static Needs lying(Care care) {
    return Rules.needs(Posture.LIES, care, false, null);
  }

  private static Facts facts(Needs needs, Urgency urgency, boolean outside) {
    return new Facts(needs, urgency, outside, false, Rules.WAYS);
  }

  private static ModeAdvice advise(Facts facts, Instant readyAt) {
    return ADVISOR.advise(facts, new When(TEN, readyAt, null));
  }

  @Test
  void s01TheFirstRuleThatHoldsDecidesAndSaysWhy() {
    ModeAdvice advice = advise(facts(Needs.none(), Urgency.PLANNED, false), TEN);
    assertEquals(Mode.TAXI, advice.mode());
    assertEquals("sits", advice.rule());
    assertEquals("1", advice.version());
    assertEquals("Sitter utan vård.", advice.why());
    assertEquals(Mode.AMBULANCE, advice.instead());
  }

  @Test
  void s02WhatAModeCannotTakeIsNoOption() {
    ModeAdvice advice = advise(facts(lying(Care.LIGHT), Urgency.PLANNED, false), TEN);
    assertEquals(Mode.AMBULANCE, advice.mode());
    assertEquals(
        List.of(Mode.AMBULANCE, Mode.AEROPLANE),
        advice.options().stream().map(Option::mode).toList());
    Refused refused = assertThrows(Refused.class, () -> advice.get(Mode.TAXI));
    assertEquals("transport.unsuitable", refused.code());
  }

  @Test
  void s03CostIsKilometresHoursAndFlightHoursWithTheWayBack() {
    ModeAdvice advice = advise(facts(Needs.none(), Urgency.PLANNED, false), TEN);
    assertEquals(100 + 20 * 120, advice.get(Mode.TAXI).kronor());
    // Two ways of 100 minutes and 20 at the doors are 220 minutes at 2 000 an hour.
    assertEquals(10 * 240 + 7333, advice.get(Mode.AMBULANCE).kronor());
    assertEquals(24_000 * 100 / 60, advice.get(Mode.AEROPLANE).kronor());
    assertEquals(100, advice.get(Mode.AEROPLANE).flightMinutes());
    assertEquals(0, advice.get(Mode.AMBULANCE).awayMinutes());
    ModeAdvice out = advise(facts(Needs.none(), Urgency.PLANNED, true), TEN);
    assertEquals(220, out.get(Mode.AMBULANCE).awayMinutes(), "the county does without it");
  }

  @Test
  void s04EarliestPickUpIsReadyOrAfterTheLead() {
    ModeAdvice now = advise(facts(Needs.none(), Urgency.PLANNED, false), TEN);
    assertEquals(TEN.plus(Duration.ofMinutes(30)), now.get(Mode.TAXI).pickupFrom());
    Instant later = TEN.plus(Duration.ofHours(3));
    ModeAdvice ready = advise(facts(Needs.none(), Urgency.PLANNED, false), later);
    assertEquals(later, ready.get(Mode.TAXI).pickupFrom());
    assertEquals(later.plus(Duration.ofMinutes(30)), ready.get(Mode.TAXI).pickupUntil());
    assertEquals(later.plus(Duration.ofMinutes(110)), ready.get(Mode.TAXI).arrivesAt());
  }

  @Test
  void s05ADeadlineThatHasPassedMovesThePickUpToTheNextDay() {
    Facts outside = facts(Needs.none(), Urgency.PLANNED, true);
    Option today = advise(outside, TEN.plus(Duration.ofHours(2))).get(Mode.TAXI);
    assertNotNull(today.missed());
    assertEquals(Instant.parse("2026-02-02T13:00:00Z"), today.missed().orderBy());
    assertEquals(Instant.parse("2026-02-03T23:00:00Z"), today.pickupFrom());
    assertEquals(Instant.parse("2026-02-03T13:00:00Z"), today.orderBy());
    Option tomorrow = advise(outside, TEN.plus(Duration.ofHours(26))).get(Mode.TAXI);
    assertNull(tomorrow.missed());
    assertNull(advise(outside, TEN).get(Mode.AMBULANCE).orderBy(), "taxis alone");
  }

  @Test
  void s06ArrivalInOnCallHoursTellsTheLatestPickUpThatAvoidsIt() {
    Facts facts = facts(lying(Care.LIGHT), Urgency.PLANNED, false);
    // Ready 15:00, 120 minutes: there at 17:00, an hour after the ward's day has ended.
    Option late = advise(facts, TEN.plus(Duration.ofHours(5))).get(Mode.AMBULANCE);
    OnCall onCall = late.onCall();
    assertNotNull(onCall);
    assertEquals(Instant.parse("2026-02-03T13:00:00Z"), onCall.latestPickup());
    assertEquals(Instant.parse("2026-02-04T04:00:00Z"), onCall.nextPickup());
    assertEquals(Instant.parse("2026-02-04T13:00:00Z"), onCall.nextLatest());
    assertNull(advise(facts, TEN).get(Mode.AMBULANCE).onCall(), "there at 13:00");
    Option advised = advise(facts, onCall.latestPickup()).get(Mode.AMBULANCE);
    assertEquals(onCall.latestPickup(), advised.pickupFrom());
    assertNull(advised.onCall(), "who follows the advice is not warned again");
    Facts acute = facts(lying(Care.LIGHT), Urgency.HOURS, false);
    assertNull(advise(acute, TEN.plus(Duration.ofHours(5))).get(Mode.AMBULANCE).onCall());
  }

  @Test
  void s07OverAWeekendTheNextDayIsMonday() {
    Facts facts = facts(lying(Care.LIGHT), Urgency.PLANNED, false);
    Instant friday = Instant.parse("2026-02-06T17:00:00Z");
    OnCall onCall =
        ADVISOR.advise(facts, new When(friday, friday, null)).get(Mode.AMBULANCE).onCall();
    assertNotNull(onCall);
    assertEquals(Instant.parse("2026-02-09T04:00:00Z"), onCall.nextPickup());
  }

  @Test
  void s08ThereInTimeOrNot() {
    Facts facts = facts(lying(Care.LIGHT), Urgency.PLANNED, false);
    Instant by = TEN.plus(Duration.ofHours(3));
    ModeAdvice advice = ADVISOR.advise(facts, new When(TEN, TEN, by));
    assertTrue(advice.get(Mode.AMBULANCE).inTime());
    assertFalse(advice.get(Mode.AEROPLANE).inTime());
  }

  @Test
  void s09WithoutARoadOrAnAirfieldThereIsNoMode() {
    Ways none = new Ways(0, null, null, null, null, null);
    Facts facts = new Facts(Needs.none(), Urgency.PLANNED, false, false, none);
    assertEquals("transport.noMode", assertThrows(Refused.class, () -> advise(facts, TEN)).code());
  }

  @Test
  void s10TablesFollowEachOtherByDayAndNeverOverlap() {
    ModeRule rule = new ModeRule("all", Condition.always(), Mode.TAXI, null, "Allt.", "All.");
    DecisionTable first = table("1", 1, LocalDate.of(2026, 1, 31), rule);
    DecisionTable second = table("2", 2, null, rule);
    TransportRules rules = Rules.small();
    TransportRules both = with(rules, List.of(second, first));
    assertEquals("1", both.table(LocalDate.of(2026, 1, 31)).version());
    assertEquals("2", both.table(LocalDate.of(2026, 2, 1)).version());
    assertEquals(
        "transport.noTable",
        assertThrows(Refused.class, () -> both.table(LocalDate.of(2025, 12, 31))).code());
    DecisionTable endless = table("1", 1, null, rule);
    assertThrows(IllegalArgumentException.class, () -> with(rules, List.of(endless, second)));
  }

  private static DecisionTable table(
      String version, int month, @Nullable LocalDate until, ModeRule rule) {
    return new DecisionTable(version, "Test", LocalDate.of(2026, month, 1), until, List.of(rule));
  }

  private static TransportRules with(TransportRules r, List<DecisionTable> tables) {
    return new TransportRules(
        tables, r.modes(), r.deadlines(), r.receiving(), r.departments(), List.of(), null);
  }

  @Test
  void s11WhatElseIsAskedForMayMeanMoreCare() {
    Needs monitored = Rules.needs(Posture.SITS, Care.NONE, true, null);
    assertEquals(Care.SKILLED, monitored.careNeeded());
    assertEquals(Care.NONE, Needs.none().careNeeded());
    assertEquals(Care.INTENSIVE, lying(Care.INTENSIVE).careNeeded());
  }

  @Test
  void s12EveryOptionOfRandomOrdersIsPossibleAndInOrder() {
    for (long seed = 1; seed <= 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Facts facts =
          new Facts(
              Rules.random(random),
              Urgency.values()[random.nextInt(4)],
              random.nextBoolean(),
              random.nextBoolean(),
              Rules.WAYS);
      Instant ready = TEN.plusSeconds(random.nextInt(1_000_000));
      ModeAdvice advice = ADVISOR.advise(facts, new When(TEN, ready, null));
      assertEquals(advice.mode(), advice.options().getFirst().mode(), "seed " + seed);
      for (Option o : advice.options()) {
        assertFalse(o.pickupFrom().isBefore(ready), "seed " + seed);
        Instant orderBy = o.orderBy();
        assertTrue(orderBy == null || !TEN.isAfter(orderBy), "seed " + seed);
        if (o.onCall() != null) {
          assertFalse(Rules.small().receiving().open(o.arrivesAt(), ZONE), "seed " + seed);
          Duration trip = Duration.ofMinutes(o.tripMinutes());
          Instant next = o.onCall().nextPickup().plus(trip);
          assertTrue(Rules.small().receiving().open(next, ZONE), "seed " + seed);
        }
      }
    }
  }

  @Test
  void s13HoursAcrossTheChangeOfSummerTime() {
    Hours hours = new Hours(List.of(DayOfWeek.values()), LocalTime.of(7, 0), null, List.of());
    Instant before = Instant.parse("2026-03-28T23:30:00Z");
    assertEquals(Instant.parse("2026-03-29T05:00:00Z"), hours.next(before, ZONE));
  }

  @Test
  void s14OverEasterTheNextDayIsTuesdayAndTheLatestPickUpIsOnThursday() {
    Facts facts = facts(lying(Care.LIGHT), Urgency.PLANNED, false);
    Instant goodFriday = Instant.parse("2026-04-03T09:00:00Z");
    OnCall onCall =
        ADVISOR.advise(facts, new When(goodFriday, goodFriday, null)).get(Mode.AMBULANCE).onCall();
    assertNotNull(onCall, "nobody but the on-call staff on Good Friday");
    assertEquals(Instant.parse("2026-04-02T12:00:00Z"), onCall.latestPickup());
    assertEquals(Instant.parse("2026-04-07T03:00:00Z"), onCall.nextPickup());
    assertEquals(Instant.parse("2026-04-07T12:00:00Z"), onCall.nextLatest());
  }
}
