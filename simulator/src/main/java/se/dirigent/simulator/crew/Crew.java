package se.dirigent.simulator.crew;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.geo.Position;
import se.dirigent.core.incident.Outcome;
import se.dirigent.optimiser.recommend.KindProfile;
import se.dirigent.routing.travel.Route;
import se.dirigent.routing.travel.Travel;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.Trip;
import se.dirigent.routing.travel.Unreachable;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.simulator.crew.Order.Taking;

/**
 * One crew and its vehicle: it carries out the assignment it has, step by step, and drives home, or
 * to where it was told to stand, when it has none. Told of a new order, a stand-down or a step
 * somebody else reported, it adapts. Not safe for use by several threads.
 */
public final class Crew {
  /** One crew in ten passes the nearest hospital for a better suited one [assumption]. */
  private static final double SECOND_CHOICE_SHARE = 0.1;

  private final String unit;
  private final KindProfile profile;
  private final Position home;
  private final CrewWorld world;
  private final RandomGenerator chance;
  private Trip trip;
  private @Nullable Task task;

  /** Where it is to stand while it has nothing to do; null for its station. */
  private @Nullable Position post;

  /** The assignment under way and what comes next in it. */
  private record Task(Order order, Milestone reached, boolean conveys, @Nullable Instant nextAt) {}

  /**
   * A crew standing somewhere.
   *
   * @param unit identity of its unit
   * @param profile how the unit travels and whether it conveys
   * @param home its station
   * @param position where it stands
   * @param world what it shares with others
   * @param chance its own generator
   * @param now the moment it begins
   */
  public Crew(
      String unit,
      KindProfile profile,
      Position home,
      Position position,
      CrewWorld world,
      RandomGenerator chance,
      Instant now) {
    this.unit = unit;
    this.profile = profile;
    this.home = home;
    this.world = world;
    this.chance = chance;
    this.trip = Trip.straight(position, position, now, new Travel(Duration.ZERO, 0));
  }

  public String unit() {
    return unit;
  }

  /** The assignment it works on, if any. */
  public Optional<String> assignment() {
    return Optional.ofNullable(task).map(t -> t.order().assignment());
  }

  /** The journey it is on, or the last one it made. */
  public Trip trip() {
    return trip;
  }

  /** Whether it stands at its station with nothing to do. */
  public boolean idleAtHome(Instant now) {
    return task == null && trip.arrivedBy(now) && trip.goal().equals(home);
  }

  /** When it next does something; empty when it waits for others. */
  public Optional<Instant> nextAt() {
    return Optional.ofNullable(task).map(Task::nextAt);
  }

  /**
   * Takes an order: a new assignment, the one it is redirected to, or one found half done. An order
   * for the assignment it already has changes where to go, to the patient or with the patient.
   */
  public void take(Order order, Instant now) {
    Task t = task;
    if (t != null && t.order().assignment().equals(order.assignment())) {
      relocate(t, order, now);
      return;
    }
    trip = standStill(trip.positionAt(now), now);
    boolean conveys = order.reached().compareTo(Milestone.LOADED) >= 0 || wantsToConvey(order);
    boolean driving = order.reached() == Milestone.ROLLING || order.reached() == Milestone.LOADED;
    // A drive found half done goes on from where the vehicle is now, not from where it began.
    Instant from = driving ? now : order.reachedAt();
    enter(new Task(order, order.reached(), conveys, null), from);
  }

  /** The assignment has been taken from it: it drives home, unless that is not its assignment. */
  public void release(String assignment, Instant now) {
    Task t = task;
    if (t != null && t.order().assignment().equals(assignment)) {
      task = null;
      drive(stand(), Urgency.NORMAL, now);
    }
  }

  /**
   * Told where to stand while it has nothing to do: it drives there at once, or when it is free.
   *
   * @param place null for its station
   */
  public void standBy(@Nullable Position place, Instant now) {
    if (!Objects.equals(place, post)) {
      post = place;
      if (task == null) {
        drive(stand(), Urgency.NORMAL, now);
      }
    }
  }

  /** Whether it stands with nothing to do where it was told to. */
  public boolean standsBy(Instant now) {
    return post != null && task == null && trip.arrivedBy(now) && trip.goal().equals(post);
  }

  private Position stand() {
    return post == null ? home : post;
  }

  /** Somebody else reported a milestone of its assignment; an earlier one changes nothing. */
  public void observe(String assignment, Milestone reached, Instant at) {
    Task t = task;
    if (t == null
        || !t.order().assignment().equals(assignment)
        || reached.compareTo(t.reached()) <= 0) {
      return;
    }
    if (reached == Milestone.CLEAR) {
      release(assignment, at);
    } else {
      boolean conveys = t.conveys() || reached.compareTo(Milestone.LOADED) >= 0;
      enter(new Task(t.order(), reached, conveys, null), at);
    }
  }

  /** Does everything due up to now, in order. */
  public List<CrewAct> advance(Instant now) {
    List<CrewAct> acts = new ArrayList<>();
    Task t = task;
    // Every round passes a milestone and there are nine, so the loop ends.
    while (t != null && t.nextAt() != null && !t.nextAt().isAfter(now)) {
      step(t, t.nextAt(), acts);
      t = task;
    }
    return acts;
  }

