package se.dirigent.app.study;

import java.time.Instant;
import java.util.UUID;

/**
 * A scenario that somebody has kept.
 *
 * @param region where it was saved
 * @param version from 1, one more each time the name is saved
 * @param author user name
 * @param shared who sees it
 * @param text its file
 */
record SavedScenario(
    UUID id,
    String region,
    String name,
    int version,
    String author,
    Shared shared,
    Instant at,
    String text) {

  /** One on the shelf, without its text. */
  record Line(
      UUID id, String region, String name, int version, String author, Shared shared, Instant at) {
    SavedScenario with(String text) {
      return new SavedScenario(id, region, name, version, author, shared, at, text);
    }
  }

  /** Who sees a scenario. */
  enum Shared {
    /** Its author. */
    OWN,
    /** Those of the region who may use the twin. */
    REGION,
    /** Those of every region. */
    ALL
  }
}
