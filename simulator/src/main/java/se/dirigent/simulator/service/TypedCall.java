package se.dirigent.simulator.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a recording tells of why somebody called, and of what differs by it.
 *
 * @param day it came
 * @param type as the recording calls it
 * @param level of urgency from 1, or 0 when the recording does not say
 * @param conveyed whether the patient was taken along; null when the recording does not say
 * @param sceneMinutes from arrival until a unit left with the patient; not a number when none did
 */
public record TypedCall(
    LocalDate day, String type, int level, @Nullable Boolean conveyed, double sceneMinutes) {
  public TypedCall {
    if (type.isBlank() || level < 0) {
      throw new IllegalArgumentException(
          "type is '%s' and level %d; give a type and a level from 0".formatted(type, level));
    }
  }
}
