package se.dirigent.simulator.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.simulator.policy.ClosestIdle;

/** Units that have something else to do than calls. */
class ErrandsTest {
  private static final long HOUR = 3_600_000;
  private static final int DAYS = 11;

  /** One errand an hour: from the hospital to a corner of the town. */
  private static final class Hourly implements Errands {
    private static final int BEGIN = 0;
    private static final int PICK_UP = 1;
    private static final int END = 2;

    private final int[] attempt = new int[6];
    private @Nullable Crews given;
    private int begun;
    private int ended;
    private int calledOff;
    private int freed;

    @Override
    public void begin(Crews crews) {
      given = crews;
      crews.plan(0, BEGIN);
    }

    private Crews crews() {
      return Objects.requireNonNull(given, "begin comes first");
    }

    @Override
    public void happen(long what) {
      Crews crews = crews();
      int unit = (int) (what >> 2 & 63);
      switch ((int) (what & 3)) {
        case BEGIN -> send();
        case PICK_UP -> {
          if (what >> 8 == attempt[unit]) {
            assertTrue(crews.situation().promised(unit));
            crews.plan(crews.carry(unit, 0), (long) unit << 2 | END);
            assertFalse(crews.situation().promised(unit) || crews.situation().free(unit));
          }
        }
        default -> {
          crews.release(unit);
          assertThrows(IllegalStateException.class, () -> crews.carry(unit, 0));
          ended++;
        }
      }
    }

    private void send() {
      Crews crews = crews();
      crews.plan(crews.situation().now() + HOUR, BEGIN);
      for (int unit = 0; unit < crews.situation().units(); unit++) {
        if (crews.situation().free(unit)) {
          int chosen = unit;
          assertThrows(IllegalStateException.class, () -> crews.release(chosen));
          long there = crews.promise(unit, crews.situation().ground().hospital(0));
          crews.plan(there, (long) ++attempt[unit] << 8 | (long) unit << 2 | PICK_UP);
          begun++;
          return;
        }
      }
    }

    @Override
    public void calledOff(int unit) {
      Situation now = crews().situation();
      assertEquals(1, now.level(now.callOf(unit)));
      attempt[unit]++;
      calledOff++;
    }

    @Override
    public void freed(int unit) {
      assertTrue(crews().situation().free(unit));
      freed++;
    }
  }

  private static TrialReport run(Errands errands) {
    Calls calls = Calls.draw(TrialTest.WORLD, 3, DAYS);
    return new Trial(TrialTest.WORLD, calls, ClosestIdle.home(), errands).run(DAYS);
  }

  @Test
  void s1_withoutErrandsNothingDiffers() {
    Calls calls = Calls.draw(TrialTest.WORLD, 3, DAYS);
    TrialReport plain = new Trial(TrialTest.WORLD, calls, ClosestIdle.home()).run(DAYS);
    assertEquals(plain, run(Errands.NONE));
  }

  @Test
  void s2_errandsTakeCrewsAndAreCalledOffForTheMostUrgentAlone() {
    Hourly hourly = new Hourly();
    TrialReport with = run(hourly);
    TrialReport without = run(Errands.NONE);
    assertTrue(hourly.begun > 200, "begun: " + hourly.begun);
    assertTrue(hourly.calledOff > 0, "none was called off");
    assertTrue(hourly.freed > hourly.ended, "freed: " + hourly.freed);
    assertEquals(hourly.begun, hourly.ended + hourly.calledOff, 2);
    assertTrue(with.busy() > without.busy() + 0.02, with.busy() + " against " + without.busy());
    assertTrue(with.meanSeconds() > without.meanSeconds());
    assertNotEquals(with.traceHash(), without.traceHash());
  }

  @Test
  void s3_sameErrandsSameTrace() {
    assertEquals(run(new Hourly()), run(new Hourly()));
  }
}
