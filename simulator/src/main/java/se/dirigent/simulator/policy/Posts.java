package se.dirigent.simulator.policy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import se.dirigent.optimiser.standby.CoverPrice;
import se.dirigent.optimiser.standby.Reach;
import se.dirigent.optimiser.standby.Standby;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.simulator.trial.Policy.Moves;
import se.dirigent.simulator.trial.Regions;
import se.dirigent.simulator.trial.Situation;
import se.dirigent.simulator.trial.TrialWorld;

/**
 * Where the free units of a world stand: every region decides on its own units and bases, and on
 * nobody else's. Not for use by several threads.
 */
public final class Posts {
  private final Standby[] standby;

  /** By region its bases, and its units. */
  private final int[][] bases;

  private final int[][] units;

  /** The number of each base in its region. */
  private final int[] place;

  private final int[] ofBase;
  private final int[] ofUnit;

  private Posts(Regions regions, IntFunction<Standby> by) {
    int count = regions.count();
    this.standby = new Standby[count];
    this.bases = new int[count][];
    this.units = new int[count][];
    this.ofBase = regions.ofBase().stream().mapToInt(region -> region).toArray();
    this.ofUnit = regions.ofUnit().stream().mapToInt(region -> region).toArray();
    this.place = new int[ofBase.length];
    for (int region = 0; region < count; region++) {
      bases[region] = regions.bases(region);
      units[region] = regions.units(region);
      for (int i = 0; i < bases[region].length; i++) {
        place[bases[region][i]] = i;
      }
      standby[region] = by.apply(region);
    }
  }

  /**
   * What a region has settled about where its units stand.
   *
   * @param within from call to arrival, in time at the most urgent level
   */
  public record Own(StandbyRules rules, Duration within) {}

  /** At stations and standby points, every region by its own rules. */
  public static Posts of(TrialWorld world, List<Own> byRegion) {
    return new Posts(
        world.regions(),
        region -> {
          Own own = byRegion.get(region);
          return new Standby(world.reach(own.rules(), own.within(), region), own.rules());
        });
  }

  /** At stations and standby points, all by the same rules. */
  public static Posts of(TrialWorld world, StandbyRules by) {
    return of(world, Collections.nCopies(world.regions().count(), new Own(by, world.within(1))));
  }

  /** At stations alone. */
  public static Posts atStations(TrialWorld world, StandbyRules by) {
    return new Posts(world.regions(), region -> new Standby(stations(world, by, region), by));
  }

  private static Reach stations(TrialWorld world, StandbyRules by, int region) {
    int[] bases = world.regions().bases(region);
    int stations = (int) Arrays.stream(bases).filter(base -> base < world.stations()).count();
    return world.reach(by, world.within(1), region).first(stations);
  }

  /** In a world of one region, as somebody else decides. */
  public static Posts whole(TrialWorld world, Standby by) {
    return new Posts(world.regions(), _ -> by);
  }

  /**
   * What it costs a region's cover to send one of its units; bases by their number there, as {@link
   * #covered} says.
   *
   * @param urgentCalls expected in the next hour at the most urgent level
   */
  public CoverPrice price(Situation situation, int region, double urgentCalls) {
    return standby[region].price(free(situation, region), urgentCalls);
  }

  private Standby.Free free(Situation situation, int region) {
    long rest = standby[region].rules().restAfterMove().toMillis();
    int[] own = units[region];
    return new Standby.Free() {
      @Override
      public int units() {
        return own.length;
      }

      @Override
      public int base(int unit) {
        return covered(situation, own[unit]);
      }

      @Override
      public double hours(int unit, int base) {
        return situation.hoursTo(own[unit], bases[region][base]);
      }

      @Override
      public int moves(int unit) {
        return situation.movesOf(own[unit]);
      }

      @Override
      public boolean resting(int unit) {
        boolean moved =
            situation.movesOf(own[unit]) > 0
                && situation.now() < situation.movedAt(own[unit]) + rest;
        return moved || situation.eats(own[unit]) || situation.promised(own[unit]);
      }
    };
  }

  /**
   * The base of a unit's own region that it covers, by its number there; −1 when it covers none.
   * Who may not meet the most urgent covers nothing that is counted; who has promised a ride but
   * has nobody on board may be called off for them and counts, as for the live service.
   */
  public int covered(Situation situation, int unit) {
    boolean covers =
        (situation.free(unit) || situation.promised(unit))
            && situation.unit(unit).levelMostUrgent() == 1
            && !situation.isAir(unit)
            && ofBase[situation.baseOf(unit)] == ofUnit[unit];
    return covers ? place[situation.baseOf(unit)] : -1;
  }

  /** The base for a unit that has just become free. */
  int base(Situation situation, int unit) {
    int region = ofUnit[unit];
    int number = Arrays.binarySearch(units[region], unit);
    int home = place[situation.unit(unit).home()];
    int base =
        standby[region].base(
            free(situation, region),
            number,
            home,
            to -> situation.hoursTo(unit, bases[region][to]));
    return bases[region][base];
  }

  /** The one move of a region that gains most, if any is worth its trouble. */
  void settle(Situation situation, int region, Moves moves) {
    Optional<Standby.Shift> shift = standby[region].shift(free(situation, region));
    shift.ifPresent(s -> moves.move(units[region][s.unit()], bases[region][s.base()]));
  }
}
