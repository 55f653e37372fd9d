package se.dirigent.server.incident;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Duplicates;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentCommand;
import se.dirigent.core.incident.IncidentCommand.AttachPatient;
import se.dirigent.core.incident.IncidentCommand.Open;
import se.dirigent.core.incident.IncidentEvent;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.IncidentRules;
import se.dirigent.core.incident.Incidents;
import se.dirigent.core.incident.Location;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.incident.SecondTriage;
import se.dirigent.core.incident.TriageCommand;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.patient.PatientRegister;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.CommandCall;
import se.dirigent.server.journal.Commands;
import se.dirigent.server.journal.Commands.Decision;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** Carries out commands on incidents. */
@Service
public class IncidentService {
  /**
   * How far outside the region an incident may lie. Boundaries in packs already hold shore waters
   * and lakes; this is only their error on a fell border. More would take in towns abroad.
   */
  private static final double OUTSIDE_METRES_MAX = 2_000;

  /** Stands for the identity in the fingerprint of a command that has none yet. */
  private static final IncidentId UNNUMBERED = new IncidentId("new", "new", "new");

  private final Commands commands;
  private final Regions regions;
  private final IncidentRepository incidents;
  private final PatientRegister patients;
  private final Meanwhile meanwhile;

  IncidentService(
      Commands commands,
      Regions regions,
      IncidentRepository incidents,
      PatientRegister patients,
      Meanwhile meanwhile) {
    this.meanwhile = meanwhile;
    this.commands = commands;
    this.regions = regions;
    this.incidents = incidents;
    this.patients = patients;
  }

  /**
   * Carries out a command.
   *
   * @throws Refused when it may not be carried out
   */
  public Answer run(RegionCode region, UUID id, String actor, IncidentCommand command) {
    Region r = regions.getServed(region);
    requireInside(r, command);
    return commands.run(
        new CommandCall(region, id, actor, command), stamp -> carryOut(r, command, stamp));
  }

  /**
   * Carries out a person's command, which news they have not seen stops.
   *
   * @throws Refused when it may not be carried out, {@code incident.meanwhile} for news
   */
  Answer run(CommandOrigin origin, IncidentCommand command) {
    Region r = regions.getServed(origin.region());
    requireInside(r, command);
    return commands.run(
        new CommandCall(origin.region(), origin.id(), origin.by(), command),
        stamp -> {
          Decision decision = carryOut(r, command, stamp);
          // Last: the incident is locked by now, so nobody gets in between.
          meanwhile.requireNone(origin, command.incident());
          return decision;
        });
  }

  /**
   * Carries out a command of the second stage of triage.
   *
   * @throws Refused when it may not be carried out
   */
  public Answer run(RegionCode region, UUID id, String actor, TriageCommand command) {
    Region r = regions.getServed(region);
    return commands.run(
        new CommandCall(region, id, actor, command), stamp -> carryOut(r, command, stamp));
  }

  /**
   * Carries out a person's command of the second stage, which news they have not seen stops.
   *
   * @throws Refused when it may not be carried out, {@code incident.meanwhile} for news
   */
  public Answer run(CommandOrigin origin, TriageCommand command) {
    Region r = regions.getServed(origin.region());
    return commands.run(
        new CommandCall(origin.region(), origin.id(), origin.by(), command),
        stamp -> {
          Decision decision = carryOut(r, command, stamp);
          meanwhile.requireNone(origin, command.incident());
          return decision;
        });
  }

  private Decision carryOut(Region region, TriageCommand command, Stamp stamp) {
    Incident before = get(region.code(), command.incident());
    List<IncidentEvent> events =
        SecondTriage.decide(before, command, region.rules().incidents(), stamp);
    save(before, events, stamp);
    return new Decision(command.incident().toString(), events);
  }

  /**
   * Opens an incident of our own, which gets its number inside the transaction: a repeat of the
   * command takes no second number.
   *
   * @param command the content, given its identity
   */
  Answer open(
      RegionCode region,
      UUID id,
      String actor,
      Supplier<IncidentId> identity,
      Function<IncidentId, Open> command) {
    Region r = regions.getServed(region);
    Open unnumbered = command.apply(UNNUMBERED);
    requireInside(r, unnumbered);
    return commands.run(
        new CommandCall(region, id, actor, unnumbered),
        stamp -> carryOut(r, command.apply(identity.get()), stamp));
  }

  private Decision carryOut(Region region, IncidentCommand command, Stamp stamp) {
    IncidentRules rules = region.rules().incidents();
    List<Incident> locked = incidents.lockWithOriginal(region.code(), command.incident());
    Incident before = find(locked, command.incident());
    Incident original = before == null ? null : original(locked, before);
    List<IncidentEvent> events = Incidents.decide(before, original, command, rules, stamp);
    save(before, of(events, command.incident()), stamp);
    if (original != null) {
      save(original, of(events, original.id()), stamp);
    }
    return new Decision(command.incident().toString(), events);
  }

