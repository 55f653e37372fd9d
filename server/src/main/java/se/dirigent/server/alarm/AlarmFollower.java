package se.dirigent.server.alarm;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.dirigent.core.Event;
import se.dirigent.core.Stamp;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.alarm.AlarmEvent;
import se.dirigent.core.alarm.AlarmEvent.AlarmRaised;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.dispatch.AlarmCauses;
import se.dirigent.core.dispatch.Scene;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.dispatch.AssignmentRepository;
import se.dirigent.server.fleet.UnitRepository;
import se.dirigent.server.incident.IncidentRepository;
import se.dirigent.server.journal.Consequences;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/**
 * Lets alarms come and go with what a command has done to incidents and units, in its own
 * transaction.
 */
@Component
class AlarmFollower implements Consequences {
  private final Regions regions;
  private final IncidentRepository incidents;
  private final AssignmentRepository assignments;
  private final UnitRepository units;
  private final AlarmRepository alarms;

  AlarmFollower(
      Regions regions,
      IncidentRepository incidents,
      AssignmentRepository assignments,
      UnitRepository units,
      AlarmRepository alarms) {
    this.regions = regions;
    this.incidents = incidents;
    this.assignments = assignments;
    this.units = units;
    this.alarms = alarms;
  }

  @Override
  public List<AlarmEvent> follow(RegionCode code, List<? extends Event> events, Stamp stamp) {
    Set<IncidentId> concerned = AlarmCauses.incidents(events);
    Set<AlarmId> aboutUnits = AlarmCauses.aboutUnits(events);
    if (concerned.isEmpty() && aboutUnits.isEmpty()) {
      return List.of();
    }
    List<Alarm> open = alarms.lockOpen(code, concerned, aboutUnits);
    if (open.isEmpty() && !AlarmCauses.mayRaise(events)) {
      return List.of();
    }
    Region region = regions.getServed(code);
    Scene scene = scene(code, concerned, open);
    List<AlarmEvent> follows =
        AlarmCauses.follow(scene, events, region.rules().incidents(), region.alarms(), stamp);
    save(code, open, follows, stamp);
    return follows;
  }

  private Scene scene(RegionCode code, Set<IncidentId> concerned, List<Alarm> open) {
    Scene scene = new Scene();
    List<String> ids = concerned.stream().map(IncidentId::toString).toList();
    List<Incident> states = incidents.list(code, ids);
    states.forEach(scene::put);
    Stream<String> named =
        Stream.concat(
            states.stream().flatMap(i -> i.openAssignments().stream()),
            open.stream().map(Alarm::assignment).filter(Objects::nonNull));
    assignments.list(code, named.distinct().toList()).forEach(scene::put);
    List<String> silent =
        open.stream().map(a -> a.id().unit()).filter(Objects::nonNull).map(UnitId::value).toList();
    units.list(code, silent).forEach(scene::put);
    open.forEach(scene::put);
    return scene;
  }

  /** Writes what events make of alarms. One that is raised again may be there, ended. */
  void save(RegionCode code, Collection<Alarm> known, Collection<AlarmEvent> events, Stamp stamp) {
    List<AlarmId> again =
        events.stream().filter(AlarmRaised.class::isInstance).map(AlarmEvent::alarm).toList();
    Scene scene = new Scene();
    known.forEach(scene::put);
    if (!again.isEmpty()) {
      alarms.lock(code, again).forEach(scene::put);
    }
    events.forEach(event -> scene.apply(event, stamp));
    events.stream()
        .map(AlarmEvent::alarm)
        .distinct()
        .map(scene::find)
        .filter(Objects::nonNull)
        .forEach(alarms::save);
  }
}
