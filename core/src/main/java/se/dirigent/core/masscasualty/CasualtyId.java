package se.dirigent.core.masscasualty;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import se.dirigent.core.Refused;

/**
 * A casualty's identity: the tag it wears, which is unique at its major incident.
 *
 * @param tag as it is printed on the card or read by its bar code: 1–20 capital letters, digits and
 *     hyphens; small letters are taken for capital. One who was given a card that somebody already
 *     wore has a dot and a number from 2 to 9 after it, which no card has
 */
public record CasualtyId(MajorIncidentId majorIncident, String tag)
    implements Comparable<CasualtyId> {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{1,20}(\\.[2-9])?");

  /** Cards of one number that may be told apart; a pack that is printed more often is no pack. */
  static final int SAME_TAG_MAX = 9;

  public CasualtyId {
    Objects.requireNonNull(majorIncident, "majorIncident");
    tag = tag.strip().toUpperCase(Locale.ROOT);
    if (!FORM.matcher(tag).matches()) {
      throw new Refused("casualty.form", "tag", Map.of("value", tag));
    }
  }

  /**
   * Reads {@code majorIncident:tag}.
   *
   * @throws Refused {@code casualty.form}
   */
  public static CasualtyId parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 2) {
      throw new Refused("casualty.form", "tag", Map.of("value", text));
    }
    return new CasualtyId(new MajorIncidentId(parts[0]), parts[1]);
  }

  /** Whether the tag can stand on a card. */
  public boolean printed() {
    return tag.indexOf('.') < 0;
  }

  /** The identity of the first who wore the card. */
  CasualtyId card() {
    return printed() ? this : new CasualtyId(majorIncident, tag.substring(0, tag.indexOf('.')));
  }

  /** The identity of the one who is the given in order to wear the same card, from the second. */
  CasualtyId same(int place) {
    return new CasualtyId(majorIncident, tag + "." + place);
  }

  @Override
  public int compareTo(CasualtyId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return majorIncident + ":" + tag;
  }
}
