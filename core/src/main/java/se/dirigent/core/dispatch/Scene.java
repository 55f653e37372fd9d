package se.dirigent.core.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Event;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.alarm.AlarmEvent;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.alarm.Alarms;
import se.dirigent.core.fleet.Fleet;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitEvent;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentEvent;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Incidents;

/**
 * The incidents, units, assignments and alarms a command looks at and changes: loaded and locked
 * before it is decided, or everything there is in a simulation or a replay of the journal. Not
 * thread-safe.
 */
public final class Scene {
  private final @Nullable Scene base;
  private final Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
  private final Map<UnitId, Unit> units = new LinkedHashMap<>();
  private final Map<AssignmentId, Assignment> assignments = new LinkedHashMap<>();
  private final Map<AlarmId, Alarm> alarms = new LinkedHashMap<>();

  public Scene() {
    this(null);
  }

  private Scene(@Nullable Scene base) {
    this.base = base;
  }

  /** A sheet laid over this scene: what is changed on it shows there and not here. */
  Scene draft() {
    return new Scene(this);
  }

  public Scene put(Incident incident) {
    incidents.put(incident.id(), incident);
    return this;
  }

  public Scene put(Unit unit) {
    units.put(unit.id(), unit);
    return this;
  }

  public Scene put(Assignment assignment) {
    assignments.put(assignment.id(), assignment);
    return this;
  }

  public Scene put(Alarm alarm) {
    alarms.put(alarm.id(), alarm);
    return this;
  }

  /** All incidents, in the order they came. */
  public List<Incident> incidents() {
    return List.copyOf(incidents.values());
  }

  /** All units, in the order they came. */
  public List<Unit> units() {
    return List.copyOf(units.values());
  }

  /** All assignments, in the order they came. */
  public List<Assignment> assignments() {
    return List.copyOf(assignments.values());
  }

  /** All alarms, in the order they came. */
  public List<Alarm> alarms() {
    return List.copyOf(alarms.values());
  }

  public @Nullable Alarm find(AlarmId id) {
    Alarm own = alarms.get(id);
    return own != null || base == null ? own : base.find(id);
  }

  public @Nullable Incident find(IncidentId id) {
    Incident own = incidents.get(id);
    return own != null || base == null ? own : base.find(id);
  }

  public @Nullable Unit find(UnitId id) {
    Unit own = units.get(id);
    return own != null || base == null ? own : base.find(id);
  }

  public @Nullable Assignment find(AssignmentId id) {
    Assignment own = assignments.get(id);
    return own != null || base == null ? own : base.find(id);
  }

  /**
   * The incident.
   *
   * @throws Refused {@code incident.unknown}
   */
  public Incident get(IncidentId id) {
    return known(find(id), "incident", id);
  }

  /**
   * The unit.
   *
   * @throws Refused {@code unit.unknown}
   */
  public Unit get(UnitId id) {
    return known(find(id), "unit", id);
  }

  /**
   * The assignment.
   *
   * @throws Refused {@code assignment.unknown}
   */
  public Assignment get(AssignmentId id) {
    return known(find(id), "assignment", id);
  }

  private static <T> T known(@Nullable T found, String kind, Object id) {
    if (found == null) {
      throw Refused.unknown(kind + ".unknown", kind, Map.of(kind, id.toString()));
    }
    return found;
  }

  /** Lets an event happen: whatever it is about is replaced by what it has become. */
  public void apply(Event event, Stamp stamp) {
    switch (event) {
      case IncidentEvent e -> put(Incidents.fold(find(e.incident()), e, stamp));
      case UnitEvent e -> put(Fleet.fold(find(e.unit()), e, stamp));
      case AssignmentEvent e -> put(AssignmentFold.fold(find(e.assignment()), e, stamp));
      case AlarmEvent e -> put(Alarms.fold(find(e.alarm()), e, stamp));
      default -> throw new IllegalArgumentException("an event of no known room: " + event);
    }
  }
}
