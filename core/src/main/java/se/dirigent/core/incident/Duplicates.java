package se.dirigent.core.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.Position;
import se.dirigent.core.incident.IncidentCommand.Update;
import se.dirigent.core.incident.IncidentEvent.DuplicateFound;
import se.dirigent.core.incident.IncidentEvent.MarkedDuplicate;
import se.dirigent.core.incident.IncidentEvent.NoteAdded;

/** The rules of duplicates: incidents that tell of the same patient as another, their original. */
public final class Duplicates {
  static final Outcome OUTCOME = new Outcome(Outcome.Kind.DUPLICATE, "");

  private Duplicates() {}

  /**
   * Decides that an incident tells of the same patient as another. A waiting duplicate closes; one
   * with units keeps them, and closes when the last has left. The original must be open and as
   * urgent, for from now on it alone stands for the patient. Links are one step deep: neither may
   * be linked already, so there is no chain and no ring.
   *
   * @throws Refused {@code duplicate.self}, {@code duplicate.chain}, {@code duplicate.urgency} or
   *     {@code incident.closed}
   */
  public static List<IncidentEvent> link(
      Incident duplicate, Incident original, IncidentRules rules) {
    Map<String, String> values = Map.of("incident", original.id().toString());
    if (duplicate.id().equals(original.id())) {
      throw Refused.state("duplicate.self", "incident", values);
    }
    Incidents.openOnly(duplicate);
    Incidents.openOnly(original);
    if (original.duplicateOf() != null
        || duplicate.duplicateOf() != null
        || !duplicate.duplicates().isEmpty()) {
      throw Refused.state("duplicate.chain", "incident", values);
    }
    PriorityScale scale = rules.scale();
    if (scale.rank(duplicate.priority()) < scale.rank(original.priority())) {
      throw Refused.state("duplicate.urgency", "incident", values);
    }
    List<IncidentEvent> events = new ArrayList<>();
    events.add(new MarkedDuplicate(duplicate.id(), original.id()));
    events.addAll(
        Incidents.bounded(
            original.duplicates(), List.of(new DuplicateFound(original.id(), duplicate.id()))));
    if (duplicate.phase() == Phase.WAITING) {
      events.addAll(Incidents.leaveAndClose(duplicate, OUTCOME));
    }
    return events;
  }

  /**
   * What a peer tells of a duplicate concerns the patient the original stands for: whoever works
   * with that reads it there as a note, and a raise of the priority holds there too. A place or a
   * number other than the original's is left to a person to judge. A duplicate that still has units
   * takes the facts itself as well, for its crew.
   *
   * @throws Refused {@code incident.closed} when both are closed and more than words came
   */
  static List<IncidentEvent> update(
      Incident duplicate, Incident original, Update c, IncidentRules rules, Stamp stamp) {
    if (original.phase() == Phase.CLOSED) {
      return Incidents.update(duplicate, c, rules, stamp);
    }
    List<IncidentEvent> events = new ArrayList<>();
    if (duplicate.phase() != Phase.CLOSED) {
      events.addAll(Incidents.update(duplicate, c, rules, stamp));
    }
    NoteAdded note = new NoteAdded(original.id(), told(duplicate.id(), c));
    events.addAll(Incidents.bounded(original.notes(), List.of(note)));
    PriorityScale scale = rules.scale();
    if (c.priority() != null && scale.rank(c.priority()) < scale.rank(original.priority())) {
      events.addAll(
          Incidents.changePriority(original, c.priority(), Incidents.UPDATE, rules, stamp));
    }
    return events;
  }

  /** The facts in no language but the caller's, after the identity of the duplicate. */
  private static String told(IncidentId duplicate, Update c) {
    Location l = c.location();
    return Stream.of(c.text(), l == null ? null : told(l), c.callbackNumber(), c.priority())
        .filter(Objects::nonNull)
        .filter(fact -> !fact.isEmpty())
        .collect(Collectors.joining(" · ", "[" + duplicate + "] ", ""));
  }

  private static String told(Location location) {
    Position p = location.position();
    return Stream.of(
            location.address(),
            location.municipality(),
            p == null ? "" : p.latitude() + " " + p.longitude())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  static void requireOriginal(Incident incident, @Nullable Incident original) {
    if (!Objects.equals(incident.duplicateOf(), original == null ? null : original.id())) {
      throw new IllegalArgumentException(
          "the original of " + incident.id() + " is " + incident.duplicateOf() + ", not given");
    }
  }
}
