package se.dirigent.app.exercise.play;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.app.demo.Part;
import se.dirigent.app.demo.Play;
import se.dirigent.app.exercise.play.Course.Refusal;
import se.dirigent.app.exercise.scenario.Exercise;
import se.dirigent.app.exercise.scenario.Inject;
import se.dirigent.app.masscasualty.MassEvent.Site;
import se.dirigent.core.geo.Position;
import tools.jackson.databind.JsonNode;

/** Tells of the event: the first call, and later what the file feeds in, each at its minute. */
public final class InjectFeed implements Part {
  private static final String CENTRE = "sos";
  private static final String FOLDER = "ovning";
  private static final String FIRST = site(0);

  /** A minute lies between the calls about the sites of one event [assumption]. */
  private static final int SITE_MINUTES = 1;

  private final Play callers;
  private final Play reader;
  private final Course course;
  private final String priority;
  private final BitSet fed = new BitSet();
  private boolean recalled;

  /**
   * @param callers speaks for the emergency centre and for hospitals
   * @param reader may read an incident, which callers may not
   * @param priority the code of the most urgent priority of the region
   */
  public InjectFeed(Play callers, Play reader, Course course, String priority) {
    this.callers = callers;
    this.reader = reader;
    this.course = course;
    this.priority = priority;
  }

  @Override
  public void act() {
    Instant now = callers.picture().now();
    Exercise exercise = course.exercise();
    if (now.isBefore(exercise.at())) {
      return;
    }
    if (!recalled) {
      recall();
      recalled = true;
    }
    tellOfSites(now);
    course.read(callers);
    List<Inject> injects = exercise.injects();
    for (int number = 0; number < injects.size(); number++) {
      Inject inject = injects.get(number);
      if (now.isBefore(exercise.minute(inject.minute()))) {
        return;
      }
      if (!fed.get(number)) {
        feed(number, inject, now);
      }
    }
  }

  private void feed(int number, Inject inject, Instant now) {
    Refusal refusal = null;
    try {
      if (!told(number, inject)) {
        return;
      }
    } catch (ServiceRefused e) {
      // Tried once: those who practise may have ended it meanwhile. The result says so.
      callers.refused("injectsRefused", inject.toString(), e);
      refusal = new Refusal(e.code(), e.words());
    }
    fed.set(number);
    course.fed(inject, now, refusal);
  }

  /**
   * What an exercise that was broken off has told already stays told. Injects are told once more
   * under the ids they had: the service answers as it did then, and nothing happens twice.
   */
  private void recall() {
    int sites = course.exercise().event().sites().size();
    for (int site = 0; site < sites; site++) {
      String incident = incident(site(site));
      JsonNode told;
      try {
        told = reader.client().get(reader.path("incidents", incident));
      } catch (ServiceRefused e) {
        if (e.status() == 404) {
          return;
        }
        throw e;
      }
      course.alarmed(incident, Instant.parse(told.at("/incident/receivedAt").asString()));
      for (JsonNode assignment : told.path("assignments")) {
        JsonNode there = assignment.at("/times/atAddressAt");
        if (there.isString()) {
          course.onScene(Instant.parse(there.asString()));
        }
      }
    }
  }

  private void tellOfSites(Instant now) {
    Exercise exercise = course.exercise();
    List<Site> sites = exercise.event().sites();
    int site = course.sitesTold();
    while (site < sites.size() && !now.isBefore(exercise.minute(site * SITE_MINUTES))) {
      Exercise.Alarm alarm = exercise.alarm();
      String address = site == 0 ? alarm.address() : sites.get(site).name();
      try {
        handOver(site(site), address, alarm.description(), sites.get(site).position());
        course.alarmed(incident(site(site)), now);
      } catch (ServiceRefused e) {
        if (site == 0) {
          // Without its alarm there is no exercise.
          throw e;
        }
        // A site that another region serves: the exercise goes on, and the result says so.
        callers.refused("sitesRefused", address, e);
        course.notHere();
        Inject call = new Inject.Call(site * SITE_MINUTES, address, alarm.description());
        course.fed(call, now, new Refusal(e.code(), e.words()));
      }
      site++;
    }
  }

  private static String site(int number) {
    return "%06d".formatted(number);
  }

  /**
   * Whether it is told; what a hospital says waits until there is somebody to tell it to, and
   * nothing else waits for that.
   *
   * @throws ServiceRefused when the service does not take it
   */
  private boolean told(int number, Inject inject) {
    switch (inject) {
      case Inject.Call call -> {
        // Numbers of their own beside those of the sites.
        String folder = "1%05d".formatted(number);
        Position first = course.exercise().event().sites().getFirst().position();
        handOver(folder, call.address(), call.description(), first);
        course.called(incident(folder));
      }
      case Inject.News news ->
          once(
              "POST",
              callers.path("intake", CENTRE, FOLDER, FIRST, "updates"),
              Map.of("text", news.text()),
              "news " + number);
      case Inject.Closed closed -> {
        return told(number, closed, closed.hospital(), true, Map.of(), closed.text());
      }
      case Inject.Takes takes -> {
        Map<String, Integer> persons = new TreeMap<>();
        takes.persons().forEach((category, count) -> persons.put(category.name(), count));
        return told(number, takes, takes.hospital(), false, persons, "");
      }
    }
    return true;
  }

  private boolean told(
      int number,
      Inject inject,
      String hospital,
      boolean closed,
      Map<String, Integer> takes,
      String text) {
    @Nullable String path = course.path(callers).orElse(null);
    if (path == null) {
      return false;
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("facility", hospital);
    body.put("at", course.exercise().minute(inject.minute()).toString());
    body.put("closed", closed);
    body.put("takes", takes);
    body.put("specialties", Map.of());
    body.put("text", text);
    once("POST", path + "/capacity-reports", body, "report " + number);
    return true;
  }

  /** Under an id that follows from what it is, so that it happens once whoever tells it again. */
  private void once(String method, String path, Object body, String what) {
    callers.client().command(method, path, body, id(course.exercise().title() + " " + what));
  }

  /** An id made of a name, of version 8: those of version 3 are the service's own alone. */
  static UUID id(String name) {
    try {
      ByteBuffer hash =
          ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
      long high = (hash.getLong() & ~0xF000L) | 0x8000L;
      long low = (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62);
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void handOver(String number, String address, String text, Position at) {
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("address", address);
    location.put("municipality", course.exercise().alarm().municipality());
    location.put("position", Map.of("lat", at.latitude(), "lon", at.longitude()));
    location.put("quality", "ADDRESS");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("source", "SOS_ALARM");
    body.put("callbackNumber", "+46701740605");
    body.put("location", location);
    body.put("indexCode", "");
    body.put("description", text);
    body.put("priority", priority);
    body.put("times", Map.of());
    body.put("threats", List.of());
    once("PUT", callers.path("intake", CENTRE, FOLDER, number), body, "call " + number);
  }

  private static String incident(String number) {
    return CENTRE + ":" + FOLDER + ":" + number;
  }
}
