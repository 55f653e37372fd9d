package se.dirigent.simulator.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.routing.travel.CrowFlyParameters;
import se.dirigent.routing.travel.CrowFlyTravelTimes;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.simulator.chain.Air;
import se.dirigent.simulator.chance.Draws;
import se.dirigent.simulator.ground.Ground;

/**
 * Where and when helicopters of one run fly: straight, by the pace of the live service, in weather
 * that comes and goes.
 */
final class Sky {
  private final @Nullable Air air;
  private final Ground ground;

  /** In the air alone: what it does on the ground is told apart. */
  private final CrowFlyTravelTimes flight =
      new CrowFlyTravelTimes(CrowFlyParameters.defaults().withHelicopterGround(Duration.ZERO));

  private final RandomGenerator chance;
  private final long startMillis;

  /** Which zones lie so far from every station by road that a helicopter is sent. */
  private final boolean[] far;

  private boolean flyable;
  private long changes;

  Sky(TrialWorld world, Calls calls) {
    this.air = world.chain().air();
    this.ground = world.ground();
    this.chance = calls.chance("chain.weather").of(0);
    this.flyable = air == null || chance.nextDouble() >= air.notFlyable();
    this.changes = air == null || air.notFlyable() == 0 ? Long.MAX_VALUE : spell();
    this.startMillis = air == null ? 0 : air.start().toMillis();
    this.far = new boolean[air == null ? 0 : ground.zones()];
    for (int zone = 0; zone < far.length; zone++) {
      far[zone] = isFar(zone, world.stations(), air);
    }
  }

  private boolean isFar(int zone, int stations, @Nullable Air by) {
    int least = Integer.MAX_VALUE;
    for (int base = 0; base < stations; base++) {
      least = Math.min(least, ground.millis(ground.node(ground.base(base)), zone, true));
    }
    return by != null && least > by.beyond().toMillis();
  }

  /** How long the weather that is now lasts. */
  private long spell() {
    if (air == null) {
      return Long.MAX_VALUE;
    }
    double bad = air.spell().toMillis();
    double mean = flyable ? bad * (1 - air.notFlyable()) / air.notFlyable() : bad;
    return 1 + Math.round(Draws.exponential(chance, mean));
  }

  static boolean isAir(TrialUnit unit) {
    return unit.kind() == UnitKind.HELICOPTER;
  }

  /** Whether the weather lets anybody fly; asked for moments that never go back. */
  boolean isFlyable(long now) {
    while (changes <= now) {
      flyable = !flyable;
      changes += spell();
    }
    return flyable;
  }

  /** Whether a helicopter is sent to a zone now. */
  boolean reaches(int zone, long now) {
    return far.length > 0 && far[zone] && isFlyable(now);
  }

  /** From being sent until it flies, for one that stands at its base. */
  long startMillis() {
    return startMillis;
  }

  /** The same for one that stands anywhere else, with its crew at it. */
  static long takeOffMillis() {
    return CrowFlyParameters.HELICOPTER_TAKE_OFF.toMillis();
  }

  /** A flight of so many milliseconds and until the crew is there; who is there does not fly. */
  static long landed(long flightMillis) {
    return flightMillis == 0 ? 0 : flightMillis + CrowFlyParameters.HELICOPTER_LANDING.toMillis();
  }

  /** Milliseconds from a node to a goal, in the air and to land. */
  long millis(int node, int goal) {
    return landed(flightMillis(node, goal));
  }

  /** Milliseconds in the air from a node to a goal. */
  long flightMillis(int node, int goal) {
    return flight
        .between(
            ground.position(node),
            ground.position(ground.node(goal)),
            TravelMode.AIR,
            Urgency.LIGHTS_AND_SIRENS,
            Instant.EPOCH)
        .median()
        .toMillis();
  }
}
