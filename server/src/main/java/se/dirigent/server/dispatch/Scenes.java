package se.dirigent.server.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.dispatch.DispatchCommand;
import se.dirigent.core.dispatch.Scene;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.fleet.UnitRepository;
import se.dirigent.server.incident.IncidentRepository;

/**
 * Loads and locks what a dispatch command looks at, and writes what became of it. Locks are taken
 * units first, then assignments, then incidents; within each by name, so that commands seldom wait
 * for each other in a ring. When they do, PostgreSQL ends one and it is tried again.
 */
@Component
class Scenes {
  private final IncidentRepository incidents;
  private final UnitRepository units;
  private final AssignmentRepository assignments;

  Scenes(IncidentRepository incidents, UnitRepository units, AssignmentRepository assignments) {
    this.incidents = incidents;
    this.units = units;
    this.assignments = assignments;
  }

  /** What a command names, and what the named things name in turn, all locked. */
  Scene lock(RegionCode region, DispatchCommand command) {
    return switch (command) {
      case DispatchCommand.Assign c -> lock(region, c.units(), List.of(), c.incident());
      case DispatchCommand.SendAssessmentCar c ->
          lock(region, List.of(c.unit()), List.of(), c.incident());
      case DispatchCommand.Redirect c -> lock(region, List.of(c.unit()), List.of(), c.to());
      case DispatchCommand.Pass c -> lockAssignment(region, c.assignment());
      case DispatchCommand.StandDown c -> lockAssignment(region, c.assignment());
      case DispatchCommand.ChooseDestination c -> lockAssignment(region, c.assignment());
      case DispatchCommand.ChangeReception c -> lockAssignment(region, c.assignment());
      case DispatchCommand.CheckDeadlines c -> lockAssignment(region, c.assignment());
    };
  }

  /** The unit of an assignment never changes, so it can be read before it is locked. */
  private Scene lockAssignment(RegionCode region, AssignmentId id) {
    List<UnitId> unit =
        assignments.list(region, List.of(id.toString())).stream().map(Assignment::unit).toList();
    return lock(region, unit, List.of(id), id.incident());
  }

  /** The units and assignments named, those the units are on, and the incidents of all. */
  Scene lock(
      RegionCode region,
      Collection<UnitId> unitIds,
      Collection<AssignmentId> assignmentIds,
      IncidentId incident) {
    Scene scene = new Scene();
    new TreeSet<>(unitIds)
        .stream().map(id -> units.lock(region, id)).filter(Objects::nonNull).forEach(scene::put);
    Stream<String> names =
        Stream.concat(
            scene.units().stream().map(Unit::assignment).filter(Objects::nonNull),
            assignmentIds.stream().map(AssignmentId::toString));
    new TreeSet<>(names.toList())
        .stream()
            .map(name -> assignments.lock(region, AssignmentId.parse(name)))
            .filter(Objects::nonNull)
            .forEach(scene::put);
    Stream<IncidentId> incidentIds =
        Stream.concat(scene.assignments().stream().map(Assignment::incident), Stream.of(incident));
    new TreeSet<>(incidentIds.toList())
        .stream()
            .map(id -> incidents.lock(region, id))
            .filter(Objects::nonNull)
            .forEach(scene::put);
    return scene;
  }

  /** Versions before a decision, to tell what it changed. */
  record Versions(List<Incident> incidents, List<Unit> units, List<Assignment> assignments) {
    static Versions of(Scene scene) {
      return new Versions(scene.incidents(), scene.units(), scene.assignments());
    }
  }

  /** Writes what has changed since; ended assignments first, for a unit has but one open. */
  void save(Versions before, Scene scene) {
    scene.assignments().stream()
        .filter(a -> !before.assignments().contains(a))
        .sorted((a, b) -> Boolean.compare(open(a), open(b)))
        .forEach(assignments::save);
    scene.units().stream().filter(u -> !before.units().contains(u)).forEach(units::save);
    scene.incidents().stream()
        .filter(i -> !before.incidents().contains(i))
        .forEach(incidents::save);
  }

  private static boolean open(@Nullable Assignment a) {
    return a != null && a.state() == Assignment.State.OPEN;
  }
}
