package se.dirigent.core.paper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.dirigent.core.geo.Position;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentCommand.Open;
import se.dirigent.core.incident.Location;

/**
 * Why a case on paper may be one that is in the system already. A person decides; this only finds
 * what is worth asking about. The limits are assumptions: a caller rings again within two hours, a
 * second caller about the same event within one.
 */
public enum Likeness {
  SAME_NUMBER,
  SAME_ADDRESS,
  SAME_PLACE;

  /** Furthest apart in time that any likeness is looked for. */
  public static final Duration APART_MAX = Duration.ofHours(2);

  private static final Duration ANOTHER_CALLER_MAX = Duration.ofHours(1);

  /** Houses of one yard, or two readings of one telephone. */
  private static final double PLACE_METRES_MAX = 150;

  /** Letters that may differ in an address: a slip of the pen. */
  private static final int SLIPS_MAX = 2;

  /** In shorter words a slip makes another word. */
  private static final int SLIPS_LENGTH_MIN = 8;

  /** What makes the two alike; empty when nothing does. */
  public static List<Likeness> of(Instant openedAt, Open call, Incident other) {
    List<Likeness> found = new ArrayList<>();
    Duration apart = Duration.between(openedAt, other.receivedAt()).abs();
    if (apart.compareTo(APART_MAX) > 0) {
      return found;
    }
    String number = national(call.callbackNumber());
    if (!number.isEmpty() && number.equals(national(other.callbackNumber()))) {
      found.add(SAME_NUMBER);
    }
    if (apart.compareTo(ANOTHER_CALLER_MAX) <= 0) {
      if (sameAddress(call.location().address(), other.location().address())) {
        found.add(SAME_ADDRESS);
      }
      if (samePlace(call.location(), other.location())) {
        found.add(SAME_PLACE);
      }
    }
    return found;
  }

  /** A Swedish number as it is dialled in Sweden, however it was written. */
  private static String national(String number) {
    return number.replaceFirst("^(\\+|00)46", "0");
  }

  private static boolean samePlace(Location a, Location b) {
    Position p = a.position();
    Position q = b.position();
    return p != null && q != null && p.metresTo(q) <= PLACE_METRES_MAX;
  }

  /** The same but for case, signs and a slip; numbers of houses must agree. */
  static boolean sameAddress(String a, String b) {
    String x = letters(a);
    String y = letters(b);
    if (x.isEmpty() || !digits(a).equals(digits(b))) {
      return false;
    }
    int slips = Math.min(x.length(), y.length()) < SLIPS_LENGTH_MIN ? 0 : SLIPS_MAX;
    return distance(x, y) <= slips;
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]+", " ").strip();
  }

  /** Levenshtein's distance: letters added, taken away or changed. */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
