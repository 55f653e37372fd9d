package se.dirigent.simulator.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.routing.travel.CrowFlyParameters;
import se.dirigent.routing.travel.CrowFlyTravelTimes;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.simulator.chain.Air;
import se.dirigent.simulator.chain.Travel;
import se.dirigent.simulator.ground.Daylight;
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

  /** Weather that nobody flies in, and weather that nobody flies in in the dark; null for none. */
  private final @Nullable Spells bad;

  private final @Nullable Spells dim;

  private final Daylight light;
  private final long startMillis;

  /** Which zones lie so far from every station by road that a helicopter is sent. */
  private final boolean[] far;

  Sky(TrialWorld world, Calls calls) {
    this.air = world.chain().air();
    this.ground = world.ground();
    this.bad = air == null ? null : spells(air.notFlyable(), air, calls, "chain.weather");
    this.dim = air == null ? null : spells(air.darkOnly(), air, calls, "chain.weather.dark");
    this.light = new Daylight(begins(world));
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

  private static Spells spells(double share, Air by, Calls calls, String purpose) {
    return new Spells(share, by.spell(), calls.chance(purpose).of(0));
  }

  /** The day that the first midnight begins, by what the scenario says of roads or of calls. */
  private static @Nullable LocalDate begins(TrialWorld world) {
    Travel travel = world.chain().travel();
    LocalDate roads = travel == null ? null : travel.begins();
    return roads == null ? world.model().rhythm().year().begins() : roads;
  }

  static boolean isAir(TrialUnit unit) {
    return unit.kind() == UnitKind.HELICOPTER;
  }

  /** Whether the weather lets anybody fly to a zone; asked for moments that never go back. */
  boolean isFlyable(int zone, long now) {
    boolean byDay = bad == null || !bad.isOn(now);
    boolean inTheDark = dim == null || !dim.isOn(now);
    return byDay && (inTheDark || !light.isDark(now, ground.position(ground.node(zone))));
  }

  /** Whether a helicopter is sent to a zone now. */
  boolean reaches(int zone, long now) {
    return far.length > 0 && far[zone] && isFlyable(zone, now);
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
