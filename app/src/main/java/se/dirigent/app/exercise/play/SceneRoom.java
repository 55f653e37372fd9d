package se.dirigent.app.exercise.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.app.demo.Part;
import se.dirigent.app.demo.Play;
import se.dirigent.app.demo.Seen.Assignment;
import se.dirigent.app.demo.Seen.Unit;
import se.dirigent.app.masscasualty.MassEvent.Site;
import se.dirigent.core.dispatch.Milestone;

/**
 * Plays the crews on the scene: they report, sieve, make clean, load whom command has decided a
 * hospital for, and hand over there. They come and drive as all played crews do.
 */
public final class SceneRoom implements Part {
  /** The first unit has looked around after so long [assumption]. */
  private static final Duration LOOK = Duration.ofMinutes(4);

  /** Sieving takes a minute a person: START is said to take at most that. */
  private static final double SIEVE_MINUTES = 1;

  /** The first units lead and sieve, and take nobody while there are more to look at. */
  private static final int STAY = 2;

  /** A crew has somebody on board so long after it was free to [assumption]. */
  private static final Duration LOAD = Duration.ofMinutes(8);

  private final Play crews;
  private final Course course;
  private final Consumer<Set<String>> waitAt;
  private final Waiting waiting;
  private final Carriers carriers;
  private final Set<String> airborne;
  private final List<List<Hurt>> unseen = new ArrayList<>();
  private final Map<Integer, Double> sieving = new HashMap<>();
  private final Map<Integer, Double> cleaning = new HashMap<>();
  private final Map<String, Load> loads = new LinkedHashMap<>();
  private @Nullable Instant before;
  private boolean asked;
  private boolean recalled;

  /** What a unit has been given, and from when it has it on board. */
  private record Load(Waiting.Group group, Instant at, boolean away) {
    List<Hurt> hurt() {
      return group.hurt();
    }

    String facility() {
      return group.facility();
    }
  }

  /**
   * @param crews speaks for all units' crews
   * @param waitAt told at which incidents crews wait to be given somebody
   * @param carriers the vehicles that the event brings besides
   * @param airborne the region's own units that fly
   * @param seed decides in which order the hurt are found
   */
  public SceneRoom(
      Play crews,
      Course course,
      Consumer<Set<String>> waitAt,
      Waiting waiting,
      Carriers carriers,
      Set<String> airborne,
      long seed) {
    this.crews = crews;
    this.course = course;
    this.waitAt = waitAt;
    this.waiting = waiting;
    this.carriers = carriers;
    this.airborne = Set.copyOf(airborne);
    List<Hurt> all = Hurt.of(course.exercise());
    for (int site = 0; site < course.exercise().event().sites().size(); site++) {
      int number = site;
      List<Hurt> here = new ArrayList<>(all.stream().filter(h -> h.site() == number).toList());
      Collections.shuffle(here, new Random(seed + site));
      unseen.add(here);
    }
  }

  @Override
  public void act() {
    course.read(crews);
    waitAt.accept(course.incidents());
    if (!recalled && course.everRead()) {
      recall();
      recalled = true;
    }
    Instant now = crews.picture().now();
    Instant last = before == null ? now : before;
    before = now;
    String major = course.path(crews).orElse(null);
    List<Site> sites = course.exercise().event().sites();
    for (int site = 0; site < sites.size(); site++) {
      List<Assignment> here = here(site);
      int hands = here.size() + carriers.standing(site, now);
      if (hands == 0) {
        continue;
      }
      course.onScene(here.stream().map(Assignment::reachedAt).min(Instant::compareTo).orElse(now));
      if (major == null) {
        ask(now);
        continue;
      }
      report(major, site, now);
      double minutes = Duration.between(last, now).toMillis() / 60_000.0;
      sieve(major, site, minutes * hands, now);
      clean(major, site, sites.get(site), minutes, now);
      long stay = unseen.get(site).stream().anyMatch(h -> !h.foundAt().isAfter(now)) ? STAY : 0;
      here.stream()
          .sorted(Comparator.comparing(Assignment::reachedAt))
          .skip(stay)
          .forEach(unit -> give(unit, now));
    }
    depart(now);
    arrive();
    if (major != null) {
      carriers.act(major, now);
    }
  }

