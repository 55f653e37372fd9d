package se.dirigent.server.picture;

import java.util.List;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.road.Obstacle;
import se.dirigent.server.journal.Entry;

/**
 * What has changed between two moments: the entries, and the whole new state of everything they are
 * about. A reader that fell behind gets one change for all it missed, so that nobody is kept
 * waiting for the slow.
 *
 * @param from sequence number the reader had
 * @param seq sequence number it has after this
 * @param entries the latest of those between; the oldest are left out when there are many
 */
public record Change(
    long from,
    long seq,
    List<Entry> entries,
    List<Incident> incidents,
    List<Unit> units,
    List<Assignment> assignments,
    List<Alarm> alarms,
    List<Obstacle> obstacles) {}
