package se.dirigent.server.masscasualty.report;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.MajorIncident;
import se.dirigent.core.masscasualty.capacity.Specialty;
import se.dirigent.core.masscasualty.rationing.Rationing;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.server.masscasualty.HospitalService.HospitalRoom;

/**
 * The situation at one moment. All of it is of that moment, and of the journal as it was then.
 *
 * @param format counts up when a field changes its meaning or goes; new fields may come at any time
 * @param seq the last entry of the region's journal that it may hold
 * @param madeBy who asked for it, as people say it
 * @param exercise whether all of it is practice
 * @param majorIncident METHANE, level, organisation, key, how many are missing, what hospitals have
 *     said, and the log of decisions with who made each
 * @param counts by category, the gravest first, those nobody has sieved last
 * @param places who are still at the scene, by where they are
 * @param told the last that was told of each thing, by whom, the newest first
 * @param rationings rules put in force because there was not enough, with whom the latest ranking
 *     put where; without the ranking for who may not read of each casualty
 * @param casualties by tag, without identity; null for who may not read of each
 */
public record SituationReport(
    int format,
    Instant at,
    long seq,
    String madeBy,
    String region,
    boolean exercise,
    MajorIncident majorIncident,
    List<CategoryCount> counts,
    List<PlaceCount> places,
    List<ReportedHospital> hospitals,
    List<LastTold> told,
    List<Rationing> rationings,
    @Nullable List<ReportedCasualty> casualties) {
  /** Now. */
  static final int FORMAT = 1;

  public SituationReport {
    counts = List.copyOf(counts);
    places = List.copyOf(places);
    hospitals = List.copyOf(hospitals);
    told = List.copyOf(told);
    rationings = List.copyOf(rationings);
    casualties = casualties == null ? null : List.copyOf(casualties);
  }

  /**
   * How far those of a category have come.
   *
   * @param category null for those nobody has sieved
   * @param scene at the scene, without a hospital
   * @param decided at the scene, with a hospital
   * @param there at a hospital or in a bed there
   */
  public record CategoryCount(
      @Nullable Category category,
      int scene,
      int decided,
      int onTheWay,
      int there,
      int settled,
      int all) {}

  /**
   * Persons of a category at a place.
   *
   * @param place as the crews call it; empty when nobody has said
   * @param category null for those nobody has sieved
   */
  public record PlaceCount(String place, @Nullable Category category, int persons) {}

  /**
   * A hospital.
   *
   * @param name as people call it
   */
  public record ReportedHospital(String name, HospitalRoom room) {}

  /**
   * Who told something last.
   *
   * @param what name of the event
   * @param about the hospital by name, or empty
   */
  public record LastTold(String what, String about, Instant at, String by) {}

  /**
   * One casualty by its tag.
   *
   * @param category null when nobody has sieved it
   * @param place where at the scene; may be empty
   * @param hospital by name, where it is or goes; empty when nobody has decided
   */
  public record ReportedCasualty(
      String tag,
      @Nullable Category category,
      boolean child,
      Set<Specialty> needs,
      Casualty.Decontamination decontamination,
      Casualty.Stage stage,
      String place,
      String hospital,
      String vehicle) {}
}
