package se.dirigent.core.masscasualty;

import java.util.Map;
import java.util.regex.Pattern;
import se.dirigent.core.Refused;

/**
 * A major incident's identity, unique in the nation.
 *
 * @param value 1–40 letters, digits and hyphens
 */
public record MajorIncidentId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,40}");

  public MajorIncidentId {
    if (!FORM.matcher(value).matches()) {
      throw new Refused("majorIncident.form", "majorIncident", Map.of("value", value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
