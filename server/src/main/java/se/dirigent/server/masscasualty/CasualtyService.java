package se.dirigent.server.masscasualty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.masscasualty.Casualties;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.CasualtyCommand;
import se.dirigent.core.masscasualty.CasualtyEvent;
import se.dirigent.core.masscasualty.CasualtyId;
import se.dirigent.core.masscasualty.MajorIncident;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.core.masscasualty.capacity.Draw;
import se.dirigent.core.masscasualty.capacity.KeyInUse;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.patient.PatientReads;
import se.dirigent.server.identity.patient.PatientReads.Action;
import se.dirigent.server.identity.patient.PatientRegister;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.CommandCall;
import se.dirigent.server.journal.Commands;
import se.dirigent.server.journal.Commands.Decision;
import se.dirigent.server.platform.region.Regions;

/** Carries out commands on casualties. */
@Service
class CasualtyService {
  /** Tags at one major incident; the planning of the largest reckons with half as many. */
  static final int CASUALTIES_MAX = 20_000;

  private static final String DATA = "category, findings, needs, place, destination";

  private final Commands commands;
  private final Regions regions;
  private final MajorIncidentRepository majors;
  private final CasualtyRepository casualties;
  private final PatientRegister patients;
  private final PatientReads reads;

  CasualtyService(
      Commands commands,
      Regions regions,
      MajorIncidentRepository majors,
      CasualtyRepository casualties,
      PatientRegister patients,
      PatientReads reads) {
    this.commands = commands;
    this.regions = regions;
    this.majors = majors;
    this.casualties = casualties;
    this.patients = patients;
    this.reads = reads;
  }

  /**
   * Carries out a command on one casualty.
   *
   * @throws Refused when it may not be carried out
   */
  Answer run(CommandOrigin origin, CasualtyCommand command) {
    return runAll(origin, command, List.of(command));
  }

  /**
   * Carries out a wave: the same destination for many, all or none.
   *
   * @throws Refused when it may not be carried out for one of them
   */
  Answer sendAll(CommandOrigin origin, List<CasualtyCommand.Send> wave) {
    return runAll(origin, wave, wave);
  }

  private Answer runAll(CommandOrigin origin, Object content, List<? extends CasualtyCommand> all) {
    RegionCode region = regions.getServed(origin.region()).code();
    all.forEach(this::requireFacility);
    return commands.run(
        new CommandCall(region, origin.id(), origin.by(), content),
        stamp -> carryOut(region, all, stamp));
  }

  /**
   * Tells who a casualty is. The register learns it, the journal only that there is somebody; both
   * in one transaction.
   */
  Answer identify(
      CommandOrigin origin, CasualtyId id, @Nullable String number, @Nullable String name) {
    // Without the number: its hash would be kept, and all numbers there are can be hashed in a day.
    record Identifying(CasualtyId casualty) {}
    RegionCode region = regions.getServed(origin.region()).code();
    Answer answer =
        commands.run(
            new CommandCall(region, origin.id(), origin.by(), new Identifying(id)),
            stamp -> {
              PatientId patient = patients.register(region, number, name, origin.actor());
              return carryOut(region, List.of(new CasualtyCommand.Identify(id, patient)), stamp);
            });
    PatientId known = find(region, id).patient();
    if (known == null || !patients.answersTo(region, known, number)) {
      throw Refused.state(
          "command.reused", CommandOrigin.ID_HEADER, Map.of("id", origin.id().toString()));
    }
    return answer;
  }

  private void requireFacility(CasualtyCommand command) {
    String facility =
        switch (command) {
          case CasualtyCommand.Send c -> c.facility();
          case CasualtyCommand.Arrive c -> c.facility();
          case CasualtyCommand.Register _,
              CasualtyCommand.Categorise _,
              CasualtyCommand.Describe _,
              CasualtyCommand.Identify _,
              CasualtyCommand.Depart _,
              CasualtyCommand.Admit _,
              CasualtyCommand.Settle _,
              CasualtyCommand.Merge _ ->
              null;
        };
    if (facility != null && !regions.hasFacility(facility)) {
      throw Refused.unknown("facility.unknown", "facility", Map.of("facility", facility));
    }
  }

