package se.dirigent.app.exercise.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.app.demo.Play;
import se.dirigent.app.masscasualty.FreeUnit;
import se.dirigent.app.masscasualty.MassEvent.Carrier;
import se.dirigent.app.masscasualty.MassEvent.Extra;
import se.dirigent.core.geo.Position;

/**
 * The vehicles that come besides the region's units: coaches and others that the file adds, and
 * other regions' ambulances once a major incident is declared. They come to the nearest site, help
 * there, take whom they can, and come back. Used by one thread.
 */
public final class Carriers {
  /** A coach waits so long for more once somebody may go with it, an ambulance not at all. */
  private static final Duration FILL = Duration.ofMinutes(15);

  private static final Duration LOAD = Duration.ofMinutes(8);
  private static final Duration UNLOAD = Duration.ofMinutes(15);

  /** From the declaration until another region's unit leaves its station [assumption]. */
  private static final Duration CALLED = Duration.ofMinutes(15);

  /** What the file adds comes however far it is. */
  private static final Duration FAR = Duration.ofDays(2);

  /** A helicopter fetches at another site that is no further than this [assumption]. */
  private static final Duration FLIES = Duration.ofMinutes(60);

  private final Play crews;
  private final Course course;
  private final Waiting waiting;
  private final Journeys journeys;
  private final List<FreeUnit> helpers;
  private final List<Vehicle> vehicles = new ArrayList<>();
  private boolean helped;

  /** One vehicle; it is at its site from {@code freeAt}, with nobody or with a group. */
  private static final class Vehicle {
    private final String name;
    private final Waiting.Room room;
    private int site;
    private Instant freeAt;
    private Waiting.@Nullable Group group;
    private @Nullable Instant leavesAt;
    private @Nullable Instant arrivesAt;
    private boolean away;

    Vehicle(String name, Waiting.Room room, int site, Instant freeAt) {
      this.name = name;
      this.room = room;
      this.site = site;
      this.freeAt = freeAt;
    }
  }

  /**
   * @param helpers units of other regions that are free to come
   */
  public Carriers(
      Play crews, Course course, Waiting waiting, Journeys journeys, List<FreeUnit> helpers) {
    this.crews = crews;
    this.course = course;
    this.waiting = waiting;
    this.journeys = journeys;
    this.helpers = List.copyOf(helpers);
    for (Extra extra : course.exercise().event().vehicles()) {
      Instant from = course.exercise().minute(extra.fromMinute());
      for (int n = 1; n <= extra.count(); n++) {
        String name = extra.count() == 1 ? extra.name() : extra.name() + " " + n;
        come(name, room(extra.kind(), extra.seats()), extra.position(), from, FAR);
      }
    }
  }

  private static Waiting.Room room(Carrier kind, int seats) {
    return switch (kind) {
      case AMBULANCE -> Waiting.AMBULANCE;
      case HELICOPTER -> Waiting.HELICOPTER;
      case BUS -> Waiting.bus(seats);
    };
  }

  private void come(String name, Waiting.Room room, Position home, Instant from, Duration longest) {
    Duration least = null;
    int nearest = 0;
    for (int site = 0; site < course.exercise().event().sites().size(); site++) {
      Duration way = journeys.between(room.kind(), home, journeys.site(site));
      if (way != null && (least == null || way.compareTo(least) < 0)) {
        least = way;
        nearest = site;
      }
    }
    // One that cannot come at all is no help; the rest of the exercise goes on.
    if (least != null && least.compareTo(longest) <= 0) {
      vehicles.add(new Vehicle(name, room, nearest, from.plus(least)));
    }
  }

  /** Somebody was on the way when the exercise was broken off: it goes on as far as it was. */
  void goOn(Hurt hurt, String facility, Instant left) {
    Duration road = journeys.toHospital(hurt.category(), hurt.site(), facility);
    Vehicle v = new Vehicle("", Waiting.AMBULANCE, hurt.site(), left);
    v.group = new Waiting.Group(List.of(hurt), facility);
    v.leavesAt = left;
    v.arrivesAt = left.plus(road == null ? LOAD : road);
    v.away = true;
    vehicles.add(v);
  }

