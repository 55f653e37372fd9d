package se.dirigent.server.masscasualty;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.masscasualty.MajorIncident;
import se.dirigent.core.masscasualty.MajorIncidentCommand;
import se.dirigent.core.masscasualty.MajorIncidentEvent;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.core.masscasualty.MajorIncidents;
import se.dirigent.core.masscasualty.MajorIncidents.Surroundings;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.plan.Preparedness;
import se.dirigent.core.masscasualty.plan.PreparednessCommand;
import se.dirigent.core.masscasualty.plan.PreparednessEvent;
import se.dirigent.core.masscasualty.plan.PresetResponse;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.incident.IncidentRepository;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.CommandCall;
import se.dirigent.server.journal.Commands;
import se.dirigent.server.journal.Commands.Decision;
import se.dirigent.server.platform.region.Regions;

/** Carries out commands on major incidents and on what is prepared for them. */
@Service
public class MajorIncidentService {
  private final Commands commands;
  private final Regions regions;
  private final IncidentRepository incidents;
  private final MajorIncidentRepository majors;
  private final CasualtyRepository casualties;

  MajorIncidentService(
      Commands commands,
      Regions regions,
      IncidentRepository incidents,
      MajorIncidentRepository majors,
      CasualtyRepository casualties) {
    this.commands = commands;
    this.regions = regions;
    this.incidents = incidents;
    this.majors = majors;
    this.casualties = casualties;
  }

  /**
   * Carries out a command.
   *
   * @throws Refused when it may not be carried out
   */
  Answer run(CommandOrigin origin, MajorIncidentCommand command) {
    RegionCode region = regions.getServed(origin.region()).code();
    if (command instanceof MajorIncidentCommand.Report report) {
      requireFacility(report.report().facility());
    }
    return commands.run(
        new CommandCall(region, origin.id(), origin.by(), command),
        stamp -> carryOut(region, command, stamp));
  }

  private Decision carryOut(RegionCode region, MajorIncidentCommand command, Stamp stamp) {
    // Incidents before major incidents: whoever collects one waits here for who else does.
    MajorIncidentId holder = holder(region, command);
    MajorIncident before = majors.lock(region, command.majorIncident());
    int unsettled =
        command instanceof MajorIncidentCommand.End
            ? casualties.countUnsettled(region, command.majorIncident())
            : 0;
    boolean rationed =
        command instanceof MajorIncidentCommand.End
            && majors.rationed(region, command.majorIncident());
    DistributionKey key =
        command instanceof MajorIncidentCommand.TakeKey taken
            ? majors.preparedness(region).keys().get(taken.code())
            : null;
    List<MajorIncidentEvent> events =
        MajorIncidents.decide(
            before, command, new Surroundings(holder, unsettled, key, rationed), stamp);
    MajorIncident after = before;
    for (MajorIncidentEvent event : events) {
      after = MajorIncidents.fold(after, event, stamp);
    }
    if (after != null && !events.isEmpty()) {
      majors.save(after, before == null ? 0 : before.version());
    }
    return new Decision(command.majorIncident().value(), events);
  }

  private @Nullable MajorIncidentId holder(RegionCode region, MajorIncidentCommand command) {
    IncidentId incident =
        switch (command) {
          case MajorIncidentCommand.Declare c -> c.from();
          case MajorIncidentCommand.Collect c -> c.incident();
          case MajorIncidentCommand.TellMethane _,
              MajorIncidentCommand.CallResponse _,
              MajorIncidentCommand.CountMissing _,
              MajorIncidentCommand.DecideLevel _,
              MajorIncidentCommand.ChangeType _,
              MajorIncidentCommand.Organise _,
              MajorIncidentCommand.LetGo _,
              MajorIncidentCommand.TakeKey _,
              MajorIncidentCommand.Report _,
              MajorIncidentCommand.ExpectHelp _,
              MajorIncidentCommand.CallOffHelp _,
              MajorIncidentCommand.Note _,
              MajorIncidentCommand.End _ ->
              null;
        };
    if (incident == null) {
      return null;
    }
    if (incidents.lock(region, incident) == null) {
      throw Refused.unknown(
          "incident.unknown", "incident", Map.of("incident", incident.toString()));
    }
    return majors.holder(region, incident);
  }

