package se.dirigent.server.masscasualty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.dirigent.core.Refused;
import se.dirigent.core.facility.Facility;
import se.dirigent.core.facility.FacilityKind;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.Casualty.Stage;
import se.dirigent.core.masscasualty.CasualtyId;
import se.dirigent.core.masscasualty.MajorIncident;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.Draw;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.KeyInUse;
import se.dirigent.core.masscasualty.capacity.Rooms;
import se.dirigent.core.masscasualty.capacity.Specialty;
import se.dirigent.core.masscasualty.capacity.Standing;
import se.dirigent.core.masscasualty.plan.Goal;
import se.dirigent.core.masscasualty.plan.Preparedness;
import se.dirigent.core.masscasualty.sieve.Category;
import se.dirigent.server.masscasualty.CasualtyService.Tally;
import se.dirigent.server.platform.region.Regions;

/** What hospitals have left of a major incident, and which of them is proposed. */
@Service
public class HospitalService {
  private final Regions regions;
  private final MajorIncidentRepository majors;
  private final CasualtyRepository casualties;

  HospitalService(Regions regions, MajorIncidentRepository majors, CasualtyRepository casualties) {
    this.regions = regions;
    this.majors = majors;
    this.casualties = casualties;
  }

  /**
   * What is left, held alone until the transaction ends: reports wait, and so do other decisions.
   *
   * @throws Refused {@code majorIncident.unknown}
   */
  HeldRooms hold(RegionCode region, MajorIncidentId of) {
    // Also other events wait: they send to the same hospitals.
    casualties.lockPlaces();
    MajorIncident m = majors.lock(region, of);
    if (m == null) {
      throw MajorIncidentService.unknown(of);
    }
    return rooms(region, m);
  }

  private HeldRooms rooms(RegionCode region, MajorIncident m) {
    return new HeldRooms(
        m,
        capacities(region),
        casualties.placed(region, m.id()),
        casualties.placedElsewhere(m.id()),
        majors.latestElsewhere(m.id()),
        this::nameOf);
  }

  /** What is documented: by a hospital's own region, else by this one for it. */
  Map<String, HospitalCapacity> capacities(RegionCode region) {
    Map<String, HospitalCapacity> known = new HashMap<>();
    Set<String> own = new HashSet<>();
    for (Preparedness p : majors.prepared()) {
      p.capacities()
          .forEach((facility, capacity) -> {
            boolean its =
                regions
                    .findFacility(facility)
                    .filter(f -> f.region().equals(p.region()))
                    .isPresent();
            if (its && own.add(facility) || p.region().equals(region) && !own.contains(facility)) {
              known.put(facility, capacity);
            }
          });
    }
    return known;
  }

  /** What people call a hospital. */
  public String nameOf(String facility) {
    return regions.findFacility(facility).map(Regions.Destination::name).orElse(facility);
  }

  /**
   * The hospital that the key proposes for a casualty, and why; the casualty itself takes nothing
   * of what is left.
   *
   * @throws Refused {@code key.none} when no key is taken, {@code casualty.uncategorised}
   */
  @Transactional(readOnly = true)
  Draw propose(RegionCode region, CasualtyId id, Instant now) {
    RegionCode served = regions.getServed(region).code();
    MajorIncident m = find(served, id.majorIncident());
    Casualty c =
        casualties
            .findPerson(served, id)
            .orElseThrow(() -> Refused.unknown("casualty.unknown", "tag", Map.of("tag", id.tag())));
    Category category = c.category();
    if (category == null || !category.travels()) {
      throw Refused.state("casualty.uncategorised", "tag", Map.of("tag", id.tag()));
    }
    DistributionKey key = m.key();
    if (key == null) {
      throw Refused.state("key.none", "majorIncident", Map.of());
    }
    return new KeyInUse(key, rooms(served, m).without(c.id()))
        .next(category, c.about().needs(), now);
  }

  /**
   * Everything of a major incident that who goes where is worked out from, as it was at one moment.
   *
   * @param capacities what hospitals have documented, by facility
   * @param rooms what they have left
   * @param key in use with those rooms, or null
   * @param casualties every tag, in order
   */
  public record Situation(
      MajorIncident major,
      Map<String, HospitalCapacity> capacities,
      Rooms rooms,
      @Nullable KeyInUse key,
      List<Casualty> casualties) {
    /** What a hospital has documented, or null. */
    public @Nullable HospitalCapacity documented(String facility) {
      return capacities.get(facility);
    }

    /** How many more who need a specialty a hospital takes at a moment. */
    public int left(String facility, Specialty specialty, Instant at) {
      return key == null
          ? rooms.left(facility, specialty, Rooms.Limits.NONE, at)
          : key.left(facility, specialty, at);
    }
  }

  /**
   * The situation as it is.
   *
   * @throws Refused {@code majorIncident.unknown}
   */
  @Transactional(readOnly = true)
  public Situation situation(RegionCode region, MajorIncidentId of) {
    RegionCode served = regions.getServed(region).code();
    MajorIncident m = find(served, of);
    Map<String, HospitalCapacity> documented = capacities(served);
    Rooms rooms = left(served, m, documented);
    DistributionKey key = m.key();
    return new Situation(
        m,
        documented,
        rooms,
        key == null ? null : new KeyInUse(key, rooms),
        casualties.list(served, of, null, null, CasualtyService.CASUALTIES_MAX));
  }