  /** How many stand at a site with nobody to take. */
  int standing(int site, Instant now) {
    return (int)
        vehicles.stream()
            .filter(v -> v.site == site && v.group == null && !now.isBefore(v.freeAt))
            .count();
  }

  /** Does what is due now. */
  void act(String major, Instant now) {
    if (!helped) {
      helped = true;
      Duration longest = Duration.ofMinutes(course.exercise().event().withinMinutes());
      helpers.forEach(
          unit -> come(unit.name(), room(unit.kind(), 1), unit.home(), now.plus(CALLED), longest));
    }
    // Whoever only goes on with somebody is not there for more.
    vehicles.removeIf(v -> v.away && v.group == null);
    for (Vehicle v : vehicles) {
      if (v.arrivesAt != null) {
        arrive(v, major, now);
      } else if (v.leavesAt != null) {
        depart(v, major, now);
      } else if (!now.isBefore(v.freeAt)) {
        take(v, now);
      }
    }
  }

  /** Takes somebody at its site; who flies may fetch at another when nobody waits here. */
  private void take(Vehicle v, Instant now) {
    Duration before = v.room.kind() == Carrier.BUS ? FILL : LOAD;
    List<Integer> sites = new ArrayList<>(List.of(v.site));
    if (v.room.kind() == Carrier.HELICOPTER) {
      for (int site = 0; site < course.exercise().event().sites().size(); site++) {
        if (site != v.site) {
          sites.add(site);
        }
      }
    }
    for (int site : sites) {
      Duration way =
          site == v.site
              ? Duration.ZERO
              : journeys.between(v.room.kind(), journeys.site(v.site), journeys.site(site));
      Waiting.Group group =
          way == null || way.compareTo(FLIES) > 0
              ? null
              : waiting.take(site, v.room, now).orElse(null);
      if (way != null && group != null) {
        v.site = site;
        v.group = group;
        v.leavesAt = now.plus(way).plus(before);
        return;
      }
    }
  }

  private void depart(Vehicle v, String major, Instant now) {
    Waiting.Group group = v.group;
    Instant leaves = v.leavesAt;
    if (group == null || leaves == null || now.isBefore(leaves)) {
      return;
    }
    Duration way = journeys.toHospital(v.room.kind(), v.site, group.facility());
    if (way == null || !waiting.stands(group)) {
      // It cannot go there, or they are to go elsewhere now: they wait for another.
      group.hurt().forEach(waiting::add);
      v.group = null;
      v.leavesAt = null;
      return;
    }
    if (v.room.kind() == Carrier.BUS) {
      group = filled(v, group, now);
      v.group = group;
    }
    for (Hurt hurt : group.hurt()) {
      tell(
          "departed",
          major + "/casualties/" + hurt.tag() + "/departure",
          Map.of("vehicle", v.name, "at", leaves.toString()));
    }
    v.arrivesAt = leaves.plus(way);
  }

  /** With those who have come to wait meanwhile, as far as there are seats. */
  private Waiting.Group filled(Vehicle v, Waiting.Group group, Instant now) {
    Waiting.Room left = Waiting.bus(v.room.sitting() - group.hurt().size());
    List<Hurt> all = new ArrayList<>(group.hurt());
    waiting.take(v.site, left, group.facility(), now).ifPresent(more -> all.addAll(more.hurt()));
    return new Waiting.Group(all, group.facility());
  }

  private void arrive(Vehicle v, String major, Instant now) {
    Waiting.Group group = v.group;
    Instant arrives = v.arrivesAt;
    Instant leaves = v.leavesAt;
    if (group == null || arrives == null || leaves == null || now.isBefore(arrives)) {
      return;
    }
    for (Hurt hurt : group.hurt()) {
      tell(
          "arrived",
          major + "/casualties/" + hurt.tag() + "/arrival",
          Map.of("facility", group.facility(), "at", arrives.toString()));
    }
    v.freeAt = arrives.plus(UNLOAD).plus(Duration.between(leaves, arrives));
    v.group = null;
    v.leavesAt = null;
    v.arrivesAt = null;
  }

  private void tell(String count, String path, Map<String, Object> body) {
    try {
      crews.client().post(path, body);
      crews.count(count);
    } catch (ServiceRefused e) {
      crews.refused(count + "Refused", path, e);
    }
  }
}
