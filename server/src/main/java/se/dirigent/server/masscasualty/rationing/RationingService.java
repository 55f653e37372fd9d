package se.dirigent.server.masscasualty.rationing;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.CasualtyId;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.core.masscasualty.rationing.Claim;
import se.dirigent.core.masscasualty.rationing.Claim.Benefit;
import se.dirigent.core.masscasualty.rationing.Rationing;
import se.dirigent.core.masscasualty.rationing.RationingCommand;
import se.dirigent.core.masscasualty.rationing.RationingCommand.Begin;
import se.dirigent.core.masscasualty.rationing.RationingCommand.Rank;
import se.dirigent.core.masscasualty.rationing.RationingEvent;
import se.dirigent.core.masscasualty.rationing.RationingRule;
import se.dirigent.core.masscasualty.rationing.Rationings;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.patient.PatientReads;
import se.dirigent.server.identity.patient.PatientReads.Action;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.CommandCall;
import se.dirigent.server.journal.Commands;
import se.dirigent.server.journal.Commands.Decision;
import se.dirigent.server.masscasualty.CasualtyService;
import se.dirigent.server.masscasualty.MajorIncidentService;
import se.dirigent.server.platform.region.Regions;

/** Carries out commands on rationings. */
@Service
public class RationingService {
  /** Nobody may foresee a lot. */
  private final SecureRandom lots = new SecureRandom();

  private final Commands commands;
  private final Regions regions;
  private final RationingRepository rationings;
  private final MajorIncidentService majors;
  private final CasualtyService casualties;
  private final PatientReads reads;

  RationingService(
      Commands commands,
      Regions regions,
      RationingRepository rationings,
      MajorIncidentService majors,
      CasualtyService casualties,
      PatientReads reads) {
    this.commands = commands;
    this.regions = regions;
    this.rationings = rationings;
    this.majors = majors;
    this.casualties = casualties;
    this.reads = reads;
  }

  /** The region's rules. */
  List<RationingRule> rules(RegionCode region) {
    RegionCode served = regions.getServed(region).code();
    return regions.settled("rationing", served, RationingRules.class).rules();
  }

  /**
   * What is put in force.
   *
   * @param decider post that decides it
   */
  record Beginning(String rule, String resource, String reason, String decider) {}

  /**
   * Puts a rule in force; it is named after the command.
   *
   * @throws Refused {@code rationing.rule}, {@code majorIncident.unknown}, {@code
   *     majorIncident.ended}, or of the command
   */
  Answer begin(CommandOrigin origin, MajorIncidentId of, Beginning asked) {
    RegionCode region = regions.getServed(origin.region()).code();
    RationingRule rule =
        regions.settled("rationing", region, RationingRules.class).get(asked.rule());
    return commands.run(
        new CommandCall(region, origin.id(), origin.by(), List.of(of.value(), asked)),
        stamp -> {
          majors.requireOpen(region, of);
          Begin command =
              new Begin(
                  origin.id().toString(),
                  region,
                  of,
                  rule,
                  asked.resource(),
                  asked.reason(),
                  asked.decider(),
                  lots.nextLong());
          boolean same = rationings.inForce(region, of, command.resource());
          return save(null, command, Rationings.decide(null, command, same, stamp), stamp);
        });
  }

  /**
   * A claim as a physician judges it; what the casualty's card says is looked up.
   *
   * @param waitingSince when it was found to need it; without it, since it got its tag
   */
  record Judged(String tag, Benefit benefit, int minutes, @Nullable Instant waitingSince) {}

  /**
   * Ranks by the rule in force.
   *
   * @throws Refused {@code casualty.unknown}, {@code casualty.uncategorised}, or of the command
   */
  Answer rank(CommandOrigin origin, MajorIncidentId of, String id, List<Judged> all, int minutes) {
    RegionCode region = regions.getServed(origin.region()).code();
    return commands.run(
        new CommandCall(region, origin.id(), origin.by(), List.of(id, all, minutes)),
        stamp -> {
          Rationing before = lock(region, of, id);
          if (all.size() > Rationings.CLAIMS_MAX) {
            throw new Refused(
                "rationing.claims",
                "claims",
                Map.of("count", "" + all.size(), "max", "" + Rationings.CLAIMS_MAX));
          }
          List<Claim> claims = new ArrayList<>();
          for (Judged judged : all) {
            claims.add(claim(region, new CasualtyId(of, judged.tag()), judged));
          }
          Rank command = new Rank(id, claims, minutes);
          return save(before, command, Rationings.decide(before, command, false, stamp), stamp);
        });
  }

  private Claim claim(RegionCode region, CasualtyId id, Judged judged) {
    Casualty c = casualties.person(region, id);
    Category category = c.category();
    if (category == null) {
      throw Refused.state("casualty.uncategorised", "tag", Map.of("tag", judged.tag()));
    }
    Instant since = Objects.requireNonNullElse(judged.waitingSince(), c.times().registeredAt());
    return new Claim(c.id().tag(), category, judged.benefit(), judged.minutes(), since);
  }

  /** Ends it. */
  Answer end(CommandOrigin origin, MajorIncidentId of, String id, String reason) {
    RegionCode region = regions.getServed(origin.region()).code();
    RationingCommand command = new RationingCommand.EndRationing(id, reason);
    return commands.run(
        new CommandCall(region, origin.id(), origin.by(), command),
        stamp -> {
          Rationing before = lock(region, of, id);
          return save(before, command, Rationings.decide(before, command, false, stamp), stamp);
        });
  }

  private @Nullable Rationing lock(RegionCode region, MajorIncidentId of, String id) {
    Rationing found = rationings.lock(region, id);
    return found == null || !found.majorIncident().equals(of) ? null : found;
  }

  private Decision save(
      @Nullable Rationing before,
      RationingCommand command,
      List<RationingEvent> events,
      Stamp stamp) {
    Rationing after = before;
    for (RationingEvent event : events) {
      after = Rationings.fold(after, event, stamp);
    }
    if (after != null) {
      rationings.save(after, before == null ? 0 : before.version());
    }
    return new Decision(command.rationing(), events);
  }

  /** Those of a major incident, for who logs the read. */
  public List<Rationing> list(RegionCode region, MajorIncidentId of) {
    return rationings.list(region, of);
  }

  /** Those of a major incident with whom each ranked; the read is logged. */
  @Transactional
  List<Rationing> list(RegionCode region, MajorIncidentId of, Actor actor) {
    RegionCode served = regions.getServed(region).code();
    majors.get(served, of);
    List<Rationing> all = list(served, of);
    if (!all.isEmpty()) {
      reads.record(served, actor, "vård", "*", null, Action.READ, "rationings of " + of);
    }
    return all;
  }
}
