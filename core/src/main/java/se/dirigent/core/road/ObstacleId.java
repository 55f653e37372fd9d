package se.dirigent.core.road;

import java.util.Map;
import java.util.regex.Pattern;
import se.dirigent.core.Refused;

/**
 * An obstacle's identity, unique in the nation.
 *
 * @param value 1–40 letters, digits and hyphens
 */
public record ObstacleId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,40}");

  public ObstacleId {
    if (!FORM.matcher(value).matches()) {
      throw new Refused("obstacle.form", "obstacle", Map.of("value", value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
