package se.dirigent.simulator.masscasualty;

import java.util.List;
import se.dirigent.optimiser.distribute.Survival;

/**
 * What became of an event.
 *
 * @param deaths critical casualties, immediate and delayed, expected to die, by each of the {@link
 *     Survival#published} curves; who is never treated dies
 * @param lateSurgery critical casualties whose treatment begins later than two hours after the
 *     event, or never
 * @param overloadHours hours of hospitals in which somebody waited at the door for room
 * @param waitedAtDoor casualties who did
 * @param lastImmediate minute when the last immediate casualty's treatment began; the horizon when
 *     somebody is left, 0 for none
 * @param left casualties never treated
 */
public record Outcome(
    List<Double> deaths,
    int lateSurgery,
    int overloadHours,
    int waitedAtDoor,
    int lastImmediate,
    int left) {
  public Outcome {
    deaths = List.copyOf(deaths);
  }
}
