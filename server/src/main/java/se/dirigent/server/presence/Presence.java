package se.dirigent.server.presence;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.incident.IncidentId;

/**
 * A person with an incident in view.
 *
 * @param username as it stands in the journal
 * @param displayName for people to read
 * @param form the page's own word for the form that is open on the incident; null when none is
 * @throws Refused {@code presence.form} when the word is not one of 1–32 letters
 */
public record Presence(
    String username, String displayName, IncidentId incident, @Nullable String form) {
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,32}");

  public Presence {
    if (form != null && !WORD.matcher(form).matches()) {
      throw new Refused("presence.form", "form", Map.of("value", form));
    }
  }
}
