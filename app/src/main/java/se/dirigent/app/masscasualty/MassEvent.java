package se.dirigent.app.masscasualty;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.distribute.Intake;

/**
 * A mass-casualty event as a file describes it. Minutes are counted from {@code at}.
 *
 * @param title in words
 * @param region code of the region where it happens
 * @param at when
 * @param sites where casualties are
 * @param intake what hospitals say themselves, by id; the standard holds for others
 * @param closed ids of hospitals that take nobody
 * @param key share of casualties by id of hospital, together 1; empty for none
 * @param regions codes of the regions whose units come
 * @param withinMinutes units that are further away from every site are not asked
 * @param availableShare share of those units that are free to come, 0 to 1
 * @param vehicles those that come besides
 * @param horizonMinutes until when the question reaches
 */
public record MassEvent(
    String title,
    String region,
    Instant at,
    List<Site> sites,
    Map<String, List<Intake>> intake,
    Set<String> closed,
    Map<String, Double> key,
    List<String> regions,
    int withinMinutes,
    double availableShare,
    List<Extra> vehicles,
    int horizonMinutes) {

  /** Specialties in the optimiser's order: those of the mass-casualty room of the core. */
  public static final List<String> SPECIALTIES =
      List.of(
          "trauma",
          "burn",
          "neuro",
          "thorax",
          "child",
          "intensive-care",
          "decontamination",
          "isolation");

  /** Number of decontamination among them. */
  public static final int DECONTAMINATION = 6;

  /** A place of the event. */
  public record Site(
      String name,
      Position position,
      int cleanedPerHour,
      int cleanedFromMinute,
      List<Wounded> casualties) {}

  /**
   * Casualties who are alike.
   *
   * @param category number of the category, in the optimiser's standard order
   * @param count how many
   * @param needs a bit for each specialty
   * @param readyMinute when the first may be loaded
   * @param everyMinutes minutes between one becoming ready and the next
   * @param families of so many each they belong together; 1 for nobody
   * @param foundMinute from when somebody can look at them; before it they are not hurt yet, or not
   *     yet brought ashore
   */
  public record Wounded(
      int category,
      int count,
      long needs,
      int readyMinute,
      double everyMinutes,
      int families,
      int foundMinute) {}

  /** Vehicles that come besides those of regions: buses, helicopters of others. */
  public record Extra(
      String name, Carrier kind, int count, int seats, Position position, int fromMinute) {}

  /** What extra vehicles can be. */
  public enum Carrier {
    AMBULANCE,
    HELICOPTER,
    BUS
  }
}
