package se.dirigent.simulator.ward;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.random.RandomGenerator;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.Needs.Care;
import se.dirigent.core.transport.mode.Needs.Escort;
import se.dirigent.core.transport.mode.Needs.Infection;
import se.dirigent.core.transport.mode.Needs.Posture;
import se.dirigent.core.transport.mode.Urgency;
import se.dirigent.simulator.chance.Draws;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.ward.Wish.Trip;

/**
 * The endless sequence of a region's orders: a Poisson process whose rate follows the wards' day,
 * by thinning (Lewis and Shedler 1979). Every share is an [assumption]. Not safe for use by several
 * threads.
 */
public final class WardDemand {
  /** A treatment that the same patient comes to again and again. */
  public static final String DIALYSIS = "Dialys";

  private static final List<Trip> TRIPS =
      List.of(
          Trip.WARD_TO_HOME,
          Trip.HOME_TO_WARD,
          Trip.WARD_TO_WARD,
          Trip.WARD_TO_OTHER_REGION,
          Trip.OTHER_REGION_TO_HOME);

  /** Who cannot wait is ready as soon as somebody comes [assumption]. */
  private static final Duration AT_ONCE = Duration.ofMinutes(10);

  private static final double SAME_DAY_SHARE = 0.7;
  private static final double INFECTION_SHARE = 0.06;
  private static final double ESCORT_SHARE = 0.04;
  private static final double COMPANION_SHARE = 0.1;
  private static final double OXYGEN_SHARE = 0.12;
  private static final double UPSTAIRS_SHARE = 0.15;

  private final WardProfile profile;
  private final WardMix mix;
  private final RandomGenerator time;
  private final RandomGenerator what;
  private final double highest;
  private Instant clock;
  private long number;

  /**
   * The orders after an instant.
   *
   * @param mix who they are for
   * @param streams where chance comes from; purposes {@code ward.*}
   */
  public WardDemand(WardProfile profile, WardMix mix, Streams streams, Instant from) {
    this.profile = profile;
    this.mix = mix;
    this.highest = profile.perHourMost();
    this.time = streams.of("ward.time");
    this.what = streams.of("ward.what");
    this.clock = from;
  }

  /** The next order. They come in the order of their times. */
  public Wish next() {
    clock = nextOrder();
    Trip trip = TRIPS.get(pick(mix.trips()));
    boolean far = trip == Trip.WARD_TO_OTHER_REGION;
    int need = pick(far || trip == Trip.OTHER_REGION_TO_HOME ? mix.outside() : mix.inside());
    Care care = care(need);
    boolean home = trip == Trip.WARD_TO_HOME || trip == Trip.HOME_TO_WARD;
    boolean upstairs = home && need >= 1 && what.nextDouble() < UPSTAIRS_SHARE;
    Instant ready = readyAt(clock);
    int place = what.nextInt(1_000);
    Needs needs = needs(need, care, upstairs);
    Urgency urgency = far && care.compareTo(Care.SKILLED) >= 0 ? urgency() : Urgency.PLANNED;
    return new Wish(
        ++number,
        clock,
        trip,
        urgency == Urgency.IMMEDIATE ? clock.plus(AT_ONCE) : ready,
        place,
        needs,
        urgency,
        reason(trip),
        upstairs);
  }

  /** Of who is on the way to care elsewhere. */
  private Urgency urgency() {
    double drawn = mix.withinHours() == 1 ? 0 : what.nextDouble();
    if (drawn < mix.withinHours() * mix.atOnce()) {
      return Urgency.IMMEDIATE;
    }
    return drawn < mix.withinHours() ? Urgency.HOURS : Urgency.DAYS;
  }

  private Instant nextOrder() {
    Instant at = clock;
    // Every hour has a share above zero, so the loop ends; the bound catches a broken profile.
    for (int i = 0; i < 1_000_000; i++) {
      double hours = Draws.exponential(time, 1 / highest);
      at = at.plus(Duration.ofNanos(Math.round(hours * 3_600e9)));
      if (time.nextDouble() * highest <= profile.perHour(at)) {
        return at;
      }
    }
    throw new IllegalStateException("hours are " + profile + "; no hour has any share");
  }

  /** In 40 minutes to six hours, or tomorrow between seven and three; whole five minutes. */
  private Instant readyAt(Instant orderedAt) {
    boolean today = what.nextDouble() < SAME_DAY_SHARE;
    ZonedDateTime local = orderedAt.atZone(profile.zone());
    ZonedDateTime ready =
        today
            ? local.plusMinutes(40 + what.nextInt(320))
            : local
                .toLocalDate()
                .plusDays(1)
                .atTime(7, 0)
                .atZone(profile.zone())
                .plusMinutes(what.nextInt(480));
    return ready.withSecond(0).withNano(0).minusMinutes(ready.getMinute() % 5).toInstant();
  }

  private static Care care(int need) {
    return switch (need) {
      case 3 -> Care.LIGHT;
      case 4 -> Care.SKILLED;
      case 5 -> Care.INTENSIVE;
      default -> Care.NONE;
    };
  }

  private Needs needs(int need, Care care, boolean upstairs) {
    boolean cared = care != Care.NONE;
    boolean skilled = care.compareTo(Care.SKILLED) >= 0;
    return new Needs(
        need == 0 ? Posture.SITS : need == 1 ? Posture.WHEELCHAIR : Posture.LIES,
        upstairs,
        care,
        cared && what.nextDouble() < OXYGEN_SHARE ? 2 : 0,
        skilled,
        false,
        skilled && what.nextBoolean(),
        false,
        false,
        null,
        cared && what.nextDouble() < INFECTION_SHARE ? Infection.CONTACT : Infection.NONE,
        false,
        what.nextDouble() < COMPANION_SHARE ? 1 : 0,
        skilled && what.nextDouble() < ESCORT_SHARE ? Escort.NURSE : Escort.NONE,
        "");
  }

  private String reason(Trip trip) {
    List<String> reasons =
        switch (trip) {
          case WARD_TO_HOME, OTHER_REGION_TO_HOME -> List.of("Utskriven", "Hem efter ingrepp");
          case HOME_TO_WARD -> List.of(DIALYSIS, "Återbesök", "Röntgen", "Inläggning");
          case WARD_TO_WARD -> List.of("Fortsatt vård", "Undersökning", "Rehabilitering");
          case WARD_TO_OTHER_REGION -> List.of("Kranskärlsröntgen", "Operation", "Specialistvård");
        };
    return reasons.get(what.nextInt(reasons.size()));
  }

  private int pick(List<Double> shares) {
    double left = what.nextDouble();
    for (int i = 0; i < shares.size() - 1; i++) {
      left -= shares.get(i);
      if (left < 0) {
        return i;
      }
    }
    return shares.size() - 1;
  }
}
