package se.dirigent.server.platform.region;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.alarm.AlarmKind;
import se.dirigent.core.alarm.AlarmRules;
import se.dirigent.core.dispatch.DispatchRules;
import se.dirigent.core.facility.Facility;
import se.dirigent.core.facility.Station;
import se.dirigent.core.fleet.Standby;
import se.dirigent.core.geo.Boundary;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentRules;
import se.dirigent.core.incident.PriorityLevel;
import se.dirigent.core.incident.PriorityScale;
import se.dirigent.core.incident.TriageRules;
import se.dirigent.server.platform.region.RegionPack.GeoJson;
import se.dirigent.server.platform.region.RegionPack.PackPriority;
import se.dirigent.server.platform.region.RegionPack.PackRelocation;
import se.dirigent.server.platform.region.RegionPack.PackStation;

/**
 * A region as the rules use it.
 *
 * @param pack what it was read from
 */
public record Region(
    RegionCode code,
    RegionPack pack,
    Boundary boundary,
    DispatchRules rules,
    AlarmRules alarms,
    List<Facility> facilities,
    List<Station> stations) {
  /** Contact interval where a pack names none. [assumption, domain notes: P2] */
  private static final int THEN_EVERY_SECONDS = 1200;

  /**
   * The region of a pack.
   *
   * @throws se.dirigent.core.Refused when the pack holds what cannot be
   */
  public static Region of(RegionPack pack) {
    PriorityScale scale = new PriorityScale(pack.priorities().stream().map(Region::level).toList());
    RegionPack.PackRules rules = pack.rules();
    IncidentRules incidents =
        new IncidentRules(
            scale,
            rules.missedContactsToEscalate(),
            Duration.ofSeconds(rules.contactGraceSeconds()),
            Duration.ofSeconds(rules.contactAheadMaxSeconds()),
            Duration.ofDays(rules.threatLifeDays()),
            triage(rules.triage()));
    Duration retask = Duration.ofSeconds(rules.retaskAfterHandoverSeconds());
    return new Region(
        pack.code(),
        pack,
        boundary(pack.boundary()),
        new DispatchRules(incidents, retask, Duration.ofSeconds(rules.lapseStepSeconds())),
        alarms(rules.alarms()),
        pack.facilities().stream()
            .map(f ->
                new Facility(f.id(), f.name(), f.kind(), f.level(), f.position(), f.synthetic()))
            .toList(),
        pack.stations().stream()
            .map(s -> new Station(s.id(), s.name(), s.position(), s.synthetic()))
            .toList());
  }

  /** Where units may stand: the stations, and the points the region has beside them. */
  public List<Standby.Place> standbyPlaces() {
    RegionPack.PackAdvice advice = pack.advice();
    List<PackStation> points = advice == null ? null : advice.standbyPoints();
    return Stream.concat(
            pack.stations().stream(), points == null ? Stream.empty() : points.stream())
        .map(s -> new Standby.Place(s.id(), s.name(), s.position()))
        .toList();
  }

  /**
   * The place of the id.
   *
   * @throws Refused {@code place.unknown}
   */
  public Standby.Place getStandbyPlace(String id) {
    return standbyPlaces().stream()
        .filter(p -> p.id().equals(id))
        .findAny()
        .orElseThrow(() -> Refused.unknown("place.unknown", "place", Map.of("place", id)));
  }

  /** What the page tells apart. */
  public RegionPack.PackShown shown() {
    RegionPack.PackAdvice advice = pack.advice();
    RegionPack.PackShown own = advice == null ? null : advice.shown();
    return own == null ? RegionPack.PackShown.defaults() : own;
  }

  /** The place where somebody who is there stands, or null. */
  public Standby.@Nullable Place standbyPlaceNear(Position at) {
    int metres = relocation().placeMetres();
    return standbyPlaces().stream()
        .filter(p -> p.position().metresTo(at) <= metres)
        .findFirst()
        .orElse(null);
  }

  /** How much moving about its crews bear. */
  public PackRelocation relocation() {
    RegionPack.PackAdvice advice = pack.advice();
    PackRelocation own = advice == null ? null : advice.relocation();
    return own == null ? PackRelocation.defaults() : own;
  }

  private static TriageRules triage(RegionPack.@Nullable PackTriage own) {
    return own == null
        ? TriageRules.standard()
        : new TriageRules(
            Duration.ofSeconds(own.answerUrgentSeconds()),
            Duration.ofSeconds(own.answerSeconds()),
            Duration.ofSeconds(own.assessmentMaxSeconds()),
            Duration.ofDays(own.bookingAheadMaxDays()),
            own.referralLevelMin());
  }

  private static AlarmRules alarms(RegionPack.@Nullable PackAlarms own) {
    if (own == null) {
      return AlarmRules.standard();
    }
    Map<AlarmKind, Duration> within = new EnumMap<>(AlarmKind.class);
    if (own.act() != null) {
      own.act().forEach((kind, seconds) -> within.put(kind, Duration.ofSeconds(seconds)));
    }
    Duration age = seconds(own.positionAgeMax());
    return new AlarmRules(within, age == null ? AlarmRules.POSITION_AGE_MAX : age);
  }

  /**
   * On what terms a unit is ordered to stand somewhere.
   *
   * @param underWay whether it is on its way home, so that nobody is roused
   */
  public Standby.Terms standbyTerms(boolean underWay) {
    PackRelocation r = relocation();
    Duration answer = Duration.ofSeconds(r.answerSeconds());
    return new Standby.Terms(r.movesPerShiftMax(), answer, underWay);
  }

  /** A priority that alarms unassigned and names no first contact is contacted at the alarm. */
  private static PriorityLevel level(PackPriority p) {
    Integer first = p.firstContactSeconds();
    Integer alarm = p.unassignedAlarmSeconds();
    Integer every = p.thenEverySeconds();
    int firstSeconds = first != null ? first : alarm != null ? alarm : THEN_EVERY_SECONDS;
    return new PriorityLevel(
        p.code(),
        p.label(),
        p.labelEn(),
        p.level(),
        Duration.ofSeconds(p.acknowledgeSeconds()),
        seconds(p.rollSeconds()),
        Duration.ofSeconds(firstSeconds),
        Duration.ofSeconds(every != null ? every : THEN_EVERY_SECONDS),
        seconds(alarm));
  }

  private static @Nullable Duration seconds(@Nullable Integer seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  private static Boundary boundary(GeoJson json) {
    return new Boundary(
        json.coordinates().stream()
            .map(polygon -> polygon.stream().map(Region::ring).toList())
            .collect(Collectors.toList()));
  }

  private static List<Position> ring(List<List<Double>> points) {
    return IntStream.range(0, points.size())
        .mapToObj(i -> new Position(points.get(i).get(1), points.get(i).get(0)))
        .toList();
  }
}
