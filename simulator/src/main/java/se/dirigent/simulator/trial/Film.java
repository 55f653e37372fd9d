package se.dirigent.simulator.trial;

import java.util.List;
import se.dirigent.core.geo.Position;

/**
 * One day of a run as it can be watched. Times in milliseconds from the day's midnight; what was
 * under way then is told as of midnight.
 *
 * @param calls of the day, and those from before that are still met in it
 * @param steps what units did, in order
 * @param spots where they drove, in order
 * @param traceHash of the run up to the day's end: it is what it is without anybody looking
 */
public record Film(List<Call> calls, List<Step> steps, List<Spot> spots, long traceHash) {
  public Film {
    calls = List.copyOf(calls);
    steps = List.copyOf(steps);
    spots = List.copyOf(spots);
  }

  /** What a unit does from a moment on. */
  public enum Doing {
    OFF,
    STANDING,
    TO_BASE,
    ROLLING,
    AT_ADDRESS,
    LOADED,
    AT_HOSPITAL,
    /** On its way to a care transport. */
    PROMISED,
    /** With somebody on board on a care transport. */
    CARRYING
  }

  /**
   * A call.
   *
   * @param number of the run's calls
   * @param at when it came; before midnight when negative
   * @param level of urgency, from 1
   * @param zone number of the world's zones
   * @param type why they called, a number of the model's types; −1 when there are none
   */
  public record Call(int number, long at, int level, Position where, int zone, int type) {}

  /**
   * A unit does something else.
   *
   * @param unit number of the world's units
   * @param call that it is on, or −1
   */
  public record Step(long at, int unit, Doing doing, int call) {}

  /** A unit passes a place. */
  public record Spot(long at, int unit, Position where) {}
}
