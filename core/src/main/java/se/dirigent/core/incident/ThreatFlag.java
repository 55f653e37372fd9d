package se.dirigent.core.incident;

import java.time.Instant;

/**
 * A {@link Threat} standing on an incident.
 *
 * @param id its number on the incident, from 1
 * @param by who put it there
 */
public record ThreatFlag(
    int id, String source, String wording, Instant observedAt, Instant expiresAt, String by) {

  static ThreatFlag of(int id, Threat threat, String by) {
    return new ThreatFlag(
        id, threat.source(), threat.wording(), threat.observedAt(), threat.expiresAt(), by);
  }
}
