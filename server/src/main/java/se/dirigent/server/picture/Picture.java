package se.dirigent.server.picture;

import java.time.Instant;
import java.util.List;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.road.Obstacle;

/**
 * Everything that goes on in a region at one moment.
 *
 * @param seq sequence number of the last journal entry that is in it
 * @param speed how many seconds the service's clock goes in one; 1 except in the demo
 * @param incidents all that are not closed, and closed ones that an alarm is about
 * @param assignments open ones, and ended ones of incidents that are not closed
 * @param obstacles that stand on the region's roads
 * @param alarms all that stand
 */
public record Picture(
    long seq,
    Instant now,
    double speed,
    List<Incident> incidents,
    List<Unit> units,
    List<Assignment> assignments,
    List<Alarm> alarms,
    List<PositionReport> positions,
    List<Obstacle> obstacles) {}
