package se.dirigent.core.fleet;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;

/**
 * Where a free unit stands, or is to stand, other than at its station, so that the cover of the
 * region is better.
 *
 * @param state how far it has come
 * @param by who ordered it; empty when the crew moved by itself
 * @param reason why, in the words of who ordered it
 * @param orderedAt when it was ordered, or found to have moved by itself
 * @param answeredAt when the crew said that it goes, or null
 * @param arrivedAt when it stood there, or null
 * @param answerBy until when the crew should have answered; null when there is nothing to answer
 * @param underWay whether the crew was on its way home when it was ordered, so that it was told
 *     where to wait rather than moved; null counts as not
 */
public record Standby(
    Place place,
    State state,
    String by,
    String reason,
    Instant orderedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant arrivedAt,
    @Nullable Instant answerBy,
    @Nullable Boolean underWay) {

  /**
   * On what terms a unit may be ordered to stand somewhere, by the region's rules.
   *
   * @param movesMax how often a crew may be moved in a shift
   * @param answerWithin how long it has to answer
   * @param underWay whether it is on its way home: it is not moved, and the limit does not bind
   */
  public record Terms(int movesMax, Duration answerWithin, boolean underWay) {
    public Terms {
      if (movesMax < 0 || !answerWithin.isPositive()) {
        throw new IllegalArgumentException(
            "movesMax is %d and answerWithin %s; give moves from 0 up and a time above 0"
                .formatted(movesMax, answerWithin));
      }
    }
  }

  /** How far an order has come. */
  public enum State {
    /** The crew has not answered. */
    ORDERED,
    /** The crew has said that it goes. */
    ON_WAY,
    /** It stands there. */
    THERE
  }

  /** Why it ended. */
  public enum End {
    /** The crew cannot, and has said why. */
    DECLINED,
    /** Who ordered it took it back. */
    RECALLED,
    /** Another place was ordered instead. */
    REPLACED,
    /** The unit was sent to an incident. */
    DISPATCHED,
    /** The unit became unavailable. */
    UNAVAILABLE,
    /** The crew's shift is over. */
    OFF_DUTY,
    /** The unit left the place by itself. */
    LEFT
  }

  /**
   * A place where units may stand.
   *
   * @param id of a station or standby point of the region
   */
  public record Place(String id, String name, Position position) {}
}
