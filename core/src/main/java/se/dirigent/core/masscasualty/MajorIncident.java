package se.dirigent.core.masscasualty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.masscasualty.capacity.CapacityReport;
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
 * @param help vehicles that come beside the region's units, and have not been called off
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
    List<Help> help,
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

  /**
   * A vehicle that comes beside the region's units: a bus, or another region's ambulance or
   * helicopter. It belongs to the event until it is called off.
   *
   * @param name 1–60 characters, as those at the place call it
   * @param stretchers how many can lie
   * @param seats how many can sit besides
   * @param at when it can load at the break point, or at the place when there is none
   */
  public record Help(String name, Kind kind, int stretchers, int seats, Instant at) {
    private static final int ROOM_MAX = 200;

    /** What it is, which says whom it carries and how fast. */
    public enum Kind {
      /** Those who can sit and wait. */
      BUS,
      AMBULANCE,
      HELICOPTER
    }

    public Help {
      name = Texts.require("name", name, 1, 60);
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(at, "at");
      int most = Math.max(stretchers, seats);
      if (Math.min(stretchers, seats) < 0 || most > ROOM_MAX || most == 0) {
        throw new Refused(
            "help.room",
            "seats",
            Map.of("stretchers", "" + stretchers, "seats", "" + seats, "max", "" + ROOM_MAX));
      }
    }
  }

  public MajorIncident {
    // What was written before there was any help to expect has none.
    help = List.copyOf(Objects.requireNonNullElse(help, List.of()));
    incidents = List.copyOf(incidents);
    standings = Collections.unmodifiableMap(new TreeMap<>(standings));
    log = List.copyOf(log.subList(Math.max(0, log.size() - LOG_MAX), log.size()));
  }

  /** Whether the report from the scene that is in force was told after a time. */
  boolean reportedAfter(Instant at) {
    return log.reversed().stream()
        .filter(line -> line.what().equals(MajorIncidentEvent.MethaneTold.class.getSimpleName()))
        .findFirst()
        .map(line -> line.at().isAfter(at))
        .orElse(false);
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

  /** A major incident on its way to its next version. */
  static final class Next {
    private final MajorIncident m;
    private final List<IncidentId> incidents;
    private final Map<String, Standing> standings;
    private final List<Help> help;
    private TypeEvent type;
    private @Nullable Methane methane;
    private LevelSet level;
    private Organisation organisation;
    private @Nullable DistributionKey key;
    private @Nullable Missing missing;
    private @Nullable Instant endedAt;

    Next(MajorIncident m) {
      this.m = m;
      incidents = new ArrayList<>(m.incidents());
      standings = new HashMap<>(m.standings());
      help = new ArrayList<>(m.help());
      type = m.type();
      methane = m.methane();
      level = m.level();
      organisation = m.organisation();
      key = m.key();
      missing = m.missing();
      endedAt = m.endedAt();
    }

    Next methane(Methane now) {
      methane = now;
      return this;
    }

    Next level(LevelSet now) {
      level = now;
      return this;
    }

    Next organisation(Organisation now) {
      organisation = now;
      return this;
    }

    Next key(DistributionKey now) {
      key = now;
      return this;
    }

    Next missing(Missing now) {
      missing = now;
      return this;
    }

    Next add(IncidentId incident) {
      incidents.add(incident);
      return this;
    }

    Next remove(IncidentId incident) {
      incidents.remove(incident);
      return this;
    }

    Next report(CapacityReport now) {
      standings.put(now.facility(), Standing.after(standings.get(now.facility()), now));
      return this;
    }

    /** The same name again is the same vehicle, of which something else is known now. */
    Next help(Help now) {
      return without(now.name(), now);
    }

    Next without(String name, Help... now) {
      help.removeIf(one -> one.name().equals(name));
      help.addAll(List.of(now));
      return this;
    }

    Next type(TypeEvent now) {
      type = now;
      return this;
    }

    Next ended(Instant at) {
      endedAt = at;
      return this;
    }

    MajorIncident line(Stamp stamp, MajorIncidentEvent event, String text) {
      return line(stamp, event.getClass().getSimpleName(), text);
    }

    MajorIncident line(Stamp stamp, String what, String text) {
      List<Line> log = new ArrayList<>(m.log());
      log.add(new Line(stamp.at(), stamp.by(), what, text));
      return new MajorIncident(
          m.id(),
          m.region(),
          m.declaredFrom(),
          incidents,
          type,
          m.happenedAt(),
          m.declaredAt(),
          m.declaredBy(),
          methane,
          level,
          organisation,
          key,
          missing,
          standings,
          help,
          log,
          endedAt,
          m.version() + 1);
    }
  }
}
