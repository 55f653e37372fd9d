package se.dirigent.simulator.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Counts what happens in a run. */
final class Tally {
  /** The first day fills the world and is not counted. */
  static final long COUNTED_FROM = 86_400_000;

  private static final double HOUR_MILLIS = 3_600_000;

  private final TrialWorld world;
  private final Calls calls;
  private final Responses[] all;
  private final Responses[][] byArea;
  private final Responses[][] byType;
  private final Responses[][] byRegion;

  /** By region the calls that a neighbour's unit met. */
  private final long[] helped;

  private final InReach inReach;
  private long moves;
  private long redirects;
  private long takeOvers;
  private double engagedMillis;
  private double overtimeMillis;
  private double flownMillis;
  private long mealsEaten;
  private long mealsMissed;

  Tally(TrialWorld world, Calls calls) {
    this.world = world;
    this.calls = calls;
    this.all = responses();
    this.byArea = new Responses[world.areas().names().size()][];
    Arrays.setAll(byArea, _ -> responses());
    this.byType = new Responses[world.model().types().size()][];
    Arrays.setAll(byType, _ -> responses());
    // One region alone is told of as the whole.
    int regions = world.regions().count();
    this.byRegion = new Responses[regions == 1 ? 0 : regions][];
    Arrays.setAll(byRegion, _ -> responses());
    this.helped = new long[regions];
    this.inReach = new InReach(world);
  }

  /** A call comes: a moment to look at the cover, when it is time. */
  void called(Situation situation) {
    inReach.look(situation);
  }

  private Responses[] responses() {
    Responses[] made = new Responses[world.model().levels().size()];
    for (int level = 0; level < made.length; level++) {
      made[level] = new Responses();
    }
    return made;
  }

  void arrived(int unit, int call, double response) {
    double limit = limitSeconds(calls.level(call));
    of(call, responses -> responses.add(response, limit));
    int region = world.regions().ofZone().get(calls.zone(call));
    helped[region] += world.regions().ofUnit().get(unit) == region ? 0 : 1;
  }

  /** Nobody has reached a call by the end of the run. */
  void unreached(int call, double waited) {
    double limit = limitSeconds(calls.level(call));
    of(call, responses -> responses.unended(waited, limit));
  }

  private void of(int call, Consumer<Responses> add) {
    int level = calls.level(call);
    int zone = calls.zone(call);
    int type = calls.type(call);
    add.accept(all[level - 1]);
    if (type != Calls.NO_TYPE) {
      add.accept(byType[type][level - 1]);
    }
    add.accept(byArea[world.areas().ofZone().get(zone)][level - 1]);
    if (byRegion.length > 0) {
      add.accept(byRegion[world.regions().ofZone().get(zone)][level - 1]);
    }
  }

  private double limitSeconds(int level) {
    return world.model().levels().get(level - 1).within().toMillis() / 1000.0;
  }

  void overtime(long millis) {
    overtimeMillis += Math.max(0, millis);
  }

  void meal(boolean eaten) {
    if (eaten) {
      mealsEaten++;
    } else {
      mealsMissed++;
    }
  }

  void flown(boolean counted, long millis) {
    flownMillis += counted ? millis : 0;
  }

  void moved(boolean counted) {
    moves += counted ? 1 : 0;
  }

  void redirected(boolean counted) {
    redirects += counted ? 1 : 0;
  }

  void takenOver(boolean counted) {
    takeOvers += counted ? 1 : 0;
  }

  void engaged(long millis) {
    engagedMillis += Math.max(0, millis);
  }

  TrialReport report(
      double crewDays, double days, long hash, long events, int waiting, TrialReport.Chain chain) {
    List<TrialReport.Level> levels = levels(all);
    long reached = levels.stream().mapToLong(TrialReport.Level::calls).sum();
    double sum = levels.stream().mapToDouble(l -> l.meanSeconds() * l.calls()).sum();
    return new TrialReport(
        levels,
        Stream.of(byArea).map(Tally::levels).toList(),
        Stream.of(byType).map(Tally::levels).toList(),
        regions(),
        sum / Math.max(1, reached),
        moves / (2 * crewDays),
        (double) redirects / Math.max(1, reached),
        (double) takeOvers / Math.max(1, reached),
        engagedMillis / (crewDays * 24 * HOUR_MILLIS),
        overtimeMillis / HOUR_MILLIS / days,
        flightHoursPerDay(days),
        inReach.mean(),
        mealsEaten,
        mealsMissed,
        events,
        waiting,
        chain,
        hash);
  }

  private List<TrialReport.Region> regions() {
    List<TrialReport.Region> regions = new ArrayList<>();
    for (int region = 0; region < byRegion.length; region++) {
      List<TrialReport.Level> levels = levels(byRegion[region]);
      long reached = levels.stream().mapToLong(TrialReport.Level::calls).sum();
      regions.add(new TrialReport.Region(levels, (double) helped[region] / reached));
    }
    return regions;
  }

  private double flightHoursPerDay(double days) {
    boolean any = world.units().stream().anyMatch(Sky::isAir);
    return any ? flownMillis / HOUR_MILLIS / days : Double.NaN;
  }

  private static List<TrialReport.Level> levels(Responses[] of) {
    return Stream.of(of).map(Responses::report).toList();
  }
}
