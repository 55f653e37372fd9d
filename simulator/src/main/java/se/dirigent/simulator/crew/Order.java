package se.dirigent.simulator.crew;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.geo.Position;

/**
 * An assignment as its crew sees it.
 *
 * @param assignment identity of the assignment
 * @param position where to; null as long as nobody knows: then the crew cannot roll
 * @param level urgency 1 to 4
 * @param taking whether this crew takes a patient along
 * @param destination where somebody said to take the patient; null leaves it to the crew
 * @param reached the last milestone passed: ASSIGNED for a new assignment, later for one taken over
 *     in the middle
 * @param reachedAt when it was passed
 */
public record Order(
    String assignment,
    @Nullable Position position,
    int level,
    Taking taking,
    @Nullable Position destination,
    Milestone reached,
    Instant reachedAt) {
  /** Whether a crew takes a patient along. */
  public enum Taking {
    /** When the patient needs it. */
    IF_NEEDED,
    /** Not: another unit does. */
    NOT,
    /** Once somebody on the scene has said whom, and where to; until then it waits there. */
    WHEN_TOLD
  }

  public Order {
    if (level < 1 || level > 4) {
      throw new IllegalArgumentException("level is " + level + "; give 1 to 4");
    }
  }
}
