package se.dirigent.simulator.ride;

import java.util.BitSet;
import java.util.random.RandomGenerator;
import se.dirigent.simulator.chance.Spread;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.ride.model.RideModel;
import se.dirigent.simulator.trial.Calls;

/**
 * What cars with one nurse settle before any ambulance is sent: calls of the least urgent level, in
 * the car's hours, within reach, while a car is free. Cars do not wait for ambulances nor these for
 * them, so they are run before the rest; who is not settled gets an ambulance as before.
 */
public final class AssessmentCars {
  /** Cars are manned 08 to 18 every day [as the packs' invented car]. */
  static final double HOURS_DAY = 10;

  private static final int FROM_HOUR = 8;
  private static final int TO_HOUR = 18;
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  /** Farther calls are left to ambulances, in milliseconds one way [assumption]. */
  private static final long DRIVE_MAX = 40 * 60_000;

  /** Minutes with the patient [assumption]. */
  private static final Spread STAYS = new Spread(30, 50, 80);

  /** Part of those met who can stay at home or go otherwise [assumption]. */
  private static final double SETTLES = 0.5;

  private AssessmentCars() {}

  /**
   * What came of it.
   *
   * @param calls that ambulances meet
   * @param settled calls that no ambulance was sent to, the first day apart
   * @param conveyances of them whose patient would have been driven to hospital
   * @param overseen part of all calls that came in inner command's hours
   */
  public record Settled(Calls calls, int settled, int conveyances, double overseen) {}

  /**
   * Lets the cars of a model meet calls.
   *
   * @param base the station where they stand
   */
  public static Settled meet(RideModel model, Calls all, Ground ground, int base, long seed) {
    Streams.Each each = new Streams(seed).each("ride.cars");
    long[] freeAt = new long[model.assessmentCars()];
    BitSet gone = new BitSet();
    int settled = 0;
    int conveyances = 0;
    int counted = 0;
    int overseen = 0;
    for (int call = 0; call < all.size(); call++) {
      RandomGenerator chance = each.of(all.key(call));
      double stays = STAYS.draw(chance);
      boolean settles = chance.nextDouble() < SETTLES;
      boolean counts = all.at(call) >= DAY;
      counted += counts ? 1 : 0;
      overseen += counts && model.command().onDuty(all.at(call)) ? 1 : 0;
      if (meets(all, call, ground, base, freeAt, stays) && settles) {
        gone.set(call);
        settled += counts ? 1 : 0;
        conveyances += counts && all.hospitalMillis(call) >= 0 ? 1 : 0;
      }
    }
    return new Settled(
        all.without(gone), settled, conveyances, (double) overseen / Math.max(1, counted));
  }

  private static boolean meets(
      Calls all, int call, Ground ground, int base, long[] freeAt, double stays) {
    long at = all.at(call);
    long hour = at % DAY / HOUR;
    long drive = ground.millis(ground.node(ground.base(base)), all.zone(call), false);
    boolean suits = all.level(call) == 3 && hour >= FROM_HOUR && hour < TO_HOUR;
    for (int car = 0; suits && drive <= DRIVE_MAX && car < freeAt.length; car++) {
      if (freeAt[car] <= at) {
        freeAt[car] = at + 2 * drive + (long) (60_000 * stays);
        return true;
      }
    }
    return false;
  }
}
