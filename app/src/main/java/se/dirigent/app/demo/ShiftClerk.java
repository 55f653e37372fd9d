package se.dirigent.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.app.pack.Setting;
import se.dirigent.core.fleet.Shift;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.crew.Crew;
import se.dirigent.simulator.roster.MealBreak;
import se.dirigent.simulator.roster.ShiftPlan;
import se.dirigent.simulator.roster.StationedUnit;

/** Plays the crews' coming and going: on duty, meal break, off duty, as their plans say. */
final class ShiftClerk implements Part {
  private static final String MEAL = "Måltidsuppehåll";

  /** A refused change is left for this long before it is tried again, by the service's clock. */
  private static final Duration TRY_AGAIN = Duration.ofMinutes(2);

  private final Play play;
  private final Setting setting;
  private final CrewRoom crews;
  private final RandomGenerator chance;
  private final Map<String, List<Map<String, String>>> seats = new HashMap<>();
  private final Map<String, Meal> meals = new HashMap<>();
  private final Map<String, Instant> notBefore = new HashMap<>();

  /** The break of one shift, and whether it goes on. */
  private record Meal(Shift shift, Optional<MealBreak> planned, boolean eating) {}

  ShiftClerk(Play play, RegionPack pack, Setting setting, CrewRoom crews, long seed) {
    this.play = play;
    this.setting = setting;
    this.crews = crews;
    this.chance = new Streams(seed).of("meals");
    for (RegionPack.PackUnit unit : pack.units()) {
      seats.put(
          unit.id().value(),
          unit.crew().stream()
              .map(c -> Map.of("role", c.role(), "competence", c.competence().name()))
              .toList());
    }
  }

  @Override
  public void act() {
    Map<String, Seen.Unit> seen = new HashMap<>();
    play.picture().units().forEach(u -> seen.put(u.id(), u));
    for (StationedUnit plan : setting.units()) {
      Seen.Unit unit = seen.get(plan.unit());
      // Anew for each unit: with a fast clock and many units a turn takes long.
      Instant now = play.picture().now();
      boolean wait = now.isBefore(notBefore.getOrDefault(plan.unit(), Instant.EPOCH));
      if (unit != null && !wait) {
        keep(plan, unit, now);
      }
    }
  }

  private void keep(StationedUnit plan, Seen.Unit unit, Instant now) {
    Shift shift = ShiftPlan.shiftAt(plan.plans(), now, setting.zone()).orElse(null);
    try {
      if (shift != null && !shift.end().equals(unit.shiftEnd())) {
        play.client().post(play.path("units", unit.id(), "shift"), body(unit.id(), shift));
        play.count("shiftsStarted");
        notBefore.put(unit.id(), now.plusSeconds(5));
      } else if (shift == null && onDuty(unit) && unit.assignment() == null && !unit.drives()) {
        play.client().delete(play.path("units", unit.id(), "shift"));
        play.count("shiftsEnded");
        notBefore.put(unit.id(), now.plusSeconds(5));
      } else if (shift != null) {
        meal(unit, shift, now);
      }
    } catch (ServiceRefused e) {
      notBefore.put(unit.id(), now.plus(TRY_AGAIN));
      play.refused("shiftRefused", "shift of " + unit.id(), e);
    }
  }

  private static boolean onDuty(Seen.Unit unit) {
    return !unit.status().equals("OFF_DUTY");
  }

  /** A crew that stands at its station eats when its break comes; called out, it has eaten. */
  private void meal(Seen.Unit unit, Shift shift, Instant now) {
    Meal meal = meals.get(unit.id());
    if (meal == null || !meal.shift().equals(shift)) {
      meal = new Meal(shift, MealBreak.within(shift, chance), false);
      meals.put(unit.id(), meal);
    }
    MealBreak planned = meal.planned().orElse(null);
    if (planned == null) {
      return;
    }
    boolean covers = planned.covers(now);
    if (!meal.eating() && covers && unit.status().equals("AVAILABLE") && atHome(unit, now)) {
      availability(unit, false);
      meals.put(unit.id(), new Meal(shift, meal.planned(), true));
      play.count("meals");
    } else if (meal.eating() && !covers) {
      if (unit.status().equals("UNAVAILABLE")) {
        availability(unit, true);
      }
      meals.put(unit.id(), new Meal(shift, Optional.empty(), false));
    }
  }

  private boolean atHome(Seen.Unit unit, Instant now) {
    synchronized (crews) {
      @Nullable Crew crew = crews.crews().get(unit.id());
      return crew != null && crew.idleAtHome(now);
    }
  }

  private void availability(Seen.Unit unit, boolean available) {
    play.client()
        .post(
            play.path("units", unit.id(), "availability"),
            Map.of("available", available, "reason", available ? "" : MEAL));
  }

  private Map<String, Object> body(String unit, Shift shift) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("start", shift.start().toString());
    body.put("end", shift.end().toString());
    if (shift.mealStart() != null && shift.mealEnd() != null) {
      body.put("mealStart", shift.mealStart().toString());
      body.put("mealEnd", shift.mealEnd().toString());
    }
    body.put("crew", seats.getOrDefault(unit, List.of()));
    return body;
  }
}
