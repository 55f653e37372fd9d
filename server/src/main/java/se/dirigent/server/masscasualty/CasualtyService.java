package se.dirigent.server.masscasualty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.patient.PatientReads;
import se.dirigent.server.identity.patient.PatientReads.Action;
import se.dirigent.server.identity.patient.PatientRegister;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.CommandCall;
import se.dirigent.server.journal.Commands;
import se.dirigent.server.journal.Commands.Decision;
import se.dirigent.server.journal.Entry;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.platform.region.Regions;

/** Carries out commands on casualties. */
@Service
public class CasualtyService {
  /** Tags at one major incident; the planning of the largest reckons with half as many. */
  public static final int CASUALTIES_MAX = 20_000;

  /** Entries looked through for what has changed; who missed more reads all casualties anew. */
  static final int CHANGES_MAX = Journal.PAGE_MAX;

  private static final String DATA = "category, findings, needs, place, destination";

  private final Commands commands;
  private final Regions regions;
  private final MajorIncidentRepository majors;
  private final CasualtyRepository casualties;
  private final HospitalService hospitals;
  private final WardBindings wards;
  private final PatientRegister patients;
  private final PatientReads reads;
  private final Journal journal;

  CasualtyService(
      Commands commands,
      Regions regions,
      MajorIncidentRepository majors,
      CasualtyRepository casualties,
      HospitalService hospitals,
      WardBindings wards,
      PatientRegister patients,
      PatientReads reads,
      Journal journal) {
    this.commands = commands;
    this.regions = regions;
    this.majors = majors;
    this.casualties = casualties;
    this.hospitals = hospitals;
    this.wards = wards;
    this.patients = patients;
    this.reads = reads;
    this.journal = journal;
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
   * Carries out a wave: the same for many, all or none.
   *
   * @param content what the sender said, which a repeat is told by
   * @throws Refused when it may not be carried out for one of them
   */
  public Answer runWave(
      CommandOrigin origin, Object content, List<? extends CasualtyCommand> wave) {
    return runAll(origin, content, wave);
  }

  private Answer runAll(CommandOrigin origin, Object content, List<? extends CasualtyCommand> all) {
    RegionCode region = regions.getServed(origin.region()).code();
    all.forEach(this::requireFacility);
    all.forEach(command -> requireOwn(origin, command));
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
    wards.require(origin.actor(), region, () -> casualties.findPerson(region, id).orElse(null));
    Answer answer =
        commands.run(
            new CommandCall(region, origin.id(), origin.by(), new Identifying(id)),
            stamp -> {
              PatientId patient = patients.register(region, number, name, origin.actor());
              boolean reserve = patients.answersTo(region, patient, null);
              CasualtyCommand command = new CasualtyCommand.Identify(id, patient, reserve);
              return carryOut(region, List.of(command), stamp);
            });
    boolean told =
        find(region, id).identities().stream()
            .anyMatch(one -> patients.answersTo(region, one.patient(), number));
    if (!told) {
      throw Refused.state(
          "command.reused", CommandOrigin.ID_HEADER, Map.of("id", origin.id().toString()));
    }
    return answer;
  }

  /** A ward receives at its own hospital, and looks after those who are there or on their way. */
  private void requireOwn(CommandOrigin origin, CasualtyCommand command) {
    RegionCode region = origin.region();
    if (command instanceof CasualtyCommand.Arrive arrive) {
      wards.require(origin.actor(), region, arrive.facility());
      return;
    }
    CasualtyId kept =
        command instanceof CasualtyCommand.Merge merge ? merge.into() : command.casualty();
    wards.require(origin.actor(), region, () -> casualties.findPerson(region, kept).orElse(null));
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
              CasualtyCommand.Merge _,
              CasualtyCommand.Split _,
              CasualtyCommand.Correct _,
              CasualtyCommand.Reopen _ ->
              null;
        };
    if (facility != null && !regions.hasFacility(facility)) {
      throw Refused.unknown("facility.unknown", "facility", Map.of("facility", facility));
    }
  }

  private Decision carryOut(RegionCode region, List<? extends CasualtyCommand> all, Stamp stamp) {
    Set<CasualtyId> concerned = new TreeSet<>();
    Map<MajorIncidentId, Instant> began = new HashMap<>();
    for (CasualtyCommand command : all) {
      concerned.add(command.casualty());
      concerned.add(other(command));
      if (command instanceof CasualtyCommand.Register && !began.containsKey(of(command))) {
        began.put(of(command), requireOpen(region, of(command)));
      }
    }
    // Hospitals before casualties, always: of two who send the last place, one waits here.
    CasualtyCommand one = all.getFirst();
    HeldRooms rooms = one instanceof CasualtyCommand.Send ? hospitals.hold(region, of(one)) : null;
    Map<CasualtyId, Casualty> before = casualties.lock(region, concerned);
    // What is told by a tag that turned out to be another's is told of that other, who is locked
    // when the tag is read: two that wait for each other are parted by the database and try again.
    Map<CasualtyId, Casualty> now = new TreeMap<>(before);
    Map<CasualtyId, Casualty> changed = new LinkedHashMap<>();
    List<CasualtyEvent> events = new ArrayList<>();
    for (CasualtyCommand asked : all) {
      CasualtyId id = asked.casualty();
      Casualty held = ofTag(asked) ? before.get(id) : casualties.lockPerson(region, id, before);
      before.forEach(now::putIfAbsent);
      Casualty x = held == null ? null : now.get(held.id());
      CasualtyCommand command =
          rooms != null && asked instanceof CasualtyCommand.Send send
              ? rooms.checked(send, x, stamp.at())
              : asked;
      Instant from = began.computeIfAbsent(of(command), known -> began(region, known));
      Casualties.Around around = new Casualties.Around(now.get(other(command)), from);
      for (CasualtyEvent e : Casualties.decide(x, command, around, stamp)) {
        Casualty after = Casualties.fold(now.get(e.casualty()), e, stamp);
        now.put(after.id(), after);
        changed.put(after.id(), after);
        events.add(e);
        if (rooms != null) {
          rooms.note(after);
        }
      }
    }
    changed.forEach((id, c) -> {
      Casualty was = before.get(id);
      casualties.save(c, was == null ? 0 : was.version());
    });
    return new Decision(named(all.getFirst(), events), events);
  }

