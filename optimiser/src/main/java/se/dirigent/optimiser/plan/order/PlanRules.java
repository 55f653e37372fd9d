package se.dirigent.optimiser.plan.order;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.transport.Booking;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.mode.Mode;

/**
 * What a region has settled about planning its care transports.
 *
 * @param source where the figures are from
 * @param date as of when
 * @param synthetic whether they are assumed
 * @param horizonHours rides to be picked up within this are planned; later ones wait
 * @param ridesMax most rides planned at once, the first to be picked up first
 * @param freezeMinutes so long before its pick-up a ride is locked
 * @param lateMinutes a ride that nobody can take in its window may be taken this long from now
 * @param tellMinutes times that move by less are not told anew
 * @param overtimeMinutes longest that a crew with rides it cannot be rid of works past its shift
 * @param staleHours a ride whose window ended so long ago is left to people
 * @param detour length of a way by road over the straight line, for ways not asked for yet
 * @param bariatricKg patients heavier than this need a vehicle for them
 * @param mealMinutes length of a crew's meal break
 * @param unservedKronor what leaving out a ride that cannot be bought is held to cost
 * @param delay what delays are held to cost
 * @param bought modes that are bought per trip when no own vehicle takes them cheaper
 * @param booking how rides are booked of others
 * @param kinds of units that take planned rides
 */
