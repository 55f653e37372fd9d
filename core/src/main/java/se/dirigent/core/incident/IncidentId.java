package se.dirigent.core.incident;

import java.util.Map;
import java.util.regex.Pattern;
import se.dirigent.core.Refused;

/**
 * An incident's identity as the field writes it, {@code centre:folder:case}, for instance {@code
 * sos:2026-11-22:000123}. The centre that took the call chooses it, so that two systems speak of
 * the same incident without translating.
 *
 * @param centre the centre that opened it, 1–32 letters, digits and hyphens
 * @param folder the centre's folder, 1–32 letters, digits and hyphens
 * @param number the case in the folder, 1–32 letters, digits and hyphens
 */
public record IncidentId(String centre, String folder, String number)
    implements Comparable<IncidentId> {
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9-]{1,32}");

  public IncidentId {
    requirePart("centre", centre);
    requirePart("folder", folder);
    requirePart("number", number);
  }

  /**
   * Reads {@code centre:folder:case}.
   *
   * @throws Refused {@code incident.form}
   */
  public static IncidentId parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      throw new Refused("incident.form", "incident", Map.of("value", text));
    }
    return new IncidentId(parts[0], parts[1], parts[2]);
  }

  private static void requirePart(String field, String part) {
    if (!PART.matcher(part).matches()) {
      throw new Refused("incident.form", field, Map.of("value", part));
    }
  }

  @Override
  public int compareTo(IncidentId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return centre + ":" + folder + ":" + number;
  }
}
