package se.dirigent.app.exercise.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.demo.Play;
import se.dirigent.app.exercise.scenario.Exercise;
import se.dirigent.app.exercise.scenario.Inject;
import se.dirigent.app.masscasualty.MassEvent.Site;
import tools.jackson.databind.JsonNode;

/**
 * How far an exercise has come: what was fed in, and what those who practise have made of it, as
 * the service tells. Safe for use by many threads.
 */
public final class Course {
  /** What is read from the service is this old at most, by the machine's clock. */
  private static final long READ_MILLIS = 2_000;

  /** Casualties on one page; the service gives no more. */
  private static final int PAGE = 1_000;

  private final Exercise exercise;
  private final List<Fed> fed = new ArrayList<>();
  private final Set<String> told = new HashSet<>();

  /** In place of an incident, of a site that has none here. */
  private static final String NOT_HERE = "";

  /** The incident by which each site was told, by its number. */
  private final List<String> ofSites = new ArrayList<>();

  private @Nullable Instant alarmAt;
  private @Nullable Instant onSceneAt;
  private @Nullable JsonNode major;
  private List<Person> persons = List.of();
  private long readNanos;
  private boolean everRead;
  private boolean known;

  /**
   * An inject whose time has come, and when it was fed in.
   *
   * @param refusal why the service did not take it; null when it is told
   */
  public record Fed(Instant at, Inject inject, @Nullable Refusal refusal) {}

  /**
   * Why the service did not take something.
   *
   * @param code of the problem; empty when it had none
   * @param words the problem's sentences, in the service's own language
   */
  public record Refusal(String code, String words) {}

  public Course(Exercise exercise) {
    this.exercise = exercise;
  }

  Exercise exercise() {
    return exercise;
  }

  /** The call about the next site has been handed over; the first is the alarm. */
  synchronized void alarmed(String incident, Instant at) {
    if (alarmAt == null) {
      alarmAt = at;
    }
    ofSites.add(incident);
    told.add(incident);
  }

  /** The call about the next site was not taken: it is another region's to serve. */
  synchronized void notHere() {
    ofSites.add(NOT_HERE);
  }

  /** How many sites have been told of. */
  synchronized int sitesTold() {
    return ofSites.size();
  }

  /** The incident of a site, or null when it has none here, or nobody has told of it yet. */
  synchronized @Nullable String incidentOf(int site) {
    String incident = site < ofSites.size() ? ofSites.get(site) : NOT_HERE;
    return incident.equals(NOT_HERE) ? null : incident;
  }

  /** The site that an incident is about; calls that name none are about the first. */
  synchronized int siteOf(String incident) {
    return Math.max(0, ofSites.indexOf(incident));
  }

  /** The site where a casualty is or was, by its place; the first when that names none. */
  int siteOf(Person person) {
    List<Site> sites = exercise.event().sites();
    for (int site = 0; site < sites.size(); site++) {
      if (sites.get(site).name().equals(person.place())) {
        return site;
      }
    }
    return 0;
  }

  /** The incidents that are about a site. */
  synchronized List<String> incidentsOf(int site) {
    return incidents().stream().filter(i -> siteOf(i) == site).sorted().toList();
  }

  /** Another call of the same event has been handed over. */
  synchronized void called(String incident) {
    told.add(incident);
  }

  synchronized void fed(Inject inject, Instant at, @Nullable Refusal refusal) {
    fed.add(new Fed(at, inject, refusal));
  }

  public synchronized List<Fed> fed() {
    return List.copyOf(fed);
  }

  /** A unit is on the scene; the first to say so counts. */
  synchronized void onScene(Instant at) {
    if (onSceneAt == null || at.isBefore(onSceneAt)) {
      onSceneAt = at;
    }
  }

  public synchronized @Nullable Instant onSceneAt() {
    return onSceneAt;
  }

  public synchronized @Nullable Instant alarmAt() {
    return alarmAt;
  }

  /** Incidents of the event: those it was told by, and what has been collected since. */
  synchronized Set<String> incidents() {
    Set<String> all = new HashSet<>(told);
    JsonNode m = major;
    if (m != null) {
      m.path("incidents").forEach(i -> all.add(i.asString()));
    }
    return all;
  }

  /** The major incident that was declared from it, once it is. */
  public synchronized Optional<JsonNode> major() {
    return Optional.ofNullable(major);
  }

  /** Path of the major incident, once there is one. */
  Optional<String> path(Play play) {
    return major().map(m -> play.path("major-incidents", m.path("id").asString()));
  }

  /** The casualties that the service knows. */
  public synchronized List<Person> persons() {
    return persons;
  }

  /** Whether what the service knows has been read. */
  synchronized boolean everRead() {
    return known;
  }

  /** Reads what the service knows, unless it was read just now. */
  public void read(Play play) {
    synchronized (this) {
      long age = System.nanoTime() - readNanos;
      if (alarmAt == null || everRead && age < Duration.ofMillis(READ_MILLIS).toNanos()) {
        return;
      }
      readNanos = System.nanoTime();
      everRead = true;
    }
    JsonNode found = find(play);
    List<Person> all = found == null ? List.of() : casualties(play, found.path("id").asString());
    synchronized (this) {
      major = found;
      persons = all;
      known = true;
    }
  }

  private @Nullable JsonNode find(Play play) {
    Set<String> ours = incidents();
    for (JsonNode m : play.client().get(play.path("major-incidents")).path("majorIncidents")) {
      for (JsonNode incident : m.path("incidents")) {
        if (ours.contains(incident.asString())) {
          return m;
        }
      }
    }
    return null;
  }

  private static List<Person> casualties(Play play, String major) {
    List<Person> all = new ArrayList<>();
    String path = play.path("major-incidents", major, "casualties") + "?limit=" + PAGE;
    String after = "";
    // Every page has casualties that no earlier one had, so the loop ends.
    while (true) {
      JsonNode page = play.client().get(path + after);
      for (JsonNode one : page.path("casualties")) {
        Person person = Person.of(one);
        if (person != null) {
          all.add(person);
        }
      }
      if (!page.path("next").isString()) {
        return List.copyOf(all);
      }
      after = "&after=" + ServiceClient.segment(page.path("next").asString());
    }
  }
}