  /** Whom the answer names: one who got a name of its own, because its tag was worn, by that. */
  private static String named(CasualtyCommand command, List<CasualtyEvent> events) {
    return events.stream()
        .filter(CasualtyEvent.CasualtyRegistered.class::isInstance)
        .findFirst()
        .map(CasualtyEvent::casualty)
        .orElse(command.casualty())
        .toString();
  }

  /** Whether a command is about the tag itself, not about the person who wears it. */
  private static boolean ofTag(CasualtyCommand command) {
    return command instanceof CasualtyCommand.Register || command instanceof CasualtyCommand.Merge;
  }

  /** The other casualty that a command looks at, or its own. */
  private static CasualtyId other(CasualtyCommand command) {
    return switch (command) {
      case CasualtyCommand.Merge c -> c.into();
      case CasualtyCommand.Split c -> c.apart();
      default -> command.casualty();
    };
  }

  private Instant began(RegionCode region, MajorIncidentId id) {
    return Objects.requireNonNullElse(casualties.began(region, id), Instant.EPOCH);
  }

  private static MajorIncidentId of(CasualtyCommand command) {
    return command.casualty().majorIncident();
  }

  /** Held, so that it cannot end while somebody is registered at it. */
  private Instant requireOpen(RegionCode region, MajorIncidentId id) {
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
    return m.happenedAt();
  }

  /**
   * The person who wears the tag, for a decision that is about it.
   *
   * @throws Refused {@code casualty.unknown}
   */
  public Casualty person(RegionCode region, CasualtyId id) {
    return find(region, id);
  }

  private Casualty find(RegionCode region, CasualtyId id) {
    return casualties
        .findPerson(region, id)
        .orElseThrow(() -> Refused.unknown("casualty.unknown", "tag", Map.of("tag", id.tag())));
  }

  /**
   * The person who wears the tag, also under another. The read is logged, also of one nobody knows
   * yet.
   *
   * @param purpose why it is read, 3–200 characters
   * @throws Refused {@code casualty.unknown}
   */
  @Transactional
  Casualty get(RegionCode region, CasualtyId id, String purpose, Actor actor) {
    RegionCode served = regions.getServed(region).code();
    Casualty c = find(served, id);
    wards.require(actor, served, () -> c);
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

  /**
   * Casualties of a major incident in the order of their tags; the read is logged as one. A ward
   * reads those of its own hospital alone, and asks for it by name.
   */
  @Transactional
  public List<Casualty> list(
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
    wards.require(actor, served, facility);
    reads.record(served, actor, "vård", "*", null, Action.READ, "casualties of " + of);
    return casualties.list(served, of, facility, after, limit);
  }

  /**
   * Casualties that have changed after an entry of the journal, in the order of their tags; null
   * when so much has happened since that all of them are better read anew. The read is logged.
   */
  @Transactional
  @Nullable List<Casualty> changes(
      RegionCode region, MajorIncidentId of, long since, long until, Actor actor) {
    RegionCode served = regions.getServed(region).code();
    // Who changed is told to those alone who may read everybody.
    wards.require(actor, served, (String) null);
    if (until - since > CHANGES_MAX) {
      return null;
    }
    Set<CasualtyId> changed = new TreeSet<>();
    for (Entry entry : journal.list(served, since, CHANGES_MAX)) {
      if (journal.eventOf(entry) instanceof CasualtyEvent e
          && e.casualty().majorIncident().equals(of)) {
        changed.add(e.casualty());
      }
    }
    if (changed.isEmpty()) {
      return List.of();
    }
    reads.record(served, actor, "vård", "*", null, Action.READ, "casualties of " + of);
    return casualties.list(served, changed);
  }

  /** Notes that casualties of a major incident are read, before what was read is told. */
  @Transactional
  public void noteRead(RegionCode region, MajorIncidentId of, Actor actor) {
    RegionCode served = regions.getServed(region).code();
    reads.record(served, actor, "vård", "*", null, Action.READ, "casualties of " + of);
  }

  /** The last entry of the region's journal. */
  public long head(RegionCode region) {
    return journal.head(regions.getServed(region).code());
  }

  /** Grows with every change of any casualty of the major incident. */
  long revision(RegionCode region, MajorIncidentId of) {
    return casualties.revision(regions.getServed(region).code(), of);
  }

  /** Whether somebody may read of every casualty, and not of those of one hospital alone. */
  public boolean readsAll(Actor actor, RegionCode region) {
    return wards.answersForAll(actor, region);
  }

  /**
   * How many persons of a major incident are alike.
   *
   * @param category empty when nobody has looked at them
   * @param facility where they are or go; empty when nobody has decided
   * @param place where at the scene; empty when nobody has said, and for those who have left
   */
  public record Tally(String category, String stage, String facility, String place, int persons) {}

  /** All persons of a major incident, counted. */
  public List<Tally> tally(RegionCode region, MajorIncidentId of) {
    return casualties.tally(regions.getServed(region).code(), of);
  }
}