  private void step(Task t, Instant at, List<CrewAct> acts) {
    Milestone next = following(t);
    Outcome.Kind outcome =
        next != Milestone.CLEAR
            ? null
            : t.conveys() ? Outcome.Kind.CONVEYED : Outcome.Kind.TREATED_AND_LEFT;
    acts.add(new CrewAct.Reached(unit, t.order().assignment(), next, outcome, at));
    if (next == Milestone.CLEAR) {
      release(t.order().assignment(), at);
      return;
    }
    enter(new Task(t.order(), next, t.conveys(), null), at);
    if (next == Milestone.LOADED && t.order().destination() == null) {
      Position goal = trip.goal();
      world.hospitals().stream()
          .filter(h -> h.position().equals(goal))
          .findFirst()
          .ifPresent(h ->
              acts.add(new CrewAct.ChoseDestination(unit, t.order().assignment(), h.id(), at)));
    }
  }

  private static Milestone following(Task t) {
    boolean leaves = t.reached() == Milestone.AT_PATIENT && !t.conveys();
    return leaves ? Milestone.CLEAR : Milestone.values()[t.reached().ordinal() + 1];
  }

  /** Starts what follows a milestone and notes when it will be done. */
  private void enter(Task t, Instant at) {
    CrewTimes times = world.times();
    Instant nextAt =
        switch (t.reached()) {
          case ASSIGNED -> at.plus(times.acknowledge().duration(chance));
          case ACKNOWLEDGED ->
              t.order().position() == null ? null : at.plus(times.turnout().duration(chance));
          case ROLLING -> driveToIncident(t.order(), at);
          case AT_ADDRESS -> at.plus(times.toPatient().duration(chance));
          case AT_PATIENT -> leaves(t, at);
          case LOADED -> drive(destination(t.order(), at), urgency(t.order()), at);
          case AT_DESTINATION -> at.plus(times.handOver().duration(chance));
          case HANDED_OVER -> at.plus(times.restore().duration(chance));
          case CLEAR -> null;
        };
    task = new Task(t.order(), t.reached(), t.conveys(), nextAt);
  }

  private @Nullable Instant leaves(Task t, Instant at) {
    if (t.order().taking() == Taking.WHEN_TOLD) {
      return null;
    }
    CrewTimes times = world.times();
    return at.plus((t.conveys() ? times.sceneConvey() : times.sceneLeave()).duration(chance));
  }

  private @Nullable Instant driveToIncident(Order order, Instant at) {
    Position goal = order.position();
    return goal == null ? null : drive(goal, urgency(order), at);
  }

  private void relocate(Task t, Order order, Instant now) {
    boolean told = order.taking() == Taking.WHEN_TOLD;
    boolean otherwise = told != (t.order().taking() == Taking.WHEN_TOLD);
    Order moved =
        new Order(
            order.assignment(),
            order.position(),
            order.level(),
            otherwise ? order.taking() : t.order().taking(),
            order.destination(),
            t.order().reached(),
            t.order().reachedAt());
    Position goal = order.position();
    boolean same = Objects.equals(goal, t.order().position());
    boolean underWay = t.reached() == Milestone.ACKNOWLEDGED || t.reached() == Milestone.ROLLING;
    Position destination = order.destination();
    boolean elsewhere =
        t.reached() == Milestone.LOADED && destination != null && !destination.equals(trip.goal());
    boolean onScene = t.reached().compareTo(Milestone.LOADED) < 0;
    boolean conveys = otherwise && onScene ? wantsToConvey(moved) : t.conveys();
    boolean anew = elsewhere || otherwise && t.reached() == Milestone.AT_PATIENT;
    if (!anew && (same || !underWay)) {
      task = new Task(moved, t.reached(), conveys, t.nextAt());
    } else {
      enter(new Task(moved, t.reached(), conveys, null), now);
    }
  }

  private boolean wantsToConvey(Order order) {
    double share = world.times().conveyShare().get(order.level() - 1);
    boolean wants = chance.nextDouble() < share;
    return switch (order.taking()) {
      case IF_NEEDED -> wants && profile.conveys() && !world.hospitals().isEmpty();
      case NOT -> false;
      case WHEN_TOLD -> profile.conveys();
    };
  }

  private Position destination(Order order, Instant at) {
    Position told = order.destination();
    return told != null ? told : chooseHospital(at).position();
  }

  private Hospital chooseHospital(Instant at) {
    Position here = trip.positionAt(at);
    List<Hospital> nearest =
        world.hospitals().stream()
            .sorted(Comparator.comparingDouble(h -> here.metresTo(h.position())))
            .limit(2)
            .toList();
    boolean second = chance.nextDouble() < SECOND_CHOICE_SHARE;
    if (nearest.isEmpty()) {
      return new Hospital("", home);
    }
    return second ? nearest.getLast() : nearest.getFirst();
  }

  /** Sets off and returns when the crew will be there. */
  private Instant drive(Position goal, Urgency urgency, Instant at) {
    Position from = trip.positionAt(at);
    Route route = route(from, goal, urgency, at);
    Travel median = route.travel();
    double factor = world.times().travelFactor().draw(chance);
    Duration actual = Duration.ofMillis(Math.round(median.median().toMillis() * factor));
    trip = new Trip(route.path(), at, new Travel(actual, median.distanceMetres()));
    return trip.arrivesAt();
  }

  /** The way there; where its vehicle cannot go, somebody takes the crew over by boat. */
  private Route route(Position from, Position goal, Urgency urgency, Instant at) {
    try {
      return world.travelTimes().route(from, goal, profile.mode(), urgency, at);
    } catch (Unreachable e) {
      return world.travelTimes().route(from, goal, TravelMode.BOAT, urgency, at);
    }
  }

  private static Trip standStill(Position here, Instant now) {
    return Trip.straight(here, here, now, new Travel(Duration.ZERO, 0));
  }

  private static Urgency urgency(Order order) {
    return order.level() == 1 ? Urgency.LIGHTS_AND_SIRENS : Urgency.NORMAL;
  }
}
