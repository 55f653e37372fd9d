package se.dirigent.simulator.masscasualty;

import java.util.ArrayList;
import java.util.List;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.Cleaning;
import se.dirigent.optimiser.distribute.Distribution.Placed;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Place;

/** Who is still at the places, who of them can be loaded, and what is known of the others. */
final class Scene {
  private final DistributionProblem problem;

  /** Minute when each can be loaded, in truth, and when each is freed: known only from then on. */
  private final int[] ready;

  private final int[] freed;
  private final boolean[] gone;
  private int left;

  Scene(DistributionProblem problem, Luck luck) {
    this.problem = problem;
    List<Casualty> truth = new ArrayList<>();
    for (int c = 0; c < problem.casualties().size(); c++) {
      Casualty one = problem.casualties().get(c);
      int minute = (int) Math.round(one.readyMinute() * luck.scene(c));
      truth.add(new Casualty(one.place(), one.category(), one.needs(), minute, one.family()));
    }
    this.freed = truth.stream().mapToInt(Casualty::readyMinute).toArray();
    this.ready = Cleaning.minutes(Residual.with(problem, problem.places(), truth));
    for (int c = 0; c < ready.length; c++) {
      ready[c] = ready[c] == Placed.NOT_CLEANED ? freed[c] : ready[c];
    }
    this.gone = new boolean[ready.length];
    this.left = ready.length;
  }

  boolean isHere(int casualty, int minute) {
    return !gone[casualty] && ready[casualty] <= minute;
  }

  void take(int casualty) {
    gone[casualty] = true;
    left--;
  }

  boolean isEmpty() {
    return left == 0;
  }

  boolean anybodyAt(int place) {
    for (int c = 0; c < gone.length; c++) {
      if (!gone[c] && problem.casualties().get(c).place() == place) {
        return true;
      }
    }
    return false;
  }

  /** When somebody can be loaded at a place next, after a minute; NEVER when nobody will. */
  int nextReady(int place, int after) {
    int next = MassTrial.NEVER;
    for (int c = 0; c < gone.length; c++) {
      if (!gone[c] && problem.casualties().get(c).place() == place && ready[c] > after) {
        next = Math.min(next, ready[c]);
      }
    }
    return next;
  }

  /** Numbers of those still here. */
  List<Integer> numbers() {
    List<Integer> here = new ArrayList<>();
    for (int c = 0; c < gone.length; c++) {
      if (!gone[c]) {
        here.add(c);
      }
    }
    return here;
  }

  /** Somebody as known at a minute: who is not free yet will be when expected, or any minute. */
  Casualty known(int c, int minute) {
    Casualty one = problem.casualties().get(c);
    boolean clean = problem.cleanedAtPlace(one) && ready[c] <= minute;
    int from =
        clean ? ready[c] : freed[c] <= minute ? freed[c] : Math.max(minute + 1, one.readyMinute());
    long needs = clean ? one.needs() & ~(1L << problem.cleaning()) : one.needs();
    return new Casualty(one.place(), one.category(), needs, from, one.family());
  }

  /** The places as known at a minute: their lines go on from there. */
  List<Place> places(int minute) {
    return problem.places().stream()
        .map(place ->
            new Place(
                place.name(), place.cleanedPerHour(), Math.max(minute, place.cleanedFromMinute())))
        .toList();
  }
}
