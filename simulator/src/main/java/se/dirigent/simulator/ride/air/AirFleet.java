package se.dirigent.simulator.ride.air;

import java.util.random.RandomGenerator;
import se.dirigent.simulator.chance.Draws;
import se.dirigent.simulator.chance.Streams;

/**
 * The national fleet of ambulance aeroplanes, as one region meets it: aircraft that other regions'
 * missions bind, an airfield that weather closes, and a slot for each request. First come, first
 * served. One for each run; not for use by several threads. Moments in milliseconds.
 */
public final class AirFleet {
  /**
   * What the fleet is like. Six PC-24 and 3 800 missions with 6 175 flight hours in 2023: Svenskt
   * Ambulansflyg. All else is assumed.
   *
   * @param aircraft manned by day
   * @param aircraftAtNight manned from 22 to 6 [assumption]
   * @param missionsYear of the whole country
   * @param ownShare part of them that are the region's own
   * @param boundHours of a mission: 1.6 in the air and two on the ground [assumption], mean
   * @param toUsHours from a base to the region's airfield [assumption]
   * @param openHours weather is fit for flight so long, mean [assumption]
   * @param closedHours and unfit so long, mean [assumption]
   * @param waitHoursMax who must be there within hours goes by road rather than wait longer
   *     [assumption]
   */
  public record Terms(
      int aircraft,
      int aircraftAtNight,
      int missionsYear,
      double ownShare,
      double boundHours,
      double toUsHours,
      double openHours,
      double closedHours,
      double waitHoursMax) {
    /** As far as it is known. */
    public static Terms usual() {
      return new Terms(6, 3, 3_800, 0.06, 3.6, 1, 75, 5, 6);
    }
  }

  private static final double HOUR = 3_600_000;
  private static final double YEAR_DAYS = 365;
  private static final int DAY_BEGINS = 6;
  private static final int DAY_ENDS = 22;

  private final Terms terms;
  private final RandomGenerator others;
  private final double[] freeAt;
  private final Weather weather;
  private double nextOther;

  /**
   * The fleet of a run.
   *
   * @param days that its weather is drawn for
   */
  public AirFleet(Terms terms, Streams streams, int days) {
    this.terms = terms;
    this.others = streams.of("ride.air.others");
    this.freeAt = new double[terms.aircraft()];
    this.nextOther = gap();
    this.weather =
        new Weather(terms.openHours(), terms.closedHours(), streams.of("ride.air.weather"), days);
  }

  /** The latest take-off that who must be there within hours waits for. */
  public long patience(long earliest) {
    return earliest + (long) (terms.waitHoursMax() * HOUR);
  }

  /** No flight in time. */
  public static final long NONE = -1;

  /**
   * Gives a request its take-off.
   *
   * @param now when it is asked
   * @param earliest when the patient can be at the aircraft
   * @param urgent whether it flies by night and gives up after {@link Terms#waitHoursMax}
   * @param boundHours that it takes an aircraft, from its base and back
   * @return the take-off, or {@link #NONE}
   */
  public long slot(long now, long earliest, boolean urgent, double boundHours) {
    letOthersFly(now);
    int aircraft = next(Math.max(now, earliest - terms.toUsHours() * HOUR));
    double from = Math.max(now, freeAt[aircraft]) + terms.toUsHours() * HOUR;
    double take = fit(Math.max(from, earliest), urgent);
    if (urgent && take > earliest + terms.waitHoursMax() * HOUR) {
      return NONE;
    }
    freeAt[aircraft] = take + (boundHours - terms.toUsHours()) * HOUR;
    return (long) take;
  }

  /** When it can take off at or after a moment: by day unless it is urgent, and in fit weather. */
  private double fit(double at, boolean urgent) {
    double fit = at;
    // Weather that closes the day's last hour puts it off to the morning, which may be closed too.
    for (int i = 0; i < 100; i++) {
      double day = urgent ? fit : byDay(fit);
      double open = weather.whenOpen(day);
      if (open == fit) {
        return fit;
      }
      fit = open;
    }
    return fit;
  }

  private static double byDay(double at) {
    double inDay = at % (24 * HOUR);
    double midnight = at - inDay;
    if (inDay < DAY_BEGINS * HOUR) {
      return midnight + DAY_BEGINS * HOUR;
    }
    return inDay < DAY_ENDS * HOUR ? at : midnight + (24 + DAY_BEGINS) * HOUR;
  }

  private void letOthersFly(long now) {
    while (nextOther <= now) {
      int aircraft = next(nextOther);
      double begin = Math.max(nextOther, freeAt[aircraft]);
      freeAt[aircraft] = begin + Draws.exponential(others, terms.boundHours() * HOUR);
      nextOther += gap();
    }
  }

  /** The aircraft that is free first, of those manned then. */
  private int next(double at) {
    int hour = (int) (at / HOUR % 24);
    boolean day = hour >= DAY_BEGINS && hour < DAY_ENDS;
    int manned = day ? terms.aircraft() : terms.aircraftAtNight();
    int best = 0;
    for (int i = 1; i < manned; i++) {
      best = freeAt[i] < freeAt[best] ? i : best;
    }
    return best;
  }

  private double gap() {
    double perDay = terms.missionsYear() * (1 - terms.ownShare()) / YEAR_DAYS;
    return Draws.exponential(others, 24 * HOUR / perDay);
  }
}
