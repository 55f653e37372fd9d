package se.dirigent.simulator.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import se.dirigent.simulator.arrival.Rhythm;
import se.dirigent.simulator.trial.CallModel;

class TypeFitTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
  private static final int WEEKS = 120;
  private static final LocalDate HELD_OUT = MONDAY.plusWeeks(60);

  private static final CallModel USUAL =
      new CallModel(
          100,
          Rhythm.daily(java.util.Collections.nCopies(24, 1 / 24.0)),
          List.of(
              new CallModel.Level(0.25, Duration.ofMinutes(18), true, 0.8),
              new CallModel.Level(0.75, Duration.ofMinutes(60), false, 0.4)),
          Duration.ZERO,
          Duration.ZERO,
          CallModel.Service.exponential(Duration.ofMinutes(12), Duration.ofMinutes(12)));

  /** Forty calls a day, falls with some share by week; a fall is urgent and stays half as often. */
  private static List<TypedCall> calls(IntToDoubleFunction falls) {
    SplittableRandom chance = new SplittableRandom(1);
    List<TypedCall> calls = new ArrayList<>();
    for (int day = 0; day < 7 * WEEKS; day++) {
      for (int call = 0; call < 40; call++) {
        boolean fall = chance.nextDouble() < falls.applyAsDouble(day / 7);
        boolean taken = chance.nextDouble() < (fall ? 0.5 : 0.9);
        double scene = !taken ? Double.NaN : (fall ? 20 : 10) * (0.8 + 0.4 * chance.nextDouble());
        calls.add(
            new TypedCall(MONDAY.plusDays(day), fall ? "fall" : "ill", fall ? 1 : 3, taken, scene));
      }
    }
    return calls;
  }

  private static TypeFit fit(List<TypedCall> calls) {
    return Objects.requireNonNull(TypeFit.of(calls, HELD_OUT, 2, 1));
  }

  @Test
  void s1_weeksHeldOutAreForetoldWhenTheSharesHold() {
    TypeFit fit = fit(calls(_ -> 0.3));
    assertEquals(7 * 60 * 40, fit.found());
    assertEquals(60, fit.weeks());
    assertEquals(List.of("ill", "fall"), fit.types().stream().map(TypeFit.Type::name).toList());
    assertEquals(0.5, fit.within50(), 0.12);
    assertEquals(0.9, fit.within90(), 0.08);
    TypeFit.Figures fall = fit.types().getLast().found();
    assertEquals(0.3, fall.share(), 0.01);
    assertEquals(0.5, fall.conveyed(), 0.02);
    assertEquals(List.of(1.0, 0.0), fall.levels());
    // A later level than there is counts with the last one.
    assertEquals(List.of(0.0, 1.0), fit.types().getFirst().found().levels());
    double ratio = fall.scene() / fit.types().getFirst().found().scene();
    assertEquals(2, ratio, 0.1);
  }

  @Test
  void s2_aShareThatDriftsIsTold() {
    TypeFit fit = fit(calls(week -> week < 60 ? 0.3 : 0.45));
    assertTrue(fit.within90() < 0.2, "within 90 %: " + fit.within90());
    assertEquals(0.45, fit.types().getLast().heldOut().share(), 0.01);
  }

  @Test
  void s3_whatIsRareIsCountedTogether() {
    List<TypedCall> calls = calls(_ -> 0.3);
    for (int call = 0; call < TypeFit.CALLS_MIN - 1; call++) {
      calls.add(new TypedCall(MONDAY, "snakebite " + call % 2, 1, true, 5));
    }
    List<CallModel.Type> types = TypeFit.types(calls, USUAL);
    assertEquals(
        List.of("ill", "fall", TypeFit.REST), types.stream().map(CallModel.Type::name).toList());
    assertEquals(1, types.stream().mapToDouble(CallModel.Type::share).sum(), 1e-9);
    // Too few to tell what differs by them: as all calls.
    double conveyed = 0.7 * 0.9 + 0.3 * 0.5;
    assertEquals(conveyed, types.getLast().conveyed(), 0.01);
    assertEquals(1, types.getLast().scene(), 1e-9);
  }

  @Test
  void s4_whatTheRecordingDoesNotSayIsTheRegionsOwn() {
    List<TypedCall> bare =
        calls(_ -> 0.3).stream()
            .map(call -> new TypedCall(call.day(), call.type(), 0, null, Double.NaN))
            .toList();
    for (CallModel.Type type : TypeFit.types(bare, USUAL)) {
      assertEquals(List.of(0.25, 0.75), type.levels());
      assertEquals(0.25 * 0.8 + 0.75 * 0.4, type.conveyed(), 1e-9);
      assertEquals(1, type.scene());
    }
    assertTrue(fit(bare).types().getFirst().found().levels().isEmpty());
  }

  @Test
  void s5_oneTypeAloneTellsNothing() {
    assertNull(TypeFit.of(calls(_ -> 0), HELD_OUT, 2, 1));
    assertNull(TypeFit.of(calls(_ -> 0.3), MONDAY.plusWeeks(WEEKS), 2, 1));
  }
}
