package se.dirigent.server.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.core.Event;
import se.dirigent.core.alarm.AlarmEvent;
import se.dirigent.core.dispatch.AssignmentEvent;
import se.dirigent.core.fleet.UnitEvent;
import se.dirigent.core.handover.HandoverEvent;
import se.dirigent.core.incident.IncidentEvent;
import se.dirigent.core.masscasualty.CasualtyEvent;
import se.dirigent.core.masscasualty.MajorIncidentEvent;
import se.dirigent.core.masscasualty.plan.PreparednessEvent;
import se.dirigent.core.masscasualty.rationing.RationingEvent;
import se.dirigent.core.road.RoadEvent;
import se.dirigent.core.transport.TransportEvent;

/** The names events have in the journal: the simple names of their records, never reused. */
final class EventTypes {
  private static final List<Class<? extends Event>> ROOMS =
      List.of(
          IncidentEvent.class,
          UnitEvent.class,
          AssignmentEvent.class,
          AlarmEvent.class,
          HandoverEvent.class,
          RoadEvent.class,
          TransportEvent.class,
          MajorIncidentEvent.class,
          CasualtyEvent.class,
          RationingEvent.class,
          PreparednessEvent.class);

  private static final Map<String, Class<? extends Event>> BY_NAME = byName();

  private EventTypes() {}

  static String nameOf(Event event) {
    return event.getClass().getSimpleName();
  }

  /**
   * The record of a name.
   *
   * @throws IllegalStateException when no version of ours has written such an event
   */
  static Class<? extends Event> get(String name) {
    Class<? extends Event> type = BY_NAME.get(name);
    if (type == null) {
      throw new IllegalStateException("the journal holds an event of unknown type " + name);
    }
    return type;
  }

  private static Map<String, Class<? extends Event>> byName() {
    Map<String, Class<? extends Event>> map = new HashMap<>();
    for (Class<?> room : ROOMS) {
      for (Class<?> type : room.getPermittedSubclasses()) {
        if (map.put(type.getSimpleName(), type.asSubclass(Event.class)) != null) {
          throw new IllegalStateException("two events are called " + type.getSimpleName());
        }
      }
    }
    return Map.copyOf(map);
  }
}
