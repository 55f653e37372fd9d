package se.dirigent.optimiser.distribute;

import java.util.List;

/**
 * What waiting for treatment costs a casualty, never less the later, in a unit of the user's own.
 * Minutes are counted from the event, so a casualty found late counts the time before it was found
 * too.
 */
public sealed interface Waiting {
  /** Harm of treatment that begins at a minute after the event, from 0 at once. */
  double harm(int minute);

  /** Minute after the event by which treatment is to have begun. */
  int deadlineMinutes();

  /** The same, minutes counted from a later moment, when the event was so many minutes ago. */
  default Waiting since(int passedMinutes) {
    return passedMinutes == 0 ? this : new Since(this, passedMinutes);
  }

  /**
   * As another, begun some time ago; what that time cost is not counted again.
   *
   * @param of what waiting costs from the event
   * @param passedMinutes how long ago that was
   */
  record Since(Waiting of, int passedMinutes) implements Waiting {
    public Since {
      if (passedMinutes < 0) {
        throw new IllegalArgumentException(
            "passedMinutes is " + passedMinutes + "; give minutes from 0");
      }
    }

    @Override
    public double harm(int minute) {
      return of.harm(minute + passedMinutes) - of.harm(passedMinutes);
    }

    @Override
    public int deadlineMinutes() {
      return Math.max(0, of.deadlineMinutes() - passedMinutes);
    }
  }

  /**
   * So much a minute, and more after a deadline.
   *
   * @param harmPerMinute harm of each minute until treatment begins
   * @param deadlineMinutes minute after the event by which treatment is to have begun
   * @param lateHarmPerMinute harm of each minute after that, beside {@code harmPerMinute}
   */
  record Deadline(double harmPerMinute, int deadlineMinutes, double lateHarmPerMinute)
      implements Waiting {
    public Deadline {
      require("harmPerMinute", harmPerMinute);
      if (lateHarmPerMinute != 0) {
        require("lateHarmPerMinute", lateHarmPerMinute);
      }
      if (deadlineMinutes < 0) {
        throw new IllegalArgumentException(
            "deadlineMinutes is " + deadlineMinutes + "; give minutes from 0");
      }
    }

    @Override
    public double harm(int minute) {
      return harmPerMinute * minute + lateHarmPerMinute * Math.max(0, minute - deadlineMinutes);
    }
  }

  /**
   * Chance to survive that waiting takes away, in the mean of some curves, and so much a minute
   * beside, for pain and fear. Curves flatten, so whoever has waited long would be the last to be
   * fetched: after a deadline minutes weigh more and more, so that nobody waits endlessly.
   *
   * @param curves one or more
   * @param deathHarm harm of a death
   * @param harmPerMinute harm of each minute until treatment begins
   * @param deadlineMinutes minute after the event by which treatment is to have begun
   * @param lateHarmPerHour what a minute weighs more with each hour after that, up to six hours
   */
  record Dying(
      List<Survival.Curve> curves,
      double deathHarm,
      double harmPerMinute,
      int deadlineMinutes,
      double lateHarmPerHour)
      implements Waiting {
    private static final double HOUR = 60;
    private static final double GROWS_MINUTES = 6 * HOUR;

    public Dying {
      curves = List.copyOf(curves);
      require("deathHarm", deathHarm);
      require("harmPerMinute", harmPerMinute);
      if (lateHarmPerHour != 0) {
        require("lateHarmPerHour", lateHarmPerHour);
      }
      if (deadlineMinutes < 0) {
        throw new IllegalArgumentException(
            "deadlineMinutes is " + deadlineMinutes + "; give minutes from 0");
      }
      if (curves.isEmpty()) {
        throw new IllegalArgumentException("curves is empty; give at least one");
      }
    }

    @Override
    public double harm(int minute) {
      double lost = 0;
      for (Survival.Curve curve : curves) {
        lost += curve.at(0) - curve.at(minute);
      }
      return deathHarm * lost / curves.size() + harmPerMinute * minute + late(minute);
    }

    private double late(int minute) {
      double late = Math.max(0, minute - deadlineMinutes);
      double growing = Math.min(late, GROWS_MINUTES);
      return lateHarmPerHour / HOUR * growing * (late - growing / 2);
    }
  }

  private static void require(String name, double harm) {
    if (!(harm > 0 && harm <= 1e6)) {
      throw new IllegalArgumentException(name + " is " + harm + "; give above 0 to 1 000 000");
    }
  }
}
