package se.dirigent.app.exercise.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.dirigent.app.exercise.scenario.Exercise;
import se.dirigent.app.masscasualty.MassEvent;
import se.dirigent.app.masscasualty.MassEvent.Site;
import se.dirigent.app.masscasualty.MassEvent.Wounded;
import se.dirigent.core.masscasualty.capacity.Specialty;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * Somebody who is hurt in an exercise, as only the exercise knows it: those who practise find out.
 *
 * @param tag of the card that a played crew gives; others may give another
 * @param site number of the site
 * @param category that sieving will find
 * @param needs specialties
 * @param soiled whether the casualty is made clean on the scene before it travels
 * @param foundAt from when somebody can look at it
 * @param readyAt from when the casualty can be loaded: freed, brought out
 * @param family a word of its own, or empty
 */
record Hurt(
    String tag,
    int site,
    Category category,
    Set<Specialty> needs,
    boolean soiled,
    Instant foundAt,
    Instant readyAt,
    String family) {
  private static final Specialty CLEANING = Specialty.values()[MassEvent.DECONTAMINATION];

  /** All of an exercise, site by site. */
  static List<Hurt> of(Exercise exercise) {
    List<Hurt> all = new ArrayList<>();
    List<Site> sites = exercise.event().sites();
    int family = 0;
    for (int site = 0; site < sites.size(); site++) {
      for (Wounded some : sites.get(site).casualties()) {
        for (int i = 0; i < some.count(); i++) {
          boolean alone = some.families() == 1;
          family += !alone && i % some.families() == 0 ? 1 : 0;
          long seconds = 60L * some.readyMinute() + (long) (60 * i * some.everyMinutes());
          Set<Specialty> needs = needs(some.needs());
          // Who is made clean on the scene needs no hospital's decontamination any more.
          boolean soiled = sites.get(site).cleanedPerHour() > 0 && needs.remove(CLEANING);
          all.add(
              new Hurt(
                  // A letter before the number: cards of those who practise have none.
                  "S%05d".formatted(all.size() + 1),
                  site,
                  Category.values()[some.category()],
                  needs,
                  soiled,
                  exercise.minute(some.foundMinute()),
                  exercise.at().plusSeconds(seconds),
                  alone ? "" : "F" + family));
        }
      }
    }
    return all;
  }

  private static Set<Specialty> needs(long bits) {
    Set<Specialty> needs = EnumSet.noneOf(Specialty.class);
    for (Specialty one : Specialty.values()) {
      if ((bits >> one.ordinal() & 1) == 1) {
        needs.add(one);
      }
    }
    return needs;
  }

  /** How the first who looks judges it: by START what it finds, and by hand what START lacks. */
  Map<String, Object> judgement() {
    return switch (category) {
      case MINIMAL -> start(found("walks", "yes"));
      case DELAYED ->
          start(
              found("walks", "no"),
              found("breathes", "yes"),
              found("respiratoryRate", "20"),
              found("radialPulse", "yes"),
              found("obeys", "yes"));
      case IMMEDIATE ->
          start(found("walks", "no"), found("breathes", "yes"), found("respiratoryRate", "36"));
      case DEAD -> start(found("walks", "no"), found("breathes", "no"), found("opened", "no"));
      case EXPECTANT -> Map.of("category", "EXPECTANT", "reason", Said.of("expectant"));
    };
  }

  @SafeVarargs
  private static Map<String, Object> start(Map<String, String>... found) {
    return Map.of("tree", "START", "found", List.of(found));
  }

  private static Map<String, String> found(String finding, String value) {
    return Map.of("finding", finding, "value", value);
  }
}
