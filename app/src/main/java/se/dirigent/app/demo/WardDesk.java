package se.dirigent.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.app.pack.Setting;
import se.dirigent.core.geo.Position;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.demand.Places;
import se.dirigent.simulator.ward.WardDemand;
import se.dirigent.simulator.ward.WardMix;
import se.dirigent.simulator.ward.WardProfile;
import se.dirigent.simulator.ward.Wish;
import tools.jackson.databind.JsonNode;

/**
 * Plays the wards: each orders its care transports, and some of the hours before the start, so that
 * there is a plan from the first minute.
 */
final class WardDesk implements Part {
  /** Orders of so long before the start are told at the start. */
  private static final Duration BEFORE = Duration.ofHours(5);

  /** What is to be fetched sooner is no longer ordered: somebody has called instead. */
  private static final Duration LEAD_MIN = Duration.ofMinutes(10);

  /** Ordered in one turn at most, after a pause of the service or a change of speed. */
  private static final int BATCH_MAX = 40;

  /** So many hospitals of other regions have patients from here [assumption]. */
  private static final int OTHERS_MAX = 4;

  /** Where a region has named none. */
  private static final List<String> DEPARTMENTS =
      List.of("Medicinavdelning", "Kirurgavdelning", "Ortopedavdelning", "Dialys", "Röntgen");

  private final Play play;
  private final RegionPack pack;
  private final OrderList orders;
  private final Facilities facilities;
  private final Setting setting;
  private final Streams streams;
  private final Places homes;
  private final List<Ward> wards = new ArrayList<>();
  private final List<Ward> others = new ArrayList<>();
  private @Nullable WardDemand demand;
  private @Nullable Wish next;

  private record Ward(String facility, String department) {}

  WardDesk(
      Play play,
      RegionPack pack,
      Setting setting,
      OrderList orders,
      Facilities facilities,
      long seed) {
    this.play = play;
    this.pack = pack;
    this.setting = setting;
    this.orders = orders;
    this.facilities = facilities;
    this.streams = new Streams(seed);
    this.homes = new Places(setting.demand(), streams.of("ward.home"));
  }

  @Override
  public void act() {
    List<OrderList.SeenOrder> open = orders.list();
    if (open == null) {
      return;
    }
    Instant now = play.picture().now();
    WardDemand wishes = demand;
    if (wishes == null) {
      // A service that was here before has its orders.
      Instant from = open.isEmpty() ? now.minus(BEFORE) : now;
      wishes =
          new WardDemand(
              WardProfile.of(pack.population(), setting.zone()), WardMix.varied(), streams, from);
      demand = wishes;
    }
    for (int told = 0; told < BATCH_MAX; told++) {
      Wish wish = next == null ? wishes.next() : next;
      next = wish;
      if (wish.orderedAt().isAfter(now)) {
        return;
      }
      next = null;
      if (wish.readyAt().isAfter(now.plus(LEAD_MIN))) {
        order(wish);
      }
    }
  }

  private void order(Wish wish) {
    try {
      play.client().post(play.path("transports"), body(wish));
      play.count("transports");
    } catch (ServiceRefused e) {
      play.refused("transportsRefused", "care transport refused", e);
    }
  }

  private Map<String, Object> body(Wish wish) {
    Map<String, Object> request = new LinkedHashMap<>();
    Map<String, Object> ward = ward(wish.place());
    switch (wish.trip()) {
      case WARD_TO_HOME -> put(request, ward, home(wish));
      case HOME_TO_WARD -> put(request, home(wish), ward);
      case WARD_TO_WARD -> put(request, ward, ward(wish.place() + 1));
      case WARD_TO_OTHER_REGION -> put(request, ward, other(wish.place()));
      case OTHER_REGION_TO_HOME -> put(request, other(wish.place()), home(wish));
    }
    request.put("timing", Map.of("readyAt", wish.readyAt().toString(), "returnTrip", false));
    request.put("needs", wish.needs());
    request.put("urgency", wish.urgency().name());
    request.put("resuscitation", wish.place() % 25 == 0 ? "NOT_BEGUN" : "FULL");
    request.put("ordainedBy", "Testläkare Ett");
    request.put("reason", wish.reason());
    request.put("note", "");
    return Map.of("name", "Testperson " + wish.number(), "request", request);
  }

  private static void put(
      Map<String, Object> request, Map<String, Object> from, Map<String, Object> to) {
    request.put("from", from);
    request.put("to", to);
  }

  private Map<String, Object> ward(int place) {
    readWards();
    return stop(wards.get(place % wards.size()));
  }

  /** As the regions have named them, else the usual ones of each facility of the own one. */
  private void readWards() {
    if (!wards.isEmpty()) {
      return;
    }
    Set<String> own = pack.facilities().stream().map(f -> f.id()).collect(Collectors.toSet());
    for (JsonNode d : play.client().get(play.path("transport-rules")).path("departments")) {
      Ward ward = new Ward(d.path("facility").asString(), d.path("name").asString());
      (own.contains(ward.facility()) ? wards : others).add(ward);
    }
    if (wards.isEmpty()) {
      own.forEach(f -> DEPARTMENTS.forEach(name -> wards.add(new Ward(f, name))));
    }
  }

  private Map<String, Object> other(int place) {
    readWards();
    List<String> near = facilities.ofOthers();
    String facility = near.get(place % Math.min(OTHERS_MAX, near.size()));
    List<Ward> named = others.stream().filter(w -> w.facility().equals(facility)).toList();
    return stop(
        named.isEmpty()
            ? new Ward(facility, "Specialistavdelning")
            : named.get(place % named.size()));
  }

  private static Map<String, Object> stop(Ward ward) {
    return Map.of(
        "facility",
        ward.facility(),
        "department",
        ward.department(),
        "address",
        "",
        "floor",
        0,
        "lift",
        true);
  }

  private Map<String, Object> home(Wish wish) {
    Places.Spot spot = homes.draw();
    Position at = spot.position();
    int number = 1 + wish.place() % 80;
    return Map.of(
        "facility",
        "",
        "department",
        "",
        "address",
        "Provgatan " + number + ", " + spot.settlement().name(),
        "position",
        Map.of("lat", at.latitude(), "lon", at.longitude()),
        "floor",
        wish.carried() ? 2 : 0,
        "lift",
        !wish.carried());
  }
}