  /**
   * The one it is a duplicate of, or null when it is none.
   *
   * @throws OptimisticLockingFailureException when it was linked while we waited for it, so that
   *     its original is not locked; the command is then tried again
   */
  private static @Nullable Incident original(List<Incident> locked, Incident incident) {
    IncidentId id = incident.duplicateOf();
    if (id == null) {
      return null;
    }
    Incident original = find(locked, id);
    if (original == null) {
      throw new OptimisticLockingFailureException(incident.id() + " was linked meanwhile");
    }
    return original;
  }

  private static @Nullable Incident find(List<Incident> incidents, IncidentId id) {
    return incidents.stream().filter(i -> i.id().equals(id)).findFirst().orElse(null);
  }

  private void save(@Nullable Incident before, List<IncidentEvent> events, Stamp stamp) {
    Incident after = before;
    for (IncidentEvent event : events) {
      after = Incidents.fold(after, event, stamp);
    }
    if (after != null && !events.isEmpty()) {
      incidents.save(after);
    }
  }

  /**
   * Links an incident to the one it repeats.
   *
   * @throws Refused when it may not be carried out
   */
  Answer linkDuplicate(CommandOrigin origin, IncidentId duplicate, IncidentId original) {
    RegionCode region = origin.region();
    IncidentRules rules = regions.getServed(region).rules().incidents();
    record Link(IncidentId duplicate, IncidentId original) {}
    return commands.run(
        new CommandCall(region, origin.id(), origin.by(), new Link(duplicate, original)),
        stamp -> {
          boolean ordered = duplicate.compareTo(original) < 0;
          Incident first = get(region, ordered ? duplicate : original);
          Incident second = get(region, ordered ? original : duplicate);
          Incident d = ordered ? first : second;
          Incident o = ordered ? second : first;
          List<IncidentEvent> events = Duplicates.link(d, o, rules);
          save(d, of(events, duplicate), stamp);
          save(o, of(events, original), stamp);
          meanwhile.requireNone(origin, duplicate);
          return new Decision(duplicate.toString(), events);
        });
  }

  /**
   * Says who a patient of an incident is. The register learns who, the journal only that there is
   * one; both in one transaction.
   *
   * @param number personal, coordination or reserve number; null or blank: unknown
   * @param name as told, or null
   * @return the answer; its id is the patient's
   * @throws Refused when it may not be carried out
   */
  public Answer attachPatient(
      RegionCode region,
      UUID id,
      Actor actor,
      IncidentId incident,
      @Nullable String number,
      @Nullable String name) {
    Region r = regions.getServed(region);
    // Without the number: its hash would be kept, and all numbers there are can be hashed in a day.
    record Attach(IncidentId incident) {}
    Answer answer =
        commands.run(
            new CommandCall(region, id, actor.username(), new Attach(incident)),
            stamp -> {
              get(region, incident);
              PatientId patient = patients.register(region, number, name, actor);
              Decision decision = carryOut(r, new AttachPatient(incident, patient), stamp);
              return new Decision(patient.toString(), decision.events());
            });
    if (!patients.answersTo(region, new PatientId(UUID.fromString(answer.id())), number)) {
      throw Refused.state("command.reused", CommandOrigin.ID_HEADER, Map.of("id", id.toString()));
    }
    return answer;
  }

  private Incident get(RegionCode region, IncidentId id) {
    Incident incident = incidents.lock(region, id);
    if (incident == null) {
      throw Refused.unknown("incident.unknown", "incident", Map.of("incident", id.toString()));
    }
    return incident;
  }

  private static List<IncidentEvent> of(List<IncidentEvent> events, IncidentId id) {
    return events.stream().filter(e -> e.incident().equals(id)).toList();
  }

  /**
   * A position far outside is a slip of a digit or another region's case: the sender must say
   * which, for a crew sent to the wrong place is worse than a question.
   *
   * @throws Refused {@code position.outside}
   */
  public static void requireInside(Region region, IncidentCommand command) {
    Location location = locationOf(command);
    Position position = location == null ? null : location.position();
    if (position != null && !region.boundary().containsWithin(position, OUTSIDE_METRES_MAX)) {
      throw new Refused(
          "position.outside",
          "position",
          Map.of(
              "region", region.pack().name(),
              "lat", String.valueOf(position.latitude()),
              "lon", String.valueOf(position.longitude())));
    }
  }

  private static @Nullable Location locationOf(IncidentCommand command) {
    return switch (command) {
      case IncidentCommand.Open c -> c.location();
      case IncidentCommand.Update c -> c.location();
      case IncidentCommand.MoveTo c -> c.location();
      case IncidentCommand _ -> null;
    };
  }
}
