package se.dirigent.app.exercise.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.app.demo.Play;
import se.dirigent.app.masscasualty.MassEvent.Carrier;
import se.dirigent.app.masscasualty.MassEvent.Extra;
import se.dirigent.app.masscasualty.MassEvent.Site;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.Travel;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;

/**
 * The vehicles that an event brings besides the region's units, such as coaches: they come to the
 * nearest site, take whom they can, and come back. Used by one thread.
 */
public final class Carriers {
  /** A coach waits so long for more once somebody may go with it, an ambulance not at all. */
  private static final Duration FILL = Duration.ofMinutes(15);

  private static final Duration LOAD = Duration.ofMinutes(8);
  private static final Duration UNLOAD = Duration.ofMinutes(15);

  private final Play crews;
  private final Course course;
  private final Waiting waiting;
  private final TravelTimes times;
  private final Map<String, Position> hospitals;
  private final List<Vehicle> vehicles = new ArrayList<>();

  /** One vehicle; it is at its site from {@code freeAt}, with nobody or with a group. */
  private static final class Vehicle {
    private final String name;
    private final Carrier kind;
    private final Waiting.Room room;
    private final int site;
    private Instant freeAt;
    private Waiting.@Nullable Group group;
    private @Nullable Instant leavesAt;
    private @Nullable Instant arrivesAt;

    Vehicle(String name, Carrier kind, Waiting.Room room, int site, Instant freeAt) {
      this.name = name;
      this.kind = kind;
      this.room = room;
      this.site = site;
      this.freeAt = freeAt;
    }
  }

  /**
   * @param hospitals where each lies, by id
   */
  public Carriers(
      Play crews,
      Course course,
      Waiting waiting,
      TravelTimes times,
      Map<String, Position> hospitals) {
    this.crews = crews;
    this.course = course;
    this.waiting = waiting;
    this.times = times;
    this.hospitals = Map.copyOf(hospitals);
    for (Extra extra : course.exercise().event().vehicles()) {
      for (int n = 1; n <= extra.count(); n++) {
        come(extra, extra.count() == 1 ? extra.name() : extra.name() + " " + n);
      }
    }
  }

  private void come(Extra extra, String name) {
    List<Site> sites = course.exercise().event().sites();
    Instant from = course.exercise().minute(extra.fromMinute());
    Duration least = null;
    int nearest = 0;
    for (int site = 0; site < sites.size(); site++) {
      Duration way = way(extra.kind(), extra.position(), sites.get(site).position(), from);
      if (way != null && (least == null || way.compareTo(least) < 0)) {
        least = way;
        nearest = site;
      }
    }
    // One that cannot come at all is no help; the rest of the exercise goes on.
    if (least != null) {
      Waiting.Room room =
          switch (extra.kind()) {
            case AMBULANCE -> Waiting.AMBULANCE;
            case HELICOPTER -> Waiting.HELICOPTER;
            case BUS -> Waiting.bus(extra.seats());
          };
      vehicles.add(new Vehicle(name, extra.kind(), room, nearest, from.plus(least)));
    }
  }

  private @Nullable Duration way(Carrier kind, Position from, Position to, Instant at) {
    boolean air = kind == Carrier.HELICOPTER;
    Urgency urgency = kind == Carrier.BUS ? Urgency.NORMAL : Urgency.LIGHTS_AND_SIRENS;
    return times
        .find(from, to, air ? TravelMode.AIR : TravelMode.ROAD, urgency, at)
        .map(Travel::median)
        .orElse(null);
  }

  /** Does what is due now. */
  void act(String major, Instant now) {
    for (Vehicle v : vehicles) {
      if (v.arrivesAt != null) {
        arrive(v, major, now);
      } else if (v.leavesAt != null) {
        depart(v, major, now);
      } else if (!now.isBefore(v.freeAt)) {
        waiting
            .take(v.site, v.room, now)
            .ifPresent(group -> {
              v.group = group;
              v.leavesAt = now.plus(v.kind == Carrier.BUS ? FILL : LOAD);
            });
      }
    }
  }

  private void depart(Vehicle v, String major, Instant now) {
    Waiting.Group group = v.group;
    Instant leaves = v.leavesAt;
    if (group == null || leaves == null || now.isBefore(leaves)) {
      return;
    }
    Position site = course.exercise().event().sites().get(v.site).position();
    Position goal = hospitals.get(group.facility());
    Duration way = goal == null ? null : way(v.kind, site, goal, now);
    if (way == null) {
      // It cannot go there: they wait for another.
      group.hurt().forEach(waiting::add);
      v.group = null;
      v.leavesAt = null;
      v.freeAt = now.plus(UNLOAD);
      return;
    }
    if (v.kind == Carrier.BUS) {
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