  /** Takes up what an exercise that was broken off had come to, as the service knows it. */
  private void recall() {
    Map<String, Person> known = new HashMap<>();
    course.persons().forEach(p -> known.put(p.tag(), p));
    for (List<Hurt> here : unseen) {
      for (Hurt hurt : List.copyOf(here)) {
        Person person = known.get(hurt.tag());
        if (person != null) {
          here.remove(hurt);
          recall(hurt, person);
        }
      }
    }
  }

  private void recall(Hurt hurt, Person person) {
    if (person.stage().equals("AT_SCENE")) {
      waiting.add(hurt);
      if (person.clean()) {
        waiting.cleaned(hurt);
      }
      return;
    }
    Instant left = person.departedAt();
    if (!person.stage().equals("DEPARTED") || left == null) {
      return;
    }
    String assignment =
        crews.picture().units().stream()
            .filter(u -> u.id().equals(person.vehicle()))
            .map(Unit::assignment)
            .findFirst()
            .orElse(null);
    if (assignment == null) {
      carriers.goOn(hurt, person.sentTo(), left);
      return;
    }
    List<Hurt> aboard = new ArrayList<>(List.of(hurt));
    Load load = loads.get(assignment);
    if (load != null) {
      aboard.addAll(load.hurt());
    }
    loads.put(assignment, new Load(new Waiting.Group(aboard, person.sentTo()), left, true));
  }

  /** Units on a site that have nobody on board yet. */
  private List<Assignment> here(int site) {
    return course.incidentsOf(site).stream()
        .flatMap(incident -> crews.picture().assignmentsOf(incident).stream())
        .filter(a -> a.reached().compareTo(Milestone.AT_ADDRESS) >= 0)
        .filter(a -> a.reached().compareTo(Milestone.LOADED) < 0)
        .toList();
  }

  /** Without a major incident there is nowhere to write: the crew asks for one, once. */
  private void ask(Instant now) {
    Instant first = course.onSceneAt();
    if (asked || first == null || now.isBefore(first.plus(LOOK))) {
      return;
    }
    asked = true;
    String text = Said.of("asked", course.exercise().casualties());
    String[] incident = String.valueOf(course.incidentOf(0)).split(":");
    tell(
        "asked",
        crews.path("intake", incident[0], incident[1], incident[2], "updates"),
        Map.of("text", text));
  }

  /** The first report, unless somebody has written one. */
  private void report(String major, int site, Instant now) {
    Instant first = course.onSceneAt();
    boolean written = course.major().map(m -> m.hasNonNull("methane")).orElse(false);
    if (site > 0 || written || first == null || now.isBefore(first.plus(LOOK))) {
      return;
    }
    Map<String, Object> methane = new LinkedHashMap<>();
    methane.put("exactLocation", course.exercise().alarm().address());
    methane.put("type", course.exercise().title());
    methane.put("hazards", "");
    methane.put("access", "");
    methane.put("casualties", course.exercise().casualties());
    methane.put("services", "");
    tell("reports", major + "/methane", methane);
  }

  private void sieve(String major, int site, double minutes, Instant now) {
    double budget = sieving.getOrDefault(site, 0.0) + minutes / SIEVE_MINUTES;
    List<Hurt> left = unseen.get(site);
    while (budget >= 1) {
      Hurt hurt = nextFound(left, now);
      if (hurt == null) {
        // Nobody saves up looks at those who are not there yet.
        budget = 0;
        break;
      }
      budget--;
      Map<String, Object> about = new LinkedHashMap<>();
      about.put("place", course.exercise().event().sites().get(site).name());
      about.put("child", hurt.needs().stream().anyMatch(n -> n.name().equals("CHILD")));
      about.put("needs", hurt.needs().stream().map(Enum::name).toList());
      about.put("decontamination", hurt.soiled() ? "NEEDED" : "NOT_NEEDED");
      about.put("family", hurt.family());
      boolean known =
          tell(
              "sieved",
              major + "/casualties",
              Map.of("tag", hurt.tag(), "about", about, "judgement", hurt.judgement()));
      if (known) {
        waiting.add(hurt);
      }
    }
    sieving.put(site, budget);
  }

