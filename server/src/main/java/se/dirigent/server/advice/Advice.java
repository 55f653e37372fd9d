package se.dirigent.server.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Phase;
import se.dirigent.optimiser.assign.JointPlan;
import se.dirigent.optimiser.assign.JointProposer;
import se.dirigent.optimiser.assign.JointProposer.Forbidden;
import se.dirigent.optimiser.assign.TakeOvers;
import se.dirigent.optimiser.assign.WaitingCase;
import se.dirigent.optimiser.recommend.Candidate;
import se.dirigent.optimiser.recommend.Fleet;
import se.dirigent.optimiser.recommend.Need;
import se.dirigent.optimiser.recommend.Recommender;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.server.advice.Neighbours.Lent;
import se.dirigent.server.advice.ProposedPlan.Proposal;
import se.dirigent.server.incident.IncidentRepository;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.picture.Pictures;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.road.RoadsChanged;

/** Puts questions to the optimiser, from the picture in memory. */
@Service
class Advice {
  /** Most units named in an answer: more than anyone reads, enough to find a certain one. */
  private static final int UNITS_MAX = 50;

  /** Most waiting incidents in a plan; beyond it is mass casualty, which has other means. */
  private static final int CASES_MAX = 500;

  private static final Logger LOG = LoggerFactory.getLogger(Advice.class);

  private final Regions regions;
  private final Pictures pictures;
  private final IncidentRepository incidents;
  private final Refusals refusals;
  private final StandbyWatch standbys;
  private final Neighbours neighbours;
  private final TravelTimes times;
  private final Map<RegionCode, Desk> desks = new ConcurrentHashMap<>();

  /** What advice on one region is made with. */
  private record Desk(
      RegionSettings settings,
      Recommender recommender,
      JointProposer proposer,
      TakeOvers takeOvers,
      RegionCover cover) {
    static Desk of(Region region, TravelTimes times) {
      RegionSettings settings = RegionSettings.of(region);
      Recommender recommender = new Recommender(times, settings.recommend());
      return new Desk(
          settings,
          recommender,
          new JointProposer(recommender, settings.prices()),
          new TakeOvers(recommender, settings.recommend(), settings.takeOver()),
          new RegionCover(settings, times));
    }
  }

  Advice(
      Regions regions,
      Pictures pictures,
      IncidentRepository incidents,
      Refusals refusals,
      StandbyWatch standbys,
      Neighbours neighbours,
      TravelTimes travelTimes) {
    this.regions = regions;
    this.pictures = pictures;
    this.incidents = incidents;
    this.refusals = refusals;
    this.standbys = standbys;
    this.neighbours = neighbours;
    this.times = travelTimes;
  }

  /**
   * Ranks the region's units for an incident, and those of neighbours that may be asked for by
   * agreement; those off duty are left out.
   *
   * @throws Refused {@code incident.unknown}
   */
  RankedUnits rank(RegionCode code, IncidentId id) {
    Region region = regions.getServed(code);
    Desk desk = desk(region);
    Picture picture = pictures.current(code);
    Incident incident =
        picture.incidents().stream()
            .filter(i -> i.id().equals(id))
            .findAny()
            .or(() -> incidents.find(code, id))
            .orElseThrow(
                () -> Refused.unknown("incident.unknown", "incident", Map.of("incident", "" + id)));
    Crowd crowd = Crowd.of(region, picture);
    Need need = Crowd.need(region, incident);
    List<Lent> lent = neighbours.list(region, need.level());
    List<Candidate> all = new ArrayList<>(crowd.candidates());
    lent.forEach(l -> all.add(l.candidate()));
    Fleet fleet = fleet(desk, all, picture.now());
    return RankedUnits.of(
        desk.recommender().answer(need, fleet, UNITS_MAX),
        crowd,
        lent,
        RankedUnits.Rule.of(desk.settings().recommend(), need.level()),
        desk.cover().latest());
  }