  private Decision carryOut(RegionCode region, List<? extends CasualtyCommand> all, Stamp stamp) {
    Set<CasualtyId> concerned = new TreeSet<>();
    Set<MajorIncidentId> opened = new HashSet<>();
    for (CasualtyCommand command : all) {
      concerned.add(command.casualty());
      if (command instanceof CasualtyCommand.Merge merge) {
        concerned.add(merge.into());
      }
      if (command instanceof CasualtyCommand.Register && opened.add(of(command))) {
        requireOpen(region, of(command));
      }
    }
    Map<CasualtyId, Casualty> before = casualties.lock(region, concerned);
    Map<CasualtyId, Casualty> now = new TreeMap<>(before);
    Map<CasualtyId, Casualty> changed = new LinkedHashMap<>();
    List<CasualtyEvent> events = new ArrayList<>();
    for (CasualtyCommand command : all) {
      Casualty into = command instanceof CasualtyCommand.Merge merge ? now.get(merge.into()) : null;
      for (CasualtyEvent e : Casualties.decide(now.get(command.casualty()), command, into, stamp)) {
        Casualty after = Casualties.fold(now.get(e.casualty()), e, stamp);
        now.put(after.id(), after);
        changed.put(after.id(), after);
        events.add(e);
      }
    }
    changed.forEach((id, c) -> {
      Casualty was = before.get(id);
      casualties.save(c, was == null ? 0 : was.version());
    });
    return new Decision(all.getFirst().casualty().toString(), events);
  }

  private static MajorIncidentId of(CasualtyCommand command) {
    return command.casualty().majorIncident();
  }

  /** Held, so that it cannot end while somebody is registered at it. */
  private void requireOpen(RegionCode region, MajorIncidentId id) {
    MajorIncident m = majors.hold(region, id);
    if (m == null) {
      throw MajorIncidentService.unknown(id);
    }
    if (!m.open()) {
      throw Refused.state("majorIncident.ended", "majorIncident", Map.of());
    }
    if (casualties.count(region, id) >= CASUALTIES_MAX) {
      throw Refused.state("casualty.many", "tag", Map.of("max", "" + CASUALTIES_MAX));
    }
  }

  private Casualty find(RegionCode region, CasualtyId id) {
    return casualties
        .find(region, id)
        .orElseThrow(() -> Refused.unknown("casualty.unknown", "tag", Map.of("tag", id.tag())));
  }

  /**
   * The casualty. The read is logged, also of one nobody knows yet.
   *
   * @param purpose why it is read, 3–200 characters
   * @throws Refused {@code casualty.unknown}
   */
  @Transactional
  Casualty get(RegionCode region, CasualtyId id, String purpose, Actor actor) {
    RegionCode served = regions.getServed(region).code();
    Casualty c = find(served, id);
    PatientId patient = c.patient();
    reads.record(
        served,
        actor,
        purpose,
        patient == null ? "*" : patient.toString(),
        null,
        Action.READ,
        DATA);
    return c;
  }

  /** Casualties of a major incident in the order of their tags; the read is logged as one. */
  @Transactional
  List<Casualty> list(
      RegionCode region,
      MajorIncidentId of,
      @Nullable String facility,
      @Nullable CasualtyId after,
      int limit,
      Actor actor) {
    RegionCode served = regions.getServed(region).code();
    if (majors.find(served, of).isEmpty()) {
      throw MajorIncidentService.unknown(of);
    }
    reads.record(served, actor, "vård", "*", null, Action.READ, "casualties of " + of);
    return casualties.list(served, of, facility, after, limit);
  }

  /** All persons of a major incident, counted. */
  List<CasualtyRepository.Tally> tally(RegionCode region, MajorIncidentId of) {
    return casualties.tally(regions.getServed(region).code(), of);
  }

  /**
   * The hospital that the key proposes for a casualty, and why.
   *
   * @throws Refused {@code key.none} when no key is taken, {@code casualty.uncategorised}
   */
  Draw propose(RegionCode region, CasualtyId id, Instant now) {
    RegionCode served = regions.getServed(region).code();
    MajorIncidentId of = id.majorIncident();
    MajorIncident m = majors.find(served, of).orElseThrow(() -> MajorIncidentService.unknown(of));
    Casualty c = find(served, id);
    Category category = c.category();
    if (category == null || !category.travels()) {
      throw Refused.state("casualty.uncategorised", "tag", Map.of("tag", id.tag()));
    }
    KeyInUse key =
        m.keyInUse(
            majors.preparedness(served).capacities(),
            casualties.list(served, of, null, null, CASUALTIES_MAX));
    if (key == null) {
      throw Refused.state("key.none", "majorIncident", Map.of());
    }
    return key.next(category, c.about().needs(), now);
  }
}
