package se.dirigent.server.film;

import java.time.Instant;
import java.util.List;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.road.Obstacle;

/**
 * Everything that went on in a region at a moment of the past, in the live picture's own shape.
 *
 * @param seq journal sequence of the last entry that is in it
 * @param now the moment
 * @param incidents all that were not closed, and closed ones that an alarm was about
 * @param assignments of those incidents
 * @param positions the last of each unit, none that was older than half an hour then
 * @param obstacles that stood on the region's roads
 * @param alarms all that stood
 */
record PastPicture(
    long seq,
    Instant now,
    double speed,
    List<Incident> incidents,
    List<Unit> units,
    List<Assignment> assignments,
    List<PositionReport> positions,
    List<Obstacle> obstacles,
    List<Alarm> alarms) {}
