package se.dirigent.server.transport;

import java.time.Instant;
import java.util.List;
import se.dirigent.core.geo.Position;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Request;
import se.dirigent.core.transport.Transport.Reception;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.Transport.RideTimes;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.mode.Mode;

/**
 * What a crew reads of the care transports its unit takes.
 *
 * @param now the service's time
 * @param rides those of the next day and night, or the next one if that is later; the first to be
 *     picked up first
 */
record CrewRides(Instant now, List<CrewRide> rides) {
  CrewRides {
    rides = List.copyOf(rides);
  }

  /**
   * A ride. What it costs and what else was advised is nothing for its crew.
   *
   * @param patient a reference; who it is is read by itself, which is logged
   * @param careUnit the ward that ordered
   * @param reception whether the receiver has answered; arrival never waits for it
   * @param from where the patient is fetched
   * @param to where the patient is left
   */
  record CrewRide(
      TransportId id,
      PatientId patient,
      String careUnit,
      Ride ride,
      Reception reception,
      RideTimes times,
      Planned planned,
      Mode mode,
      Request request,
      Door from,
      Door to) {}

  /**
   * Where a ride begins or ends; the floor and the lift stand in the request.
   *
   * @param place name of the facility, or a home's address
   * @param department of a facility; empty for a home
   */
  record Door(String place, String department, Position position) {}
}
