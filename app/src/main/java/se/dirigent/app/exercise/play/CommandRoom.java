package se.dirigent.app.exercise.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.app.demo.Part;
import se.dirigent.app.demo.Play;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.geo.Position;
import tools.jackson.databind.JsonNode;

/**
 * Plays command as plainly as can be, for an exercise that nobody leads: it declares, takes the
 * region's key, sends units, and decides for each casualty the hospital that the key proposes.
 */
public final class CommandRoom implements Part {
  /** From the alarm until it is declared [assumption]. */
  private static final Duration DECLARES = Duration.ofMinutes(4);

  /** Of the units on duty so many are left for everyday cases. */
  private static final double LEFT_SHARE = 0.4;

  /** So many casualties to a unit that is sent at once; it comes back for more. */
  private static final int PER_UNIT = 3;

  /** Decided in one turn; the service is asked about each. */
  private static final int TURN_MAX = 40;

  /** A site further than this from the region's stations is left to others' units [assumption]. */
  private static final double OWN_METRES_MAX = 100_000;

  /** One for whom no hospital has room is asked about again after this. */
  private static final Duration ASK_AGAIN = Duration.ofMinutes(5);

  private final Play command;
  private final Play dispatcher;
  private final Course course;
  private final List<Position> stations;
  private final Journeys journeys;
  private final NearestRoom nearest;
  private final Map<String, Instant> notBefore = new HashMap<>();
  private boolean keyTaken;

  /**
   * @param command speaks for inner command
   * @param dispatcher speaks for whoever sends units
   * @param stations of the region's own units
   */
  public CommandRoom(
      Play command, Play dispatcher, Course course, List<Position> stations, Journeys journeys) {
    this.command = command;
    this.dispatcher = dispatcher;
    this.course = course;
    this.stations = List.copyOf(stations);
    this.journeys = journeys;
    this.nearest = new NearestRoom(journeys);
  }

  @Override
  public void act() {
    course.read(command);
    Instant now = command.picture().now();
    Instant alarm = course.alarmAt();
    if (alarm == null || now.isBefore(alarm.plus(DECLARES))) {
      return;
    }
    String major = course.path(command).orElse(null);
    if (major == null) {
      declare();
      return;
    }
    collect(major);
    takeKey(major);
    for (int site = 0; site < course.sitesTold(); site++) {
      if (journeys.metresToNearest(site, stations) <= OWN_METRES_MAX) {
        sendUnits(site, now);
      }
    }
    decide(major, now);
  }

  private void declare() {
    tell(
        "declared",
        command.path("major-incidents"),
        Map.of(
            "incident", String.valueOf(course.incidentOf(0)),
            "type", "OTHER",
            "level", "DISASTER"));
  }

  /** Calls about the same event become part of it. */
  private void collect(String major) {
    Set<String> left = new TreeSet<>(course.incidents());
    course.major().ifPresent(m -> m.path("incidents").forEach(i -> left.remove(i.asString())));
    for (String incident : left) {
      tell("collected", major + "/incidents", Map.of("incident", incident));
    }
  }

  private void takeKey(String major) {
    boolean has = course.major().map(m -> m.hasNonNull("key")).orElse(false);
    if (keyTaken || has) {
      return;
    }
    for (JsonNode key : command.client().get(command.path("preparedness")).path("keys")) {
      keyTaken = tell("keys", major + "/key", Map.of("code", key.path("code").asString()));
      if (keyTaken) {
        return;
      }
    }
  }

