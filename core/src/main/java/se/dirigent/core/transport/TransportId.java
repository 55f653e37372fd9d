package se.dirigent.core.transport;

import java.util.Map;
import java.util.regex.Pattern;
import se.dirigent.core.Refused;

/**
 * An order's identity, unique in the nation.
 *
 * @param value 1–40 letters, digits and hyphens
 */
public record TransportId(String value) implements Comparable<TransportId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,40}");

  public TransportId {
    if (!FORM.matcher(value).matches()) {
      throw new Refused("transport.form", "transport", Map.of("value", value));
    }
  }

  @Override
  public int compareTo(TransportId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
