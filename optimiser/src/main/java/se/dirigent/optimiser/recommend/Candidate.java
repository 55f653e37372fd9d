package se.dirigent.optimiser.recommend;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.Position;

/**
 * A unit that might go, as known right now.
 *
 * @param unit identity of the unit
 * @param kind what sort of unit
 * @param status its status
 * @param statusSince when it entered the status
 * @param capabilities what it has on board
 * @param special whether the medical dispatcher decides over it
 * @param position last known position; null when it has never reported one
 * @param positionAt when it was there; null exactly when the position is
 * @param shift its working time with the meal window; null when unknown
 * @param home its station; null when unknown
 * @param engagement what it is busy with; null when it is not, or nobody knows
 * @param neighbour whether it belongs to another region, lent by agreement
 * @param promise what it has promised to patients of care transports
 */
public record Candidate(
    String unit,
    UnitKind kind,
    UnitStatus status,
    Instant statusSince,
    Set<Capability> capabilities,
    boolean special,
    @Nullable Position position,
    @Nullable Instant positionAt,
    @Nullable Shift shift,
    @Nullable Position home,
    @Nullable Engagement engagement,
    boolean neighbour,
    Promise promise) {
  public Candidate {
    if ((position == null) != (positionAt == null)) {
      throw new IllegalArgumentException(
          "unit "
              + unit
              + " has position "
              + position
              + " at "
              + positionAt
              + "; give both or none");
    }
    capabilities = Set.copyOf(capabilities);
  }

  /** A unit without care transports. */
  public Candidate(
      String unit,
      UnitKind kind,
      UnitStatus status,
      Instant statusSince,
      Set<Capability> capabilities,
      boolean special,
      @Nullable Position position,
      @Nullable Instant positionAt,
      @Nullable Shift shift,
      @Nullable Position home,
      @Nullable Engagement engagement,
      boolean neighbour) {
    this(
        unit,
        kind,
        status,
        statusSince,
        capabilities,
        special,
        position,
        positionAt,
        shift,
        home,
        engagement,
        neighbour,
        Promise.NONE);
  }

  /** What a unit has promised to patients of care transports. */
  public enum Promise {
    NONE,
    /** One is settled with it or waits for it: sent elsewhere, it breaks its word. */
    GIVEN,
    /** One is on board: it cannot be sent. */
    ON_BOARD
  }

  /** The same unit as another region sees it, which may borrow it. */
  public Candidate lent() {
    return new Candidate(
        unit,
        kind,
        status,
        statusSince,
        capabilities,
        special,
        position,
        positionAt,
        shift,
        home,
        engagement,
        true,
        promise);
  }

  /** The same unit as if it were free where it is, for what it would take from there. */
  public Candidate ifFree() {
    return new Candidate(
        unit,
        kind,
        UnitStatus.AVAILABLE,
        statusSince,
        capabilities,
        special,
        position,
        positionAt,
        shift,
        home,
        null,
        neighbour,
        promise);
  }

  /**
   * What a busy unit is doing.
   *
   * @param level urgency of the incident it serves, 1 to 4
   * @param freeAt where it will be free, for instance at the hospital it drives to; null when
   *     nobody knows, then it is taken to be where it is
   */
  public record Engagement(int level, @Nullable Position freeAt) {}
}
