package se.dirigent.server.masscasualty.report;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.Casualty.Stage;
import se.dirigent.core.masscasualty.MajorIncident;
import se.dirigent.core.masscasualty.MajorIncident.Line;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.patient.PatientReads;
import se.dirigent.server.identity.patient.PatientReads.Action;
import se.dirigent.server.masscasualty.CasualtyService;
import se.dirigent.server.masscasualty.CasualtyService.Tally;
import se.dirigent.server.masscasualty.HospitalService;
import se.dirigent.server.masscasualty.MajorIncidentService;
import se.dirigent.server.masscasualty.rationing.RationingService;
import se.dirigent.server.masscasualty.report.SituationReport.CategoryCount;
import se.dirigent.server.masscasualty.report.SituationReport.LastTold;
import se.dirigent.server.masscasualty.report.SituationReport.PlaceCount;
import se.dirigent.server.masscasualty.report.SituationReport.ReportedCasualty;
import se.dirigent.server.masscasualty.report.SituationReport.ReportedHospital;
import se.dirigent.server.platform.region.Regions;

/** Makes situation reports. */
@Service
class SituationReports {
  /** What people report, beside what they decide. */
  private static final Set<String> REPORTS =
      Set.of(
          "MethaneTold",
          "OldMethaneTold",
          "PlaceOrganised",
          "HelpExpected",
          "HelpCalledOff",
          "MissingCounted",
          "CapacityReported",
          "OldCapacityReported");

  /** Of these each hospital has a last one. */
  private static final Set<String> OF_A_HOSPITAL =
      Set.of("CapacityReported", "OldCapacityReported");

  /** As people count: the second before the tenth. */
  private static final Comparator<ReportedCasualty> BY_TAG =
      Comparator.comparing((ReportedCasualty c) -> c.tag().replaceAll("[0-9]+$", ""))
          .thenComparing(c -> c.tag().length())
          .thenComparing(ReportedCasualty::tag);

  private final MajorIncidentService majors;
  private final CasualtyService casualties;
  private final HospitalService hospitals;
  private final RationingService rationings;
  private final Regions regions;
  private final PatientReads reads;
  private final InstantSource clock;

  SituationReports(
      MajorIncidentService majors,
      CasualtyService casualties,
      HospitalService hospitals,
      RationingService rationings,
      Regions regions,
      PatientReads reads,
      InstantSource clock) {
    this.majors = majors;
    this.casualties = casualties;
    this.hospitals = hospitals;
    this.rationings = rationings;
    this.regions = regions;
    this.reads = reads;
    this.clock = clock;
  }

  /**
   * The situation now, all parts as of one moment. The read is logged. Who may read of every
   * casualty is told of each, others how many.
   *
   * @throws se.dirigent.core.Refused {@code majorIncident.unknown}
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public SituationReport make(RegionCode region, MajorIncidentId of, Actor actor) {
    RegionCode served = regions.getServed(region).code();
    long seq = casualties.head(served);
    MajorIncident major = majors.get(served, of);
    Instant now = clock.instant();
    List<Tally> tally = casualties.tally(served, of);
    List<ReportedCasualty> each = null;
    boolean all = casualties.readsAll(actor, served);
    if (all) {
      each =
          casualties.list(served, of, null, null, CasualtyService.CASUALTIES_MAX, actor).stream()
              .filter(Casualty::isPerson)
              .map(this::reported)
              .sorted(BY_TAG)
              .toList();
    } else {
      String what = "situation report of " + of;
      reads.record(served, actor, "vård", "*", null, Action.READ, what);
    }
    return new SituationReport(
        SituationReport.FORMAT,
        now,
        seq,
        actor.displayName(),
        regions.get(served).pack().name(),
        regions.inDrill(served),
        major,
        counts(tally),
        places(tally),
        hospitals.hospitals(served, of, now).stream()
            .map(room -> new ReportedHospital(nameOf(room.facility()), room))
            .toList(),
        told(major.log()),
        rationings.list(served, of).stream().map(r -> all ? r : r.unranked()).toList(),
        each);
  }

  private ReportedCasualty reported(Casualty c) {
    String at = c.facility();
    Casualty.Sent to = c.destination();
    return new ReportedCasualty(
        c.id().tag(),
        c.category(),
        c.about().child(),
        c.about().needs(),
        c.about().decontamination(),
        c.stage(),
        c.about().place(),
        !at.isEmpty() ? nameOf(at) : to == null ? "" : nameOf(to.facility()),
        c.vehicle());
  }

  private String nameOf(String facility) {
    return facility.isEmpty()
        ? ""
        : regions.findFacility(facility).map(Regions.Destination::name).orElse(facility);
  }

  private static List<CategoryCount> counts(List<Tally> tally) {
    List<CategoryCount> counts = new ArrayList<>();
    for (Category category : Category.values()) {
      counts.add(count(category, tally));
    }
    counts.add(count(null, tally));
    return counts;
  }

  private static CategoryCount count(@Nullable Category category, List<Tally> tally) {
    List<Tally> of = tally.stream().filter(t -> category(t) == category).toList();
    return new CategoryCount(
        category,
        sum(of, t -> is(t, Stage.AT_SCENE) && t.facility().isEmpty()),
        sum(of, t -> is(t, Stage.AT_SCENE) && !t.facility().isEmpty()),
        sum(of, t -> is(t, Stage.DEPARTED)),
        sum(of, t -> is(t, Stage.ARRIVED) || is(t, Stage.ADMITTED)),
        sum(of, t -> is(t, Stage.SETTLED)),
        sum(of, _ -> true));
  }

  private static List<PlaceCount> places(List<Tally> tally) {
    Map<String, Map<Integer, PlaceCount>> places = new TreeMap<>();
    for (Tally t : tally) {
      if (is(t, Stage.AT_SCENE)) {
        Category category = category(t);
        int order = category == null ? Category.values().length : category.ordinal();
        places
            .computeIfAbsent(t.place(), _ -> new TreeMap<>())
            .merge(
                order,
                new PlaceCount(t.place(), category, t.persons()),
                (a, b) -> new PlaceCount(t.place(), category, a.persons() + b.persons()));
      }
    }
    return places.values().stream().flatMap(of -> of.values().stream()).toList();
  }

  private List<LastTold> told(List<Line> log) {
    Map<String, LastTold> last = new LinkedHashMap<>();
    for (Line line : log) {
      if (REPORTS.contains(line.what())) {
        boolean hospital = OF_A_HOSPITAL.contains(line.what());
        String about = hospital ? nameOf(line.text()) : "";
        last.put(line.what() + about, new LastTold(line.what(), about, line.at(), line.by()));
      }
    }
    return last.values().stream()
        .sorted(Comparator.comparing(LastTold::at).reversed().thenComparing(LastTold::about))
        .toList();
  }

  private static @Nullable Category category(Tally t) {
    return t.category().isEmpty() ? null : Category.valueOf(t.category());
  }

  private static boolean is(Tally t, Stage stage) {
    return t.stage().equals(stage.name());
  }

  private static int sum(List<Tally> of, Predicate<Tally> which) {
    return of.stream().filter(which).mapToInt(Tally::persons).sum();
  }
}