  private void sendUnits(int site, Instant now) {
    String incident = course.incidentOf(site);
    if (incident == null) {
      return;
    }
    long found =
        course.exercise().event().sites().get(site).casualties().stream()
            .filter(some -> !now.isBefore(course.exercise().minute(some.foundMinute())))
            .mapToInt(some -> some.count())
            .sum();
    long away =
        course.persons().stream()
            .filter(p -> p.departedAt() != null && course.siteOf(p) == site)
            .count();
    long wanted = Math.ceilDiv(Math.max(0, found - away), PER_UNIT);
    long there =
        command.picture().assignmentsOf(incident).stream()
            .filter(a -> a.reached().compareTo(Milestone.LOADED) < 0)
            .count();
    long free =
        command.picture().units().stream().filter(u -> u.status().equals("AVAILABLE")).count();
    long onDuty =
        command.picture().units().stream().filter(u -> !u.status().equals("OFF_DUTY")).count();
    long most = Math.min(wanted - there, free - Math.round(LEFT_SHARE * onDuty));
    if (most <= 0) {
      return;
    }
    List<String> units = new ArrayList<>();
    JsonNode answer = dispatcher.client().get(path(incident, "recommendation"));
    for (JsonNode unit : answer.path("units")) {
      if (units.size() < most && unit.path("suitable").asBoolean(false)) {
        units.add(unit.path("unit").asString());
      }
    }
    for (String unit : units) {
      try {
        dispatcher.client().post(path(incident, "assignments"), Map.of("units", List.of(unit)));
        dispatcher.count("unitsSent");
      } catch (ServiceRefused e) {
        dispatcher.refused("unitsRefused", unit, e);
      }
    }
  }

  private String path(String incident, String what) {
    return dispatcher.path("incidents", incident, what);
  }

  /** Whoever has waited longest for an answer is asked about first, of those the most urgent. */
  private void decide(String major, Instant now) {
    Set<String> closed = closed();
    nearest.forget();
    course.persons().stream()
        .filter(p -> asks(p, closed, now))
        .sorted(
            Comparator.comparing((Person p) -> askedFrom(p)).thenComparing(NearestRoom::urgency))
        .limit(TURN_MAX)
        .forEach(p -> decide(major, p, now));
  }

  private Instant askedFrom(Person person) {
    return notBefore.getOrDefault(person.tag(), Instant.EPOCH);
  }

  private boolean asks(Person person, Set<String> closed, Instant now) {
    return person.category() != null
        && person.category().travels()
        && (person.sentTo().isEmpty() || closed.contains(person.sentTo()))
        && person.stage().equals("AT_SCENE")
        && !now.isBefore(askedFrom(person));
  }

  private void decide(String major, Person person, Instant now) {
    notBefore.put(person.tag(), now.plus(ASK_AGAIN));
    String casualty = major + "/casualties/" + person.tag();
    try {
      String proposed = command.client().get(casualty + "/proposal").path("facility").asString("");
      if (proposed.isEmpty()) {
        return;
      }
      int site = course.siteOf(person);
      String far = nearest.farText();
      for (String facility : nearest.choices(command, major, person, site, proposed)) {
        boolean keys = facility.equals(proposed);
        String why = keys ? person.sentTo().isEmpty() ? "" : Said.of("closed") : far;
        if (send(casualty, facility, proposed, why)) {
          nearest.take(facility, person);
          return;
        }
      }
    } catch (ServiceRefused e) {
      command.refused("decisionsRefused", person.tag(), e);
    }
  }

  /** Whether it was taken; the room may be gone, or lack what the casualty needs. */
  private boolean send(String casualty, String facility, String proposed, String why) {
    Map<String, Object> body = Map.of("facility", facility, "proposed", proposed, "reason", why);
    return tell("decided", casualty + "/destination", body);
  }

  /** Hospitals that have said that they take nobody. */
  private Set<String> closed() {
    Set<String> closed = new TreeSet<>();
    course
        .major()
        .ifPresent(m ->
            m.path("standings")
                .forEach(report -> {
                  if (report.path("closed").asBoolean(false)) {
                    closed.add(report.path("facility").asString());
                  }
                }));
    return closed;
  }

  /** Whether it was taken. */
  private boolean tell(String count, String path, Map<String, Object> body) {
    try {
      command.client().post(path, body);
      command.count(count);
      return true;
    } catch (ServiceRefused e) {
      command.refused(count + "Refused", path, e);
      return false;
    }
  }
}
