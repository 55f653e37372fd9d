package se.dirigent.core.masscasualty;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.Position;

/**
 * How the place is led.
 *
 * @param medicalLead the unit whose crew leads the care there, the first one until told otherwise;
 *     may be empty
 * @param sectors at most 30
 * @param breakPoint where units stop and report before they go in (brytpunkt); may be empty
 * @param breakPointAt its position, or null
 * @param talkgroup of the radio; may be empty
 */
public record Organisation(
    String medicalLead,
    List<Sector> sectors,
    String breakPoint,
    @Nullable Position breakPointAt,
    String talkgroup) {
  private static final int SECTORS_MAX = 30;

  /** Nothing settled yet. */
  public static final Organisation NONE = new Organisation("", List.of(), "", null, "");

  /**
   * A part of the place, or a place for a task: loading, the dead, a casualty clearing station.
   *
   * @param name 1–60 characters
   * @param lead the unit that leads it; may be empty
   */
  public record Sector(String name, String lead, @Nullable Position position) {
    public Sector {
      name = Texts.require("name", name, 1, 60);
      lead = Texts.optional("lead", lead, 60);
    }
  }

  /** The same, led by a unit. */
  Organisation led(String unit) {
    return new Organisation(unit, sectors, breakPoint, breakPointAt, talkgroup);
  }

  public Organisation {
    medicalLead = Texts.optional("medicalLead", medicalLead, 60);
    sectors = List.copyOf(sectors);
    Set<String> names = new HashSet<>();
    for (Sector s : sectors) {
      if (!names.add(s.name()) || sectors.size() > SECTORS_MAX) {
        throw new Refused(
            "majorIncident.sectors", "sectors", Map.of("name", s.name(), "max", "" + SECTORS_MAX));
      }
    }
    breakPoint = Texts.optional("breakPoint", breakPoint, 200);
    talkgroup = Texts.optional("talkgroup", talkgroup, 60);
  }
}
