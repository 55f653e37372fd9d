package se.dirigent.server.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.Standby;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.cover.Cover;
import se.dirigent.optimiser.cover.CoverGoal;
import se.dirigent.optimiser.cover.CoverModel;
import se.dirigent.optimiser.cover.CoveringUnit;
import se.dirigent.optimiser.cover.ReachTable;
import se.dirigent.optimiser.recommend.Candidate;
import se.dirigent.optimiser.recommend.KindProfile;
import se.dirigent.optimiser.standby.Movable;
import se.dirigent.optimiser.standby.Move;
import se.dirigent.optimiser.standby.Relocations;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.server.platform.region.Region;

/**
 * The cover of one region as last calculated, and how it has gone. Calculated beside the questions,
 * so that none waits for it.
 */
final class RegionCover {
  /** Points of the trend kept: six hours of three minutes, as wide as a page shows. */
  private static final int TREND_MAX = 120;

  private static final Duration TREND_STEP = Duration.ofMinutes(3);

  private static final Duration HOUR = Duration.ofHours(1);

  private final RegionSettings settings;
  private final CoverModel model;
  private final ReachTable reach;
  private final Relocations relocations;
  private final Deque<Point> trend = new ArrayDeque<>();
  private volatile boolean roadsChanged;
  private volatile Snapshot latest = new Snapshot(null, null, Map.of(), List.of(), List.of());

  /** How the cover was at a moment: share by level, of everywhere and of each area. */
  record Point(Instant at, Map<Integer, Double> shares, Map<String, Double> areas) {}

  /**
   * What was calculated; nothing before the first time.
   *
   * @param callsLost by unit what its absence costs, see {@link
   *     se.dirigent.optimiser.standby.CoverPrice}
   */
  record Snapshot(
      @Nullable Instant at,
      @Nullable Cover cover,
      Map<String, Double> callsLost,
      List<Move> moves,
      List<Point> trend) {
    double callsLost(String unit) {
      return callsLost.getOrDefault(unit, 0.0);
    }

    /** What sending the unit does to the share of the most urgent level. */
    RankedUnits.@Nullable CoverChange change(String unit) {
      if (cover == null || cover.zones().isEmpty()) {
        return null;
      }
      double before = cover.share(cover.zones().getFirst().levels().getFirst().level(), null);
      return new RankedUnits.CoverChange(before, Math.max(0, before - cover.shareLost(unit)));
    }
  }

  RegionCover(RegionSettings settings, TravelTimes times) {
    this.settings = settings;
    this.reach = new ReachTable(times, settings.forecast().places());
    this.model = new CoverModel(settings.forecast(), settings.cover(), reach);
    CoverGoal first = settings.cover().goals().getFirst();
    this.relocations =
        new Relocations(
            settings.bases(),
            settings.forecast().places(),
            new Relocations.Goal(first.within().minus(first.turnout()), first.urgency()),
            settings.relocation().rules(),
            settings.relocation().proposalsMax(),
            times);
  }

  Snapshot latest() {
    return latest;
  }

  /** Roads have been closed or opened: the next calculation asks all ways anew. */
  void forgetRoads() {
    roadsChanged = true;
  }

  /** Calculates anew; one caller at a time. */
  synchronized void calculate(Crowd crowd) {
    if (roadsChanged) {
      roadsChanged = false;
      reach.clear();
      relocations.forgetRoads();
    }
    Instant now = crowd.picture().now();
    List<Free> free = free(crowd, now);
    Cover cover = model.calculate(free.stream().map(Free::covers).toList(), now);
    List<Movable> movable =
        free.stream().flatMap(f -> Optional.ofNullable(f.movable()).stream()).toList();
    List<Move> moves = relocations.propose(movable, now);
    double urgent = settings.forecast().nextHour(now) * settings.cover().goals().getFirst().share();
    Map<String, Double> lost = relocations.callsLost(movable, urgent, now);
    Point last = trend.peekLast();
    if (last == null || !last.at().plus(TREND_STEP).isAfter(now)) {
      trend.add(point(cover, now));
      if (trend.size() > TREND_MAX) {
        trend.remove();
      }
    }
    latest = new Snapshot(now, cover, lost, moves, List.copyOf(trend));
  }

