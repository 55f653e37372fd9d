package se.dirigent.routing.drive;

import java.time.Instant;
import java.time.ZoneId;
import se.dirigent.routing.travel.Urgency;

/**
 * What decides the time of every road at once.
 *
 * @param urgency with or without lights and siren
 * @param traffic how busy the roads are
 * @param season bare or winter roads
 */
public record Conditions(Urgency urgency, Traffic traffic, Season season) {
  /** The conditions of a journey that begins at a moment. */
  public static Conditions of(Urgency urgency, Instant at, ZoneId zone) {
    return new Conditions(urgency, Traffic.of(at, zone), Season.of(at, zone));
  }
}