public record PlanRules(
    String source,
    String date,
    boolean synthetic,
    int horizonHours,
    int ridesMax,
    int freezeMinutes,
    int lateMinutes,
    int tellMinutes,
    int overtimeMinutes,
    int staleHours,
    double detour,
    int bariatricKg,
    Service service,
    RideTime ride,
    int mealMinutes,
    Better better,
    int unservedKronor,
    Delay delay,
    List<Mode> bought,
    Booked booking,
    List<Kind> kinds) {
  public PlanRules {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(ride, "ride");
    Objects.requireNonNull(better, "better");
    Objects.requireNonNull(delay, "delay");
    Objects.requireNonNull(booking, "booking");
    bought = List.copyOf(bought);
    kinds = List.copyOf(kinds);
    requirePositive("horizonHours", horizonHours);
    requirePositive("ridesMax", ridesMax);
    requirePositive("unservedKronor", unservedKronor);
    requirePositive("freezeMinutes", freezeMinutes + 1);
    requirePositive("mealMinutes", mealMinutes + 1);
    requirePositive("lateMinutes", lateMinutes);
    requirePositive("tellMinutes", tellMinutes);
    requirePositive("overtimeMinutes", overtimeMinutes + 1);
    requirePositive("staleHours", staleHours);
    requirePositive("bariatricKg", bariatricKg);
    if (!(detour >= 1)) {
      throw new IllegalArgumentException("detour is " + detour + "; give 1 or more");
    }
    Map<UnitKind, Kind> seen = new EnumMap<>(UnitKind.class);
    for (Kind kind : kinds) {
      if (seen.put(kind.kind(), kind) != null) {
        throw new IllegalArgumentException("two lines for " + kind.kind() + "; keep one");
      }
    }
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + "; give more");
    }
  }

  /**
   * How long a vehicle stands at a door, in minutes.
   *
   * @param floorMinutes more for each floor with a lift
   * @param stairsFloorMinutes more for each floor where the patient is carried
   * @param cleaningMinutes more after a patient with an infection
   */
  public record Service(
      int pickupMinutes,
      int deliveryMinutes,
      int floorMinutes,
      int stairsFloorMinutes,
      int cleaningMinutes) {
    public Service {
      if (Math.min(Math.min(pickupMinutes, deliveryMinutes), Math.min(floorMinutes, 0)) < 0
          || stairsFloorMinutes < 0
          || cleaningMinutes < 0) {
        throw new IllegalArgumentException("a service time is below zero; give 0 or more");
      }
    }
  }

  /**
   * How long a patient may be on board: the straight way times {@code factor} or with {@code
   * extraMinutes} on it, whichever is more.
   */
  public record RideTime(double factor, int extraMinutes) {
    public RideTime {
      if (!(factor >= 1) || extraMinutes < 0) {
        throw new IllegalArgumentException(
            "factor " + factor + ", extraMinutes " + extraMinutes + "; give from 1 and from 0");
      }
    }

    /** Longest time on board, in seconds. */
    public double most(double straightSeconds) {
      return Math.max(straightSeconds * factor, straightSeconds + 60.0 * extraMinutes);
    }
  }

  /**
   * When a better plan is worth moving rides for.
   *
   * @param percent it must cost less by, when it serves no more
   * @param seconds of search before it is looked at
   */
  public record Better(double percent, double seconds) {
    public Better {
      if (!(percent >= 0) || !(seconds > 0 && seconds <= 60)) {
        throw new IllegalArgumentException(
            "percent " + percent + ", seconds " + seconds + "; give from 0 and up to 60");
      }
    }
  }

  /**
   * What delays past the promised window are held to cost, so that they are shared fairly. The
   * price of somebody's delays in all is their square: one delayed for an hour costs as much as
   * four for half an hour. What was suffered before counts in the same square, so a further delay
   * costs more the more there has been, and it is not always the same who waits. Squares, because a
   * fair share is the one with the least sum of squares; the rate is an assumption of the region's.
   *
   * @param kronorPerHourSquared of an hour's delay
   * @param rememberDays so long what was suffered counts
   */
  public record Delay(int kronorPerHourSquared, int rememberDays) {
    /** More is no longer a delay: somebody has done something else. */
    private static final double MINUTES_MAX = 12 * 60;

    public Delay {
      if (kronorPerHourSquared < 0 || rememberDays < 1) {
        throw new IllegalArgumentException(
            "kronorPerHourSquared %d, rememberDays %d; give from 0 and from 1"
                .formatted(kronorPerHourSquared, rememberDays));
      }
    }

    /** What a delay adds to what was suffered before, in kronor; both in minutes. */
    public double kronor(double late, double suffered) {
      double added = Math.clamp(late, 0, MINUTES_MAX) / 60;
      double before = Math.clamp(suffered, 0, MINUTES_MAX) / 60;
      return kronorPerHourSquared * added * (added + 2 * before);
    }
  }

  /**
   * A driver's pause after a stretch of driving.
   *
   * @param afterMinutes longest stretch without it
   * @param minutes its length
   * @param source the rule
   */
  public record Pause(int afterMinutes, int minutes, String source) {
    public Pause {
      if (afterMinutes < 1 || minutes < 1) {
        throw new IllegalArgumentException(
            "afterMinutes " + afterMinutes + ", minutes " + minutes + "; give 1 or more");
      }
    }
  }

  /**
   * How rides are booked of others.
   *
   * @param carrier who takes the modes that are bought
   * @param minutesBefore so long before its pick-up a ride that is bought is asked of the carrier
   * @param legsOutside whether a ride from an aeroplane that lands in another region is asked of
   *     that region, whose ambulances are there; otherwise an own one drives to meet it
   * @param returns whether rides to and from other regions are shared with those that say so too:
   *     one whose vehicle is on its way home may take the other's patient along
   */
  public record Booked(String carrier, int minutesBefore, boolean legsOutside, boolean returns) {
    public Booked {
      if (carrier.isBlank() || minutesBefore < 1) {
        throw new IllegalArgumentException(
            "carrier '" + carrier + "', minutesBefore " + minutesBefore + "; give a name and more");
      }
    }
  }

  /**
   * Rest that a driver must have had within the 24 hours before any moment at work, taken
   * undivided: whoever has begun works at most what is left of the 24 hours.
   *
   * @param source the rule
   */
  public record DailyRest(int hours, String source) {
    public DailyRest {
      if (hours < 1 || hours > 23) {
        throw new IllegalArgumentException("hours of rest is " + hours + "; give 1 to 23");
      }
    }

    /** Longest from the beginning of a shift to its end, overtime included. */
    public Duration work() {
      return Duration.ofHours(24).minusHours(hours);
    }
  }

  /**
   * A kind of unit.
   *
   * @param modes it may carry out
   * @param seats for who sits, companions and escorts
   * @param perKmKronor what a kilometre costs
   * @param perHourKronor what an hour on the road costs, the want of the unit elsewhere included
   * @param staysInCounty whether it may not take anybody over the county's border
   * @param drivingHoursMax most at the wheel in a shift, or null where nothing but it limits
   * @param drivingSource the rule
   * @param pause of its drivers, or null where nothing but the meal is settled
   * @param rest of its drivers each day and night, or null where nothing but the roster settles it
   */
  public record Kind(
      UnitKind kind,
      List<Mode> modes,
      int seats,
      int wheelchairs,
      int stretchers,
      int perKmKronor,
      int perHourKronor,
      boolean staysInCounty,
      @Nullable Integer drivingHoursMax,
      String drivingSource,
      @Nullable Pause pause,
      @Nullable DailyRest rest) {
    public Kind {
      Objects.requireNonNull(kind, "kind");
      modes = List.copyOf(modes);
      if (seats < 0 || wheelchairs < 0 || stretchers < 0) {
        throw new IllegalArgumentException(kind + " has places below zero; give 0 or more");
      }
      if (perKmKronor < 0 || perHourKronor < 0) {
        throw new IllegalArgumentException(kind + " earns by driving; give 0 kronor or more");
      }
    }

    /** What a way costs, in kronor. */
    public double kronor(double metres, double seconds) {
      return perKmKronor * metres / 1000 + perHourKronor * seconds / 3600;
    }
  }

  /** The kind's line, or null when units of the kind take no planned rides. */
  public @Nullable Kind kind(UnitKind kind) {
    return kinds.stream().filter(k -> k.kind() == kind).findAny().orElse(null);
  }

  /**
   * Whether a ride that no own vehicle takes cheaper is bought: unless its carrier said no, or it
   * is driven for another region, which buys it itself.
   */
  public boolean mayBuy(Transport t) {
    if (t.onBehalf() != null) {
      return false;
    }
    Booking booking = t.booking();
    boolean declined = booking != null && booking.state() == Booking.State.DECLINED;
    return bought.contains(t.choice().mode()) && !declined;
  }

  /** How far ahead rides are planned. */
  public Duration horizon() {
    return Duration.ofHours(horizonHours);
  }
}
