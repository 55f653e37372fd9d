package se.dirigent.server.advice.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the proposals of a period.
 *
 * @param from first moment counted
 * @param to first moment not counted
 * @param fewest a figure over fewer cases than this is not given: chance would decide it
 * @param more whether there were more answers than are counted, all of them older
 */
public record FollowUp(
    Instant from,
    Instant to,
    int fewest,
    boolean more,
    List<KindCount> kinds,
    List<DayCount> days,
    List<ReasonCount> reasons,
    List<Comparison> comparisons,
    Relocated relocated) {

  /** What a proposal was about. */
  public enum Kind {
    /** A unit for one incident. */
    UNIT,
    /** Units for all who waited. */
    JOINT,
    /** A move for the sake of cover. */
    RELOCATION
  }

  /** What was made of it. */
  public enum Answer {
    ACCEPTED,
    CHANGED,
    REFUSED
  }

  /** How often proposals of a kind were followed, changed and refused. */
  public record KindCount(Kind kind, int accepted, int changed, int refused) {}

  /** The same on one day, by the region's own clock. */
  public record DayCount(LocalDate day, Kind kind, int accepted, int changed, int refused) {}

  /** How often a reason was given, in the words it was given in. */
  public record ReasonCount(Kind kind, Answer answer, String reason, int count) {}

  /**
   * Response times at one level: from the answer until the first unit was at the address.
   *
   * @param level urgency of the incident as it is now, 1 to 4
   * @param followed when the proposal was followed
   * @param other when it was changed or refused
   */
  public record Comparison(int level, Times followed, Times other) {}

  /**
   * Times of some incidents.
   *
   * @param count how many
   * @param medianSeconds null when there are too few to say
   * @param ninetiethSeconds what nine of ten take at most; null when there are too few to say
   */
  public record Times(int count, @Nullable Long medianSeconds, @Nullable Long ninetiethSeconds) {}

  /**
   * What became of moves that were ordered.
   *
   * @param arrived the unit came to stand there
   * @param declined its crew could not
   * @param dispatched it was sent to an incident on its way
   * @param other taken back, replaced, or not ended yet
   */
  public record Relocated(int arrived, int declined, int dispatched, int other) {}
}