  private Point point(Cover cover, Instant now) {
    Map<Integer, Double> shares = new HashMap<>();
    settings.cover().goals().forEach(g -> shares.put(g.level(), cover.share(g.level(), null)));
    Map<String, Double> areas = new HashMap<>();
    int first = settings.cover().goals().getFirst().level();
    settings
        .forecast()
        .places()
        .forEach(p -> areas.computeIfAbsent(p.area(), area -> cover.share(first, area)));
    return new Point(now, shares, areas);
  }

  /**
   * Who would answer a call now.
   *
   * @param movable null for one that no order moves: it flies, or is not for the most urgent
   */
  private record Free(CoveringUnit covers, @Nullable Movable movable) {}

  private List<Free> free(Crowd crowd, Instant now) {
    List<Free> free = new ArrayList<>();
    for (Candidate c : crowd.candidates()) {
      KindProfile profile = settings.recommend().profile(c.kind());
      Position at = c.position();
      Instant positionAt = c.positionAt();
      boolean counts =
          c.status() == UnitStatus.AVAILABLE
              && c.promise() != Candidate.Promise.ON_BOARD
              && !c.special()
              && profile.levelMostUrgent() != KindProfile.NEVER
              && positionAt != null
              && positionAt.plus(settings.recommend().positionLostAfter()).isAfter(now);
      if (counts && at != null) {
        double presence = presence(c.shift(), now);
        if (presence > 0) {
          Unit unit = Objects.requireNonNull(crowd.units().get(c.unit()));
          free.add(free(crowd.region(), c, unit, at, presence, now));
        }
      }
    }
    return free;
  }

  /** A unit on its way counts where it will stand, so that nobody else is sent there. */
  private Free free(
      Region region, Candidate c, Unit unit, Position at, double presence, Instant now) {
    Standby standby = unit.standby();
    Position stands =
        standby == null || standby.state() == Standby.State.THERE ? at : standby.place().position();
    KindProfile profile = settings.recommend().profile(c.kind());
    int level = profile.levelMostUrgent();
    var covers = new CoveringUnit(c.unit(), stands, profile.mode(), level, presence);
    boolean moves =
        profile.mode() == TravelMode.ROAD && level <= settings.cover().goals().getFirst().level();
    if (!moves) {
      return new Free(covers, null);
    }
    String base = standby == null ? unit.station() : standby.place().id();
    boolean underWay = standby == null && region.standbyPlaceNear(at) == null;
    // Whoever is under way to a place is left to get there.
    boolean going = standby != null && standby.state() != Standby.State.THERE;
    boolean promised = !unit.rides().isEmpty();
    boolean resting =
        going || promised || presence < 1 || eating(c.shift(), now) || left(unit, now);
    return new Free(
        covers,
        new Movable(c.unit(), unit.station(), base, at, underWay, unit.moves().inShift(), resting));
  }

  /** Whether its meal window lies within the hour. */
  private static boolean eating(@Nullable Shift shift, Instant now) {
    Instant mealStart = shift == null ? null : shift.mealStart();
    Instant mealEnd = shift == null ? null : shift.mealEnd();
    return mealStart != null
        && mealEnd != null
        && mealStart.isBefore(now.plus(HOUR))
        && mealEnd.isAfter(now);
  }

  /** Whether its crew has been moved, or a move refused, so lately that it is left in peace. */
  private boolean left(Unit unit, Instant now) {
    Duration rest = Duration.ofSeconds(settings.relocation().restSeconds());
    return Stream.of(unit.moves().lastAt(), unit.moves().refusedAt())
        .anyMatch(at -> at != null && at.plus(rest).isAfter(now));
  }

  /** Part of the next hour before the shift ends. */
  private static double presence(@Nullable Shift shift, Instant now) {
    if (shift == null) {
      return 1;
    }
    double left = Duration.between(now, shift.end()).toSeconds() / (double) HOUR.toSeconds();
    return Math.clamp(left, 0, 1);
  }
}
