package se.dirigent.simulator.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.dirigent.routing.drive.DriveParameters;
import se.dirigent.routing.drive.Season;
import se.dirigent.simulator.chain.Event;
import se.dirigent.simulator.chain.Travel;
import se.dirigent.simulator.chance.Draws;
import se.dirigent.simulator.chance.Streams;

/** How one run's roads are just now, and how far each drive is from what was reckoned with. */
final class Roads {
  static final int TO_CALL = 0;
  static final int WITH_PATIENT = 1;
  static final int DOCTOR = 2;

  /** Standard normal quantile of 0.9. */
  private static final double Z90 = 1.2815515655446004;

  private static final long DAY_MILLIS = 86_400_000;

  private final TrialWorld world;
  private final Calls calls;
  private final Streams.Each luck;
  private final double deviation;
  private final @Nullable LocalDate begins;
  private boolean usual;
  private final double winterDelay = DriveParameters.defaults().winterDelay();
  private final List<Event.SlowerRoads> slower = new ArrayList<>();
  private final List<Event.Convoys> convoys = new ArrayList<>();

  Roads(TrialWorld world, Calls calls) {
    this.world = world;
    this.calls = calls;
    this.luck = calls.chance("chain.drive");
    Travel travel = world.chain().travel();
    this.deviation = travel == null ? 0 : StrictMath.log1p(travel.spread()) / Z90;
    this.begins = travel == null ? null : travel.begins();
    this.usual = begins == null;
  }

  /** Whether drives take what they usually take, everywhere. */
  boolean areUsual() {
    return usual;
  }

  private void look() {
    usual = begins == null && slower.isEmpty() && convoys.isEmpty();
  }

  void begin(Event.SlowerRoads event) {
    slower.add(event);
    look();
  }

  void end(Event.SlowerRoads event) {
    slower.remove(event);
    look();
  }

  void begin(Event.Convoys event) {
    convoys.add(event);
    look();
  }

  void end(Event.Convoys event) {
    convoys.remove(event);
    look();
  }

  /**
   * How many times as long as usual drives take, which everybody reckons with.
   *
   * @param zone of the call it is for; −1 for none
   */
  double pace(int zone, long now) {
    if (usual) {
      return 1;
    }
    double pace = begins == null ? 1 : season(begins.plusDays(now / DAY_MILLIS));
    for (Event.SlowerRoads event : slower) {
      pace *= concerns(event.areas(), zone) ? event.factor() : 1;
    }
    return pace;
  }

  private double season(LocalDate day) {
    Instant noon = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    return Season.of(noon, ZoneOffset.UTC) == Season.WINTER ? winterDelay : 1;
  }

  /** How many times as long as reckoned with a call's drive takes. */
  double luck(int number, int leg) {
    if (deviation == 0) {
      return 1;
    }
    RandomGenerator chance = luck.of(4L * calls.key(number) + leg);
    return StrictMath.exp(deviation * Draws.normal(chance));
  }

  /** Milliseconds until the next convoy to a zone leaves; 0 where one drives alone. */
  long convoy(int zone, long now) {
    long wait = 0;
    for (Event.Convoys event : convoys) {
      if (concerns(event.areas(), zone)) {
        long since = (now - event.span().from().toMillis()) % event.every().toMillis();
        wait = Math.max(wait, since == 0 ? 0 : event.every().toMillis() - since);
      }
    }
    return wait;
  }

  private boolean concerns(List<String> areas, int zone) {
    return areas.isEmpty()
        || zone >= 0 && areas.contains(world.areas().names().get(world.areas().ofZone().get(zone)));
  }
}