  private void requireFacility(String facility) {
    if (!regions.hasFacility(facility)) {
      throw Refused.unknown("facility.unknown", "facility", Map.of("facility", facility));
    }
  }

  /**
   * Carries out a command on what the region has prepared.
   *
   * @throws Refused {@code key.region}, {@code key.hospital} or {@code facility.unknown}, or of the
   *     command
   */
  Answer prepare(CommandOrigin origin, PreparednessCommand command) {
    RegionCode region = regions.getServed(origin.region()).code();
    switch (command) {
      case PreparednessCommand.DocumentCapacity c -> requireFacility(c.capacity().facility());
      case PreparednessCommand.PlanBeds c -> requireFacility(c.plan().facility());
      case PreparednessCommand.SettleKey c -> requireKnown(region, c.key());
      case PreparednessCommand.DraftKey _,
          PreparednessCommand.ApproveKey _,
          PreparednessCommand.DropDraft _,
          PreparednessCommand.SetGoal _ -> {}
    }
    return commands.run(
        new CommandCall(region, origin.id(), origin.by(), command),
        _ -> {
          Preparedness before = majors.lockPreparedness(region);
          List<PreparednessEvent> events = before.decide(command);
          Preparedness after = before;
          for (PreparednessEvent event : events) {
            after = Preparedness.fold(after, event);
          }
          if (!events.isEmpty()) {
            majors.save(after, before.version());
          }
          return new Decision(region.value(), events);
        });
  }

  private void requireKnown(RegionCode region, DistributionKey key) {
    if (!key.region().equals(region)) {
      throw new Refused("key.region", "region", Map.of("value", key.region().value()));
    }
    Set<String> known =
        regions.destinations(region).stream()
            .map(Regions.Destination::id)
            .collect(Collectors.toSet());
    key.requireKnown(known);
  }

  /**
   * The major incident.
   *
   * @throws Refused {@code majorIncident.unknown}
   */
  public MajorIncident get(RegionCode region, MajorIncidentId id) {
    return majors.find(regions.getServed(region).code(), id).orElseThrow(() -> unknown(id));
  }

  /**
   * Holds it within a transaction, so that it cannot end meanwhile.
   *
   * @throws Refused {@code majorIncident.unknown} or {@code majorIncident.ended}
   */
  public MajorIncident requireOpen(RegionCode region, MajorIncidentId id) {
    MajorIncident m = majors.hold(region, id);
    if (m == null) {
      throw unknown(id);
    }
    if (!m.open()) {
      throw Refused.state("majorIncident.ended", "majorIncident", Map.of());
    }
    return m;
  }

  static Refused unknown(MajorIncidentId id) {
    return Refused.unknown(
        "majorIncident.unknown", "majorIncident", Map.of("majorIncident", id.value()));
  }

  /** Those of the region, open ones first. */
  List<MajorIncident> list(RegionCode region) {
    return majors.list(regions.getServed(region).code());
  }

  /** What the region has prepared. */
  Preparedness preparedness(RegionCode region) {
    return majors.preparedness(regions.getServed(region).code());
  }

  /** What the region calls at once to such an event, that made for the type first. */
  public List<PresetResponse> responses(RegionCode region, MajorIncidentId of) {
    MajorIncident m = get(region, of);
    return PresetResponse.fitting(
        regions.settled("response", m.region(), ResponseRules.class).responses(),
        m.type(),
        m.level().level());
  }

  /** What a region's data says of preset responses. */
  record ResponseRules(List<PresetResponse> responses) {}

  /** How the region sieves and sorts, published schemes written out. */
  public SieveRules sieves(RegionCode region) {
    RegionCode served = regions.getServed(region).code();
    return regions.settled("masscasualty", served, SieveRules.class).whole();
  }
}
