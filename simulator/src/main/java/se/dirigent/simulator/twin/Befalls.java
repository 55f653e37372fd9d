package se.dirigent.simulator.twin;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import se.dirigent.simulator.chain.Centre;
import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.chain.Event;
import se.dirigent.simulator.twin.Change.Unfit;

/** Whether an event can befall a blueprint. */
final class Befalls {
  /** More people than that no scenario of a region holds: the fifth part of Jämtland's. */
  static final int CASUALTIES_MAX = 25_000;

  private Befalls() {}

  /**
   * Refuses one that cannot.
   *
   * @throws Unfit with the reason and the remedy
   */
  static void require(Blueprint in, Event event) {
    switch (event) {
      case Event.CentreLost lost -> lost(in.chain(), lost);
      case Event.AreasTaken taken -> {
        centre(in.chain(), taken.centre());
        ChainChange.requireAreas(in, taken.areas());
      }
      case Event.MoreCalls more -> {
        factor(more.factor());
        requireCalls(in.calls().perDay(), with(in.chain().events(), more));
      }
      case Event.Casualties hurt -> {
        ChainChange.requireAreas(in, hurt.areas());
        if (hurt.count() < 1 || hurt.count() > CASUALTIES_MAX) {
          throw new Unfit("%d casualties; give 1 to %d".formatted(hurt.count(), CASUALTIES_MAX));
        }
        long all = hurt.count() + casualties(in.chain().events());
        if (all > CASUALTIES_MAX) {
          throw new Unfit(
              "%d casualties with those of the other events; give at most %d in all"
                  .formatted(all, CASUALTIES_MAX));
        }
        if (hurt.shares().size() > in.calls().levels().size()) {
          throw new Unfit(
              "there are shares of %d levels; give at most %d"
                  .formatted(hurt.shares().size(), in.calls().levels().size()));
        }
      }
      case Event.UnitsLost lost ->
          lost.units().forEach(id -> one("unit", id, in.units().stream().map(u -> u.id())));
      case Event.StationLost lost -> {
        one("station", lost.station(), in.stations().stream().map(s -> s.id()));
        if (in.stations().size() < 2) {
          throw new Unfit("'%s' is the only station; leave one".formatted(lost.station()));
        }
      }
      case Event.HospitalClosed closed -> {
        one("hospital", closed.hospital(), in.hospitals().stream().map(h -> h.id()));
        if (in.hospitals().size() < 2) {
          throw new Unfit("'%s' is the only hospital; leave one open".formatted(closed.hospital()));
        }
      }
      case Event.SlowerRoads slower -> {
        factor(slower.factor());
        ChainChange.requireAreas(in, slower.areas());
      }
      case Event.Convoys convoys -> ChainChange.requireAreas(in, convoys.areas());
      case Event.CutOff cut -> {
        if (!(cut.share() >= 0 && cut.share() <= 1)) {
          throw new Unfit("the share is %s; give 0 to 1".formatted(cut.share()));
        }
      }
    }
  }

  private static long casualties(List<Event> events) {
    return events.stream()
        .mapToLong(event -> event instanceof Event.Casualties hurt ? hurt.count() : 0)
        .sum();
  }

  private static List<Event> with(List<Event> events, Event one) {
    return Stream.concat(events.stream(), Stream.of(one)).toList();
  }

  /**
   * Refuses more calls a day than anybody means, at the moment when most factors hold together.
   *
   * @param perDay without them
   * @throws Unfit with the number and the remedy
   */
  static void requireCalls(double perDay, List<Event> events) {
    double most = factorMost(events);
    if (perDay * most > Change.PER_DAY_MAX) {
      throw new Unfit(
          "%.0f calls a day times the factors of events at once, %s, are %.3g; give at most %.0f"
              .formatted(perDay, most, perDay * most, Change.PER_DAY_MAX));
    }
  }

  /** Calls a day when most factors hold together. */
  static double perDayMost(Blueprint of) {
    double month = of.calls().rhythm().year().factorMost();
    return of.calls().perDay() * month * factorMost(of.chain().events());
  }

  private static double factorMost(List<Event> events) {
    List<Event.MoreCalls> more =
        events.stream()
            .flatMap(event -> event instanceof Event.MoreCalls m ? Stream.of(m) : Stream.of())
            .toList();
    // What holds together changes only where one of them begins or ends.
    return more.stream()
        .flatMap(m -> Stream.of(m.span().from(), m.span().until()))
        .mapToDouble(at -> factor(more, at.toMillis()))
        .reduce(1, Math::max);
  }

  private static double factor(List<Event.MoreCalls> events, long moment) {
    return events.stream()
        .filter(event -> event.span().holds(moment))
        .mapToDouble(Event.MoreCalls::factor)
        .reduce(1, (a, b) -> a * b);
  }

  private static void lost(Chain chain, Event.CentreLost lost) {
    centre(chain, lost.centre());
    centre(chain, lost.other());
    if (lost.centre().equals(lost.other())) {
      throw new Unfit(
          "'%s' cannot take over from itself; give another centre".formatted(lost.other()));
    }
    Duration away = lost.span().until().minus(lost.span().from());
    if (lost.takesOverAfter().compareTo(away) >= 0) {
      throw new Unfit(
          "the other centre takes over after %s minutes; give less than the %s that one is lost"
              .formatted(lost.takesOverAfter().toMinutes(), away.toMinutes()));
    }
    for (Event event : chain.events()) {
      boolean both =
          event instanceof Event.CentreLost other
              && other.span().from().compareTo(lost.span().until()) < 0
              && lost.span().from().compareTo(other.span().until()) < 0;
      if (both) {
        throw new Unfit("two centres are lost at once; let one be back before the other is lost");
      }
    }
  }

  private static void centre(Chain chain, String name) {
    if (chain.centres().stream().noneMatch(centre -> centre.name().equals(name))) {
      throw new Unfit(
          chain.centres().isEmpty()
              ? "there are no centres; write 'centres' first"
              : "there is no centre '%s'; give one of %s"
                  .formatted(
                      name, Change.names(chain.centres().stream().map(Centre::name).toList())));
    }
  }

  private static void one(String what, String id, Stream<String> of) {
    List<String> all = of.toList();
    if (!all.contains(id)) {
      throw new Unfit("there is no %s '%s'; give one of %s".formatted(what, id, Change.names(all)));
    }
  }

  private static void factor(double factor) {
    if (!(factor > 0 && factor <= Change.FACTOR_MAX)) {
      throw new Unfit(
          "the factor is %s; give a number above 0, at most %.0f"
              .formatted(factor, Change.FACTOR_MAX));
    }
  }
}
