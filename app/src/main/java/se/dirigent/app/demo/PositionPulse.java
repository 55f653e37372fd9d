package se.dirigent.app.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.routing.travel.Trip;
import se.dirigent.simulator.crew.Crew;

/** Plays the vehicles' position senders: one batch for all vehicles on duty. */
final class PositionPulse implements Part {
  private final Play play;
  private final CrewRoom crews;

  PositionPulse(Play play, CrewRoom crews) {
    this.play = play;
    this.crews = crews;
  }

  @Override
  public void act() {
    List<Map<String, Object>> reports = new ArrayList<>();
    Instant now = play.picture().now();
    synchronized (crews) {
      Map<String, Crew> all = crews.crews();
      for (Seen.Unit unit : play.picture().units()) {
        Crew crew = all.get(unit.id());
        if (crew != null && !unit.status().equals("OFF_DUTY")) {
          reports.add(report(crew, now));
        }
      }
    }
    if (reports.isEmpty()) {
      return;
    }
    try {
      play.client().post(play.path("positions"), reports);
      play.count("positionBatches");
    } catch (ServiceRefused e) {
      play.refused("positionsRefused", "positions refused", e);
    }
  }

  private static Map<String, Object> report(Crew crew, Instant now) {
    Trip trip = crew.trip();
    var position = trip.positionAt(now);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("unit", crew.unit());
    report.put("position", Map.of("lat", position.latitude(), "lon", position.longitude()));
    report.put("at", now.toString());
    double speed = trip.speedKmPerHourAt(now);
    report.put("speedKmh", Math.round(speed * 10) / 10.0);
    if (speed > 0) {
      report.put("headingDegrees", Math.round(trip.headingDegreesAt(now) * 10) / 10.0 % 360);
    }
    return report;
  }
}