  /**
   * Changes when the major incident or any of its casualties has.
   *
   * @throws Refused {@code majorIncident.unknown}
   */
  @Transactional(readOnly = true)
  public String mark(RegionCode region, MajorIncidentId of) {
    RegionCode served = regions.getServed(region).code();
    int version = find(served, of).version();
    String elsewhere = majors.revisionElsewhere(of);
    return casualties.revision(served, of) + "-" + version + "-" + elsewhere;
  }

  /** What is left, also after what hospitals have been given and have told for other events. */
  private Rooms left(RegionCode served, MajorIncident m, Map<String, HospitalCapacity> documented) {
    return m.rooms(documented, List.copyOf(casualties.placed(served, m.id()).values()))
        .beside(casualties.placedElsewhere(m.id()))
        .told(majors.latestElsewhere(m.id()));
  }

  private MajorIncident find(RegionCode served, MajorIncidentId of) {
    return majors.find(served, of).orElseThrow(() -> MajorIncidentService.unknown(of));
  }

  /**
   * What one hospital has been given, and what it can still take.
   *
   * @param said what its reports come to, closed too when it has closed for another event; null
   *     when it has said nothing
   * @param documented whether it has documented what it takes
   * @param decided who are to go there and have not left
   */
  public record HospitalRoom(
      String facility,
      @Nullable Standing said,
      boolean documented,
      List<RoomLeft> rooms,
      int decided,
      int onTheWay,
      int there) {}

  /**
   * One category at one hospital.
   *
   * @param left persons it takes now, below 0 when a person sent more; null when nobody has said
   * @param percent its part of the key this hour; null when it has none
   * @param given persons it has or is to have
   */
  public record RoomLeft(
      Category category, @Nullable Integer left, @Nullable Integer percent, int given) {}

  /**
   * Every hospital that has a share, is asked when the others are full, has said something, or has
   * somebody; those of the key first, in its order.
   */
  @Transactional(readOnly = true)
  public List<HospitalRoom> hospitals(RegionCode region, MajorIncidentId of, Instant now) {
    RegionCode served = regions.getServed(region).code();
    MajorIncident m = find(served, of);
    Map<String, HospitalCapacity> documented = capacities(served);
    Rooms rooms = left(served, m, documented);
    List<Tally> tally = casualties.tally(served, of);
    DistributionKey key = m.key();
    Set<String> named =
        new LinkedHashSet<>(
            key == null ? majors.preparedness(served).capacities().keySet() : key.facilities());
    named.addAll(m.standings().keySet());
    tally.stream().map(Tally::facility).filter(f -> !f.isEmpty()).forEach(named::add);
    KeyInUse use = key == null ? null : new KeyInUse(key, rooms);
    List<HospitalRoom> all = new ArrayList<>();
    for (String facility : named) {
      all.add(
          new HospitalRoom(
              facility,
              rooms.said(facility),
              documented.containsKey(facility),
              left(facility, rooms, use, now),
              persons(tally, facility, Stage.AT_SCENE),
              persons(tally, facility, Stage.DEPARTED),
              persons(tally, facility, Stage.ARRIVED) + persons(tally, facility, Stage.ADMITTED)));
    }
    return all;
  }

  private static List<RoomLeft> left(
      String facility, Rooms rooms, @Nullable KeyInUse use, Instant now) {
    return Arrays.stream(Category.values())
        .filter(Category::travels)
        .map(c ->
            new RoomLeft(
                c,
                rooms.closed(facility) ? Integer.valueOf(0) : rooms.left(facility, c, now),
                use == null ? null : use.percent(facility, c, now),
                rooms.given(facility, c)))
        .toList();
  }

  /**
   * A goal beside what is documented.
   *
   * @param documented red and yellow that the region's hospitals take in its hours
   * @param hospitals how many of the region's have documented anything
   * @param of how many hospitals the region has
   */
  record GoalMeasure(Goal goal, int documented, int hospitals, int of) {}

  /** The region's goals, measured by what its own hospitals have documented. */
  List<GoalMeasure> goals(RegionCode region) {
    RegionCode served = regions.getServed(region).code();
    Map<String, HospitalCapacity> known = capacities(served);
    List<Facility> own =
        regions.get(served).facilities().stream()
            .filter(f -> f.kind() == FacilityKind.ACUTE_HOSPITAL)
            .toList();
    List<HospitalCapacity> documented =
        own.stream().flatMap(f -> Stream.ofNullable(known.get(f.id()))).toList();
    return majors.preparedness(served).goals().values().stream()
        .map(g -> new GoalMeasure(g, g.documented(documented), documented.size(), own.size()))
        .toList();
  }

  private static int persons(List<Tally> tally, String facility, Stage stage) {
    return tally.stream()
        .filter(t -> t.facility().equals(facility) && t.stage().equals(stage.name()))
        .mapToInt(Tally::persons)
        .sum();
  }
}
