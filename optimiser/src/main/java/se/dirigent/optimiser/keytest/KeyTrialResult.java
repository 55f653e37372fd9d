package se.dirigent.optimiser.keytest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a key stood up to one disturbance.
 *
 * @param events tried
 * @param casualties in all of them
 * @param broken events with somebody whom nobody in the key could take
 * @param unplaced casualties whom nobody could take
 * @param unknown casualties proposed where nobody has said what can be taken
 * @param overflow casualties who went beyond the hospitals with a share
 * @param farRed most urgent casualties who went further than an hour away, of all who were placed
 * @param red most urgent casualties who were placed
 * @param smallestBroken casualties of the smallest event that broke it, or null when none did
 * @param firstFull how often each hospital was the first with a share to be full
 */
public record KeyTrialResult(
    Disturbance disturbance,
    int events,
    int casualties,
    int broken,
    int unplaced,
    int unknown,
    int overflow,
    int farRed,
    int red,
    @Nullable Integer smallestBroken,
    Map<String, Integer> firstFull) {
  public KeyTrialResult {
    firstFull = Map.copyOf(firstFull);
  }
}
