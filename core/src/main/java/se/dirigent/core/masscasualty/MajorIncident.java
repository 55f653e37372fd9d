package se.dirigent.core.masscasualty;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.Placed;
import se.dirigent.core.masscasualty.capacity.Rooms;
import se.dirigent.core.masscasualty.capacity.Standing;
import se.dirigent.core.masscasualty.capacity.TypeEvent;

/**
 * A major incident. Its incidents live on as they are: they are collected here, never changed.
 *
 * @param declaredFrom the incident it was declared from
 * @param incidents all that are collected, that one first
 * @param happenedAt when the event began, as far as is known
 * @param methane the latest report, or null
 * @param level in force, since when, and who decided
 * @param key the distribution key in use, as it was when it was taken; null when none is
 * @param missing how many relatives ask for, or null when nobody has counted
 * @param standings by hospital, what those of its reports come to that were made after the event
 * @param log what was decided and told, the oldest first; the latest {@value #LOG_MAX}, the journal
 *     has all
 * @param endedAt when it ended, or null
 */
public record MajorIncident(
    MajorIncidentId id,
    RegionCode region,
    IncidentId declaredFrom,
    List<IncidentId> incidents,
    TypeEvent type,
    Instant happenedAt,
    Instant declaredAt,
    String declaredBy,
    @Nullable Methane methane,
    LevelSet level,
    Organisation organisation,
    @Nullable DistributionKey key,
    @Nullable Missing missing,
    Map<String, Standing> standings,
    List<Line> log,
    @Nullable Instant endedAt,
    int version) {
  /** More lines than a commander reads back; a long event has a few hundred. */
  static final int LOG_MAX = 1_000;

  /** A level, and who decided it when. */
  public record LevelSet(Level level, Instant at, String by) {}

  /**
   * How many persons relatives have asked for, without their names, and for how many of them
   * somebody has been able to answer.
   */
  public record Missing(int asked, int answered, Instant at, String by) {}

  /**
   * One line of the log.
   *
   * @param by user name
   * @param what name of the event
   * @param text what was said, or what it was about
   */
  public record Line(Instant at, String by, String what, String text) {}

  public MajorIncident {
    incidents = List.copyOf(incidents);
    standings = Collections.unmodifiableMap(new TreeMap<>(standings));
    log = List.copyOf(log.subList(Math.max(0, log.size() - LOG_MAX), log.size()));
  }

  /** Whether anything is still to come. */
  public boolean open() {
    return endedAt == null;
  }

  /**
   * What hospitals have left now.
   *
   * @param capacities what they have documented, by facility
   * @param placed everybody of this major incident for whom a hospital is decided
   */
  public Rooms rooms(Map<String, HospitalCapacity> capacities, List<Placed> placed) {
    return Rooms.of(declaredAt, capacities, standings, placed);
  }
}
