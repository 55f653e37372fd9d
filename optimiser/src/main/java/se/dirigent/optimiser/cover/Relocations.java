package se.dirigent.optimiser.cover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.routing.travel.Urgency;

/**
 * Proposes moves that better the cover, the best first, each on top of those before.
 *
 * <p>Where DMEXCLP (Jagtenberg, Bhulai and van der Mei, Operations Research for Health Care 4,
 * 2015, pp. 27–35) sends a unit that has just become free to the base of largest marginal cover,
 * this looks at every free unit, weighs each unit's own chance of being taken with the hypercube's
 * correction, counts the part of the hour lost on the road, asks more of a longer drive, and leaves
 * crews in peace that have been moved enough.
 */
public final class Relocations {
  private final CoverModel model;
  private final RelocationRules rules;
  private final TravelTimes times;

  /** Proposes for the region of the model. */
  public Relocations(CoverModel model, RelocationRules rules, TravelTimes times) {
    this.model = model;
    this.rules = rules;
    this.times = times;
  }

  /**
   * The proposals.
   *
   * @param free every unit that covers now, movable or not
   * @param bases where units may stand
   */
  public List<Move> propose(List<Movable> free, List<Base> bases, Instant now) {
    List<CoveringUnit> units = new ArrayList<>(free.stream().map(Movable::unit).toList());
    Map<Integer, int[]> drives = drives(free, bases, now);
    Set<String> moved = new HashSet<>();
    List<Move> moves = new ArrayList<>();
    while (moves.size() < rules.proposalsMax()) {
      Option best = best(free, units, bases, drives, moved, now);
      if (best == null) {
        break;
      }
      double share = model.moment(units, now).share();
      units.set(best.index(), best.there());
      moves.add(best.move(share, model.moment(units, now).share()));
      moved.add(best.unit());
    }
    return moves;
  }

  /** Milliseconds from each free unit, by its index, to each base. */
  private Map<Integer, int[]> drives(List<Movable> free, List<Base> bases, Instant now) {
    List<Position> to = bases.stream().map(Base::position).toList();
    Map<TravelMode, List<Integer>> byMode = new EnumMap<>(TravelMode.class);
    for (int i = 0; i < free.size(); i++) {
      byMode.computeIfAbsent(free.get(i).unit().mode(), _ -> new ArrayList<>()).add(i);
    }
    Map<Integer, int[]> drives = new HashMap<>();
    byMode.forEach((mode, units) -> {
      List<Position> from = units.stream().map(i -> free.get(i).unit().position()).toList();
      int[][] millis = times.millis(from, to, mode, Urgency.NORMAL, now);
      for (int i = 0; i < millis.length; i++) {
        drives.put(units.get(i), millis[i]);
      }
    });
    return drives;
  }

  private record Option(
      int index,
      CoveringUnit there,
      String base,
      Duration travel,
      double before,
      double after,
      double worth,
      int movesInShift) {
    String unit() {
      return there.unit();
    }

    Move move(double shareBefore, double shareAfter) {
      return new Move(unit(), base, travel, before, after, shareBefore, shareAfter, movesInShift);
    }
  }

  private @Nullable Option best(
      List<Movable> free,
      List<CoveringUnit> units,
      List<Base> bases,
      Map<Integer, int[]> drives,
      Set<String> moved,
      Instant now) {
    CoverModel.Moment moment = model.moment(units, now);
    double before = moment.callsReached();
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      Movable movable = free.get(i);
      if (mayMove(movable, now) && !moved.contains(movable.unit().unit())) {
        int[] millis = Objects.requireNonNull(drives.get(i));
        for (int b = 0; b < millis.length; b++) {
          Duration drive = Duration.ofMillis(millis[b]);
          Option option = option(moment, movable, i, bases.get(b), before, drive);
          if (option != null) {
            options.add(option);
          }
        }
      }
    }
    return options.stream()
        .filter(o -> o.worth() > 0)
        .max(Comparator.comparingDouble(Option::worth).thenComparing(Option::unit))
        .orElse(null);
  }

  private boolean mayMove(Movable movable, Instant now) {
    Instant last = movable.lastMoveAt();
    return !movable.resting()
        && movable.movesInShift() < rules.movesPerShiftMax()
        && (last == null || !last.plus(rules.restAfterMove()).isAfter(now));
  }

  private @Nullable Option option(
      CoverModel.Moment moment,
      Movable movable,
      int index,
      Base base,
      double before,
      Duration travel) {
    CoveringUnit here = movable.unit();
    if (travel.compareTo(rules.travelMax()) > 0 || travel.isZero()) {
      return null;
    }
    CoveringUnit there =
        new CoveringUnit(
            here.unit(), base.position(), here.mode(), here.levelMostUrgent(), here.presence());
    double hours = travel.toSeconds() / 3600.0;
    // On the road it covers what it covered, on average, half from here and half from there.
    double after = before + (moment.callsReachedWith(index, there) - before) * (1 - hours / 2);
    double worth = after - before - rules.gainMin() - hours * rules.gainPerHourOfTravel();
    int moves = movable.movesInShift() + 1;
    return new Option(index, there, base.id(), travel, before, after, worth, moves);
  }
}
