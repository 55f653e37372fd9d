package se.dirigent.app.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far a case has come: the first time any unit passed each step.
 *
 * @param priority its priority code now
 * @param receivedAt when the service took it
 */
record Outcome(
    String priority,
    Instant receivedAt,
    @Nullable Instant assignedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant atAddressAt,
    boolean closed) {

  /** Reads the answer to {@code GET …/incidents/{id}}. */
  static Outcome of(JsonNode answer) {
    JsonNode incident = answer.path("incident");
    return new Outcome(
        incident.path("priority").asString(""),
        Instant.parse(incident.path("receivedAt").asString()),
        first(answer, "assignedAt"),
        first(answer, "acknowledgedAt"),
        first(answer, "atAddressAt"),
        incident.path("phase").asString("").equals("CLOSED"));
  }

  /** Whether nothing more is to come for the intervals. */
  boolean settled() {
    return closed || atAddressAt != null;
  }

  private static @Nullable Instant first(JsonNode answer, String field) {
    Instant first = null;
    for (JsonNode assignment : answer.path("assignments")) {
      JsonNode value = assignment.path("times").path(field);
      if (value.isString()) {
        Instant at = Instant.parse(value.asString());
        first = first == null || at.isBefore(first) ? at : first;
      }
    }
    return first;
  }
}
