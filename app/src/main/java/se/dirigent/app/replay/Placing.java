package se.dirigent.app.replay;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import se.dirigent.app.pack.Packs;
import se.dirigent.core.geo.Boundary;
import se.dirigent.core.geo.Position;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.demand.DemandProfile;
import se.dirigent.simulator.demand.FictionalNumbers;
import se.dirigent.simulator.demand.Places;

/**
 * Turns recorded calls into cases of the regions played.
 *
 * <p>Swedish police events keep their position, which is the middle of the place they name, and go
 * to the region whose outline holds it. Houston's calls are carried to Sweden: each square of 0.01
 * degrees there always becomes the same spot here, drawn by population over the regions played, so
 * that volume, hours and repeated addresses stay and only the map changes.
 *
 * <p>Priorities [assumption]: personal injury 1, accidents and other calls 2, game collisions,
 * hit-and-run and calls named as no emergency 3; Houston's undivided EMS events are spread over 1,
 * 2 and 3 as 45, 36 and 19 of a hundred, always the same for the same call.
 */
public final class Placing {
  private static final DateTimeFormatter RECORDED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Recording.Format format;
  private final List<Target> targets;
  private final long population;
  private final Streams streams = new Streams(0);

  /** A region that can receive cases. */
  private record Target(RegionPack pack, Boundary boundary, DemandProfile demand) {}

  /**
   * @param packs the regions played; at least one
   */
  public Placing(Recording.Format format, List<RegionPack> packs) {
    this.format = format;
    this.targets =
        packs.stream()
            .map(p -> new Target(p, Packs.boundary(p), Packs.demand(p, ZoneId.of(p.timeZone()), 1)))
            .toList();
    this.population = packs.stream().mapToLong(RegionPack::population).sum();
  }

  /** The case a call becomes; empty when it lies in none of the regions. */
  Optional<PlannedCase> place(Recorded call) {
    return switch (format) {
      case POLICE ->
          targets.stream()
              .filter(t -> t.boundary().contains(call.position()))
              .findFirst()
              .map(t -> police(t, call));
      case HOUSTON -> Optional.of(houston(call));
      case LOG ->
          throw new IllegalArgumentException(
              "a saved log is what the service has had already; calibrate reads it");
    };
  }

  private PlannedCase police(Target target, Recorded call) {
    Map<String, Object> location = location(call.place(), "", call.position(), "AREA");
    String text = call.type() + ". " + call.text();
    return planned(target, "polisen", call, location, "POLICE", text, policeLevel(call.type()));
  }

  private static int policeLevel(String type) {
    if (type.contains("personskada")) {
      return 1;
    }
    return type.contains("vilt") || type.contains("smitning") ? 3 : 2;
  }

  private PlannedCase houston(Recorded call) {
    String square = "%.2f,%.2f".formatted(call.position().latitude(), call.position().longitude());
    RandomGenerator chance = streams.of("houston." + square);
    Target target = byPopulation(chance);
    Places.Spot spot = new Places(target.demand(), chance).draw();
    Map<String, Object> location =
        location(
            "Återspelning, " + spot.settlement().name(),
            spot.settlement().municipality(),
            spot.position(),
            "ADDRESS");
    String text = "Återspelat samtal från Houston: " + call.type() + ".";
    return planned(target, "houston", call, location, "OTHER_CENTRE", text, houstonLevel(call));
  }

  private int houstonLevel(Recorded call) {
    String type = call.type();
    if (type.contains("ALS") || type.contains("A LEVEL")) {
      return 1;
    }
    if (type.contains("NON EMERGENCY") || type.contains("CHECK PATIENT")) {
      return 3;
    }
    if (!type.startsWith("EMS EVENT")) {
      return 2;
    }
    int hundred = streams.of("houston.level." + call.key()).nextInt(100);
    return hundred < 45 ? 1 : hundred < 81 ? 2 : 3;
  }

  private Target byPopulation(RandomGenerator chance) {
    long left = chance.nextLong(Math.max(1, population));
    for (Target target : targets) {
      left -= target.pack().population();
      if (left < 0) {
        return target;
      }
    }
    return targets.getLast();
  }

  private static PlannedCase planned(
      Target target,
      String centre,
      Recorded call,
      Map<String, Object> location,
      String source,
      String text,
      int level) {
    List<String> codes = new ArrayList<>();
    for (int l = level; l >= 1 && codes.isEmpty(); l--) {
      int wanted = l;
      target.pack().priorities().stream()
          .filter(p -> p.level() == wanted)
          .forEach(p -> codes.add(p.code()));
    }
    String priority = codes.getFirst();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("source", source);
    body.put("callbackNumber", FictionalNumbers.draw(new Streams(1).of(call.key())));
    body.put("location", location);
    body.put("indexCode", "D09");
    body.put("description", cut(text.strip() + " (" + said(call, target.pack()) + ")"));
    body.put("priority", priority);
    body.put("times", Map.of());
    body.put("threats", List.of());
    String folder = call.at().toString().substring(0, 10);
    return new PlannedCase(
        target.pack().code().value(), centre, folder, call.key(), call.at(), priority, body);
  }

  /** When it was recorded, as a person reads it: by the clock of the region it is played in. */
  private static String said(Recorded call, RegionPack pack) {
    return RECORDED.format(call.at().atZone(ZoneId.of(pack.timeZone())));
  }

  /** The intake takes 2 000 characters; records of the police are shorter but not by contract. */
  private static String cut(String text) {
    return text.length() <= 1_900 ? text : text.substring(0, 1_900);
  }

  private static Map<String, Object> location(
      String address, String municipality, Position at, String quality) {
    return Map.of(
        "address", address,
        "municipality", municipality,
        "position", Map.of("lat", at.latitude(), "lon", at.longitude()),
        "quality", quality);
  }
}
