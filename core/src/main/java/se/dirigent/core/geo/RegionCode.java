package se.dirigent.core.geo;

import java.util.Map;
import java.util.regex.Pattern;
import se.dirigent.core.Refused;

/**
 * The short name of a region, for instance {@code jamtland-harjedalen}: everything in the system
 * belongs to one.
 *
 * @param value 2–40 of a–z, 0–9 and hyphen, beginning with a letter
 */
public record RegionCode(String value) implements Comparable<RegionCode> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  public RegionCode {
    if (!FORM.matcher(value).matches()) {
      throw new Refused("region.form", "region", Map.of("value", value));
    }
  }

  @Override
  public int compareTo(RegionCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
