package se.dirigent.core.incident;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * Information on threat or violence (hot- och våldsinformation), as the crew sees it.
 *
 * @param source who says so, 1–120 characters
 * @param wording the words the crew sees, 3–500 characters
 * @param observedAt when it was seen or said
 * @param expiresAt when it must be reviewed or falls; after it was observed
 */
public record Threat(String source, String wording, Instant observedAt, Instant expiresAt) {
  public Threat {
    source = Texts.require("source", source, 1, 120);
    wording = Texts.require("wording", wording, 3, 500);
    Objects.requireNonNull(observedAt, "observedAt");
    if (!expiresAt.isAfter(observedAt)) {
      throw new Refused("threat.expiry", "expiresAt", Map.of("value", expiresAt.toString()));
    }
  }
}