  private static @Nullable Hurt nextFound(List<Hurt> left, Instant now) {
    for (int i = left.size() - 1; i >= 0; i--) {
      if (!left.get(i).foundAt().isAfter(now)) {
        return left.remove(i);
      }
    }
    return null;
  }

  private void clean(String major, int site, Site place, double minutes, Instant now) {
    if (now.isBefore(course.exercise().minute(place.cleanedFromMinute()))) {
      return;
    }
    double budget = cleaning.getOrDefault(site, 0.0) + minutes * place.cleanedPerHour() / 60.0;
    while (budget >= 1) {
      Hurt next = waiting.nextSoiled(site);
      if (next == null) {
        budget = 0;
        break;
      }
      budget--;
      Map<String, Object> fact = Map.of("kind", "DECONTAMINATION", "value", "DONE");
      if (tell("cleaned", major + "/casualties/" + next.tag() + "/facts", fact)) {
        waiting.cleaned(next);
      }
    }
    cleaning.put(site, budget);
  }

  /** Gives a unit that is free to load whom it is to take: one lying, and one who sits. */
  private void give(Assignment unit, Instant now) {
    if (unit.reached() != Milestone.AT_PATIENT || loads.containsKey(unit.id())) {
      return;
    }
    Waiting.Room room = airborne.contains(unit.unit()) ? Waiting.HELICOPTER : Waiting.AMBULANCE;
    waiting
        .take(course.siteOf(unit.incident()), room, now)
        .ifPresent(group -> loads.put(unit.id(), new Load(group, now.plus(LOAD), false)));
  }

  private void depart(Instant now) {
    String major = course.path(crews).orElse(null);
    List<String> undone = new ArrayList<>();
    for (Map.Entry<String, Load> entry : loads.entrySet()) {
      Load load = entry.getValue();
      if (load.away() || now.isBefore(load.at()) || major == null) {
        continue;
      }
      String assignment = entry.getKey();
      String unit = crews.picture().assignment(assignment).map(Assignment::unit).orElse("");
      boolean goes =
          !unit.isEmpty()
              && waiting.stands(load.group())
              && tell(
                  "destinations",
                  crews.path("assignments", assignment, "destination"),
                  Map.of("facility", load.facility()))
              && tell(
                  "loaded",
                  crews.path("assignments", assignment, "milestones"),
                  Map.of("milestone", "LOADED", "at", load.at().toString()));
      if (goes) {
        for (Hurt hurt : load.hurt()) {
          tell(
              "departed",
              major + "/casualties/" + hurt.tag() + "/departure",
              Map.of("vehicle", unit, "at", load.at().toString()));
        }
        entry.setValue(new Load(load.group(), load.at(), true));
      } else {
        // Somebody called the unit away or gave another hospital before it left: whom it was to
        // take waits again, and it may be given others.
        load.hurt().forEach(waiting::add);
        undone.add(assignment);
      }
    }
    undone.forEach(loads::remove);
  }

  private void arrive() {
    String major = course.path(crews).orElse(null);
    List<String> done = new ArrayList<>();
    for (Map.Entry<String, Load> entry : loads.entrySet()) {
      Load load = entry.getValue();
      Assignment a = crews.picture().assignment(entry.getKey()).orElse(null);
      boolean there = a == null || a.reached().compareTo(Milestone.AT_DESTINATION) >= 0;
      if (load.away() && there && major != null) {
        String facility = a == null || a.destination() == null ? load.facility() : a.destination();
        for (Hurt hurt : load.hurt()) {
          tell(
              "arrived",
              major + "/casualties/" + hurt.tag() + "/arrival",
              Map.of("facility", facility));
        }
        done.add(entry.getKey());
      }
    }
    done.forEach(loads::remove);
  }

  /** Whether it was taken. */
  private boolean tell(String count, String path, Map<String, Object> body) {
    try {
      crews.client().post(path, body);
      crews.count(count);
      return true;
    } catch (ServiceRefused e) {
      crews.refused(count + "Refused", path, e);
      return false;
    }
  }
}