  /** The plan of least cost for all who wait. */
  ProposedPlan propose(RegionCode code) {
    Region region = regions.getServed(code);
    Desk desk = desk(region);
    Picture picture = pictures.current(code);
    List<Incident> waiting =
        picture.incidents().stream()
            .filter(i -> i.phase() == Phase.WAITING && i.duplicateOf() == null)
            .sorted(
                Comparator.comparingInt((Incident i) -> Crowd.need(region, i).level())
                    .thenComparing(Incident::receivedAt))
            .toList();
    List<Incident> looked = waiting.subList(0, Math.min(CASES_MAX, waiting.size()));
    List<WaitingCase> cases =
        looked.stream()
            .map(i -> new WaitingCase(i.id().toString(), Crowd.need(region, i), i.receivedAt()))
            .toList();
    Crowd crowd = Crowd.of(region, picture);
    Set<Forbidden> refused =
        looked.stream()
            .flatMap(i -> refusals.units(code, i).stream().map(u -> forbidden(i, u)))
            .collect(Collectors.toSet());
    JointPlan plan = desk.proposer().propose(cases, fleet(desk, crowd), refused, picture.now());
    List<Proposal> proposals = new ArrayList<>();
    for (int i = 0; i < looked.size(); i++) {
      proposals.add(proposal(plan.choices().get(i), looked.get(i), crowd));
    }
    Set<String> wanted =
        proposals.stream().flatMap(p -> Stream.ofNullable(p.unit())).collect(Collectors.toSet());
    return new ProposedPlan(
        proposals,
        new Freed(crowd, desk.settings().fresh(), i -> refusals.units(code, i))
            .propose(desk.takeOvers(), wanted),
        waiting.size() - looked.size(),
        picture.seq(),
        picture.now());
  }

  /** The cover as last calculated, a few seconds ago at most. */
  CoverPicture cover(RegionCode code) {
    Region region = regions.getServed(code);
    Desk desk = desk(region);
    return CoverFigures.of(
        region, desk.settings(), desk.cover().latest(), pictures.latest(code).units());
  }

  /** Beside the questions: what a unit's absence costs changes slowly, and nobody waits for it. */
  @Scheduled(fixedDelayString = "${dirigent.cover.every:PT10S}")
  void calculate() {
    for (RegionCode code : regions.served()) {
      try {
        Region region = regions.getServed(code);
        Picture picture = pictures.latest(code);
        if (picture.seq() >= 0) { // Before the first look at the tables nobody is known.
          desk(region).cover().calculate(Crowd.of(region, picture));
          standbys.look(region, picture);
        }
      } catch (RuntimeException e) {
        LOG.error("the cover of {} could not be calculated; the last one stands", code, e);
      }
    }
  }

  @EventListener
  void roadsChanged(RoadsChanged changed) {
    desks.values().forEach(desk -> desk.cover().forgetRoads());
  }

  private static Forbidden forbidden(Incident incident, String unit) {
    return new Forbidden(incident.id().toString(), unit);
  }

  private Desk desk(Region region) {
    return desks.computeIfAbsent(region.code(), _ -> Desk.of(region, times));
  }

  private static Fleet fleet(Desk desk, Crowd crowd) {
    return fleet(desk, crowd.candidates(), crowd.picture().now());
  }

  private static Fleet fleet(Desk desk, List<Candidate> units, Instant now) {
    RegionCover.Snapshot cover = desk.cover().latest();
    return desk.recommender().fleet(units, cover::callsLost, now);
  }

  private static Proposal proposal(JointPlan.Choice choice, Incident incident, Crowd crowd) {
    Unit unit = choice.unit() == null ? null : crowd.units().get(choice.unit());
    Instant now = crowd.picture().now();
    return new Proposal(
        choice.incident(),
        choice.unit(),
        unit == null ? null : unit.callSign(),
        unit != null && unit.assignment() != null && incident.phase() == Phase.WAITING,
        choice.why(),
        Math.round(choice.costSeconds()),
        choice.ownBest(),
        callSign(choice.ownBest(), crowd),
        Math.round(choice.extraSeconds()),
        Math.max(0, Duration.between(incident.receivedAt(), now).toSeconds()));
  }

  private static @Nullable String callSign(@Nullable String unit, Crowd crowd) {
    Unit found = unit == null ? null : crowd.units().get(unit);
    return found == null ? null : found.callSign();
  }
}
