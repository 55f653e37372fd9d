package se.dirigent.core.fleet;

import java.util.Map;
import java.util.regex.Pattern;
import se.dirigent.core.Refused;

/**
 * A unit's identity, unique in the nation, for instance {@code 23-3311}.
 *
 * @param value 1–20 letters, digits and hyphens
 */
public record UnitId(String value) implements Comparable<UnitId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,20}");

  public UnitId {
    if (!FORM.matcher(value).matches()) {
      throw new Refused("unit.form", "unit", Map.of("value", value));
    }
  }

  @Override
  public int compareTo(UnitId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
