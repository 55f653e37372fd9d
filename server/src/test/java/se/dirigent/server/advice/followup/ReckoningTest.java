package se.dirigent.server.advice.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.server.advice.followup.AnswerRepository.MoveAnswer;
import se.dirigent.server.advice.followup.AnswerRepository.UnitAnswer;
import se.dirigent.server.advice.followup.FollowUp.Answer;
import se.dirigent.server.advice.followup.FollowUp.DayCount;
import se.dirigent.server.advice.followup.FollowUp.Kind;
import se.dirigent.server.advice.followup.FollowUp.KindCount;
import se.dirigent.server.advice.followup.FollowUp.ReasonCount;
import se.dirigent.server.advice.followup.FollowUp.Relocated;
import se.dirigent.server.advice.followup.FollowUp.Times;

class ReckoningTest {
  /** Half past midnight of the 23rd by the region's clock, still the 22nd by UTC. */
  private static final Instant AT = Instant.parse("2026-11-22T23:30:00Z");

  private final List<UnitAnswer> units = new ArrayList<>();
  private final List<MoveAnswer> moves = new ArrayList<>();

  private FollowUp reckon() {
    return new Reckoning(units, moves, ZoneId.of("Europe/Stockholm"), Integer::parseInt)
        .of(AT.minusSeconds(60), AT.plusSeconds(60), false);
  }

  private void answer(Kind kind, Answer answer, String reason, @Nullable Integer seconds) {
    Instant arrived = seconds == null ? null : AT.plusSeconds(seconds);
    units.add(new UnitAnswer(AT, kind, answer, reason, "1", arrived));
  }

  @Test
  void s01NothingGivesNothingAndNoFigureOfIt() {
    FollowUp none = reckon();
    assertEquals(new KindCount(Kind.UNIT, 0, 0, 0), none.kinds().getFirst());
    assertEquals(new Times(0, null, null), none.comparisons().getFirst().followed());
    assertEquals(new Relocated(0, 0, 0, 0), none.relocated());
  }

  @Test
  void s02AnswersAreCountedByKindAndByTheRegionsDay() {
    answer(Kind.UNIT, Answer.ACCEPTED, "", null);
    answer(Kind.JOINT, Answer.CHANGED, "närmare", null);
    answer(Kind.JOINT, Answer.CHANGED, "närmare", null);
    FollowUp f = reckon();
    assertEquals(new KindCount(Kind.JOINT, 0, 2, 0), f.kinds().get(1));
    LocalDate day = LocalDate.of(2026, 11, 23);
    assertEquals(
        List.of(new DayCount(day, Kind.UNIT, 1, 0, 0), new DayCount(day, Kind.JOINT, 0, 2, 0)),
        f.days());
    assertEquals(List.of(new ReasonCount(Kind.JOINT, Answer.CHANGED, "närmare", 2)), f.reasons());
  }

  @Test
  void s03NineAreTooFewToSayAndTenAreNot() {
    for (int i = 1; i <= 9; i++) {
      answer(Kind.UNIT, Answer.ACCEPTED, "", 60 * i);
    }
    assertNull(reckon().comparisons().getFirst().followed().medianSeconds());
    answer(Kind.UNIT, Answer.ACCEPTED, "", 600);
    answer(Kind.UNIT, Answer.REFUSED, "fel bil", 1_200);
    FollowUp.Comparison level1 = reckon().comparisons().getFirst();
    assertEquals(new Times(10, 300L, 540L), level1.followed());
    assertEquals(new Times(1, null, null), level1.other());
  }

  @Test
  void s04MovesByWhatBecameOfThem() {
    moves.add(new MoveAnswer(AT, Answer.ACCEPTED, "", "ARRIVED"));
    moves.add(new MoveAnswer(AT, Answer.CHANGED, "närmare", "DECLINED"));
    moves.add(new MoveAnswer(AT, Answer.ACCEPTED, "", "DISPATCHED"));
    moves.add(new MoveAnswer(AT, Answer.ACCEPTED, "", null));
    moves.add(new MoveAnswer(AT, Answer.REFUSED, "halka", "ARRIVED"));
    FollowUp f = reckon();
    assertEquals(new Relocated(1, 1, 1, 1), f.relocated());
    assertEquals(new KindCount(Kind.RELOCATION, 3, 1, 1), f.kinds().getLast());
  }
}
