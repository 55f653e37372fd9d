package se.dirigent.core.masscasualty.capacity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Tier;

/**
 * Which hospital is next, and why.
 *
 * @param facility the proposal, or null when nobody in the key has room
 * @param why what spoke for it
 * @param tier how far away, when it is overflow; else null
 * @param unknown whether nobody has said what it can take
 * @param values what the sentence names: {@code percent} of the key, {@code drawn} there so far of
 *     {@code total}, {@code left} that it can still take, or empty when nobody has said
 * @param passed those looked at before it, and what speaks against each
 */
public record Draw(
    @Nullable String facility,
    Why why,
    @Nullable Tier tier,
    boolean unknown,
    Map<String, String> values,
    List<Passed> passed) {
  /** What spoke for it. */
  public enum Why {
    /** It is furthest behind its share. */
    SHARE,
    /** Those with a share are full or closed, and it is the first beyond them with room. */
    OVERFLOW,
    /** Nobody named by the key can take the casualty. */
    NOBODY
  }

  /** What speaks against a hospital. */
  public enum Against {
    CLOSED,
    FULL,
    /** It does not have the specialty, or no more of it this hour. */
    SPECIALTY,
    /** Nobody has said what it can take, and others have. */
    UNKNOWN,
    /** Another is further behind its share. */
    AHEAD
  }

  /** A hospital that was not proposed. */
  public record Passed(String facility, Against against) {}

  public Draw {
    values = Map.copyOf(values);
    passed = List.copyOf(passed);
  }
}
