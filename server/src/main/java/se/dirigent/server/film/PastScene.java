package se.dirigent.server.film;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.dirigent.core.Event;
import se.dirigent.core.Stamp;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.alarm.AlarmEvent;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.alarm.Alarms;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.AssignmentEvent;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.dispatch.Scene;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitEvent;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentEvent;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Phase;
import se.dirigent.core.road.Obstacle;
import se.dirigent.core.road.ObstacleId;
import se.dirigent.core.road.Obstacles;
import se.dirigent.core.road.RoadEvent;
import se.dirigent.server.journal.Entry;
import se.dirigent.server.journal.Journal;

/**
 * A region's things at one entry of its journal, going forward. It holds what is open; a closed
 * incident that the journal comes back to is folded from its own entries. Not thread-safe.
 */
final class PastScene {
  private final Journal journal;
  private final RegionCode region;
  private final Map<ObstacleId, Obstacle> obstacles = new HashMap<>();
  private final Map<AlarmId, Alarm> alarms = new HashMap<>();
  private Scene scene = new Scene();
  private long seq;

  PastScene(Journal journal, RegionCode region, Kept kept) {
    this.journal = journal;
    this.region = region;
    this.seq = kept.seq();
    kept.incidents().forEach(scene::put);
    kept.units().forEach(scene::put);
    kept.assignments().forEach(scene::put);
    kept.obstacles().forEach(o -> obstacles.put(o.id(), o));
    kept.alarms().forEach(a -> alarms.put(a.id(), a));
  }

  /**
   * What is kept of a moment: whatever an entry after it can need, but for what is closed and no
   * alarm is about, and for alarms that have ended.
   */
  record Kept(
      long seq,
      List<Incident> incidents,
      List<Unit> units,
      List<Assignment> assignments,
      List<Obstacle> obstacles,
      List<Alarm> alarms) {
    static final Kept NOTHING = new Kept(0, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  long seq() {
    return seq;
  }

  /** Goes one entry forward. */
  void apply(Entry entry) {
    Event event = journal.eventOf(entry);
    Stamp stamp = new Stamp(entry.actor(), entry.at());
    // Other rooms' events change nothing that the film shows.
    boolean shown =
        event instanceof IncidentEvent
            || event instanceof UnitEvent
            || event instanceof AssignmentEvent;
    if (shown) {
      bringBack(event, entry);
      scene.apply(event, stamp);
    }
    if (event instanceof RoadEvent e) {
      obstacles.compute(e.obstacle(), (_, before) -> Obstacles.fold(before, e, stamp));
    }
    if (event instanceof AlarmEvent e) {
      bringBack(e.alarm(), entry);
      bringBack(event, entry);
      alarms.compute(e.alarm(), (_, before) -> Alarms.fold(before, e, stamp));
    }
    seq = entry.seq();
  }

  /** An alarm that has been before counts how often. */
  private void bringBack(AlarmId alarm, Entry entry) {
    if (alarms.containsKey(alarm)) {
      return;
    }
    for (Entry before : entriesBefore(alarm, entry.seq())) {
      if (journal.eventOf(before) instanceof AlarmEvent own && own.alarm().equals(alarm)) {
        Stamp stamp = new Stamp(before.actor(), before.at());
        alarms.compute(alarm, (_, known) -> Alarms.fold(known, own, stamp));
      }
    }
  }

  private List<Entry> entriesBefore(AlarmId alarm, long before) {
    IncidentId incident = alarm.incident();
    return incident == null
        ? journal.listAlarmsOfUnitBefore(region, alarm.subject(), before)
        : journal.listOfIncidentBefore(region, incident.toString(), before);
  }

  private void bringBack(Event event, Entry entry) {
    String incident = entry.incident();
    boolean begins =
        event instanceof IncidentEvent.IncidentOpened
            || event instanceof IncidentEvent.PaperCaseOpened;
    if (incident == null || begins || scene.find(IncidentId.parse(incident)) != null) {
      return;
    }
    for (Entry before : journal.listOfIncidentBefore(region, incident, entry.seq())) {
      Event own = journal.eventOf(before);
      if (own instanceof IncidentEvent || own instanceof AssignmentEvent) {
        scene.apply(own, new Stamp(before.actor(), before.at()));
      }
    }
  }

  /** The step that the entry was. */
  FilmPiece.Step step(Entry entry) {
    return new FilmPiece.Step(
        entry,
        entry.incident() == null ? null : scene.find(IncidentId.parse(entry.incident())),
        entry.unit() == null ? null : scene.find(new UnitId(entry.unit())),
        assignments(entry),
        journal.eventOf(entry) instanceof RoadEvent e ? obstacles.get(e.obstacle()) : null,
        journal.eventOf(entry) instanceof AlarmEvent e ? alarms.get(e.alarm()) : null);
  }

  private List<Assignment> assignments(Entry entry) {
    if (entry.type().equals(IncidentEvent.IncidentReopened.class.getSimpleName())) {
      return scene.assignments().stream()
          .filter(a -> a.incident().toString().equals(entry.incident()))
          .toList();
    }
    String id = entry.assignment();
    Assignment one = id == null ? null : scene.find(AssignmentId.parse(id));
    return one == null ? List.of() : List.of(one);
  }

  /** What is open now, and nothing else is held from here on. */
  Kept keep() {
    alarms.values().removeIf(a -> !a.open());
    Set<IncidentId> alarmed =
        alarms.values().stream()
            .map(Alarm::incident)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    List<Incident> open =
        scene.incidents().stream()
            .filter(i -> i.phase() != Phase.CLOSED || alarmed.contains(i.id()))
            .toList();
    Set<IncidentId> ids = open.stream().map(Incident::id).collect(Collectors.toSet());
    List<Assignment> assignments =
        scene.assignments().stream().filter(a -> ids.contains(a.incident())).toList();
    obstacles.values().removeIf(o -> o.phase() != Obstacle.Phase.OPEN);
    List<Obstacle> standing =
        obstacles.values().stream().sorted(Comparator.comparing(o -> o.id().value())).toList();
    List<Alarm> sounding =
        alarms.values().stream().sorted(Comparator.comparing(Alarm::id)).toList();
    Kept kept = new Kept(seq, open, scene.units(), assignments, standing, sounding);
    Scene rest = new Scene();
    kept.incidents().forEach(rest::put);
    kept.units().forEach(rest::put);
    kept.assignments().forEach(rest::put);
    scene = rest;
    return kept;
  }
}
