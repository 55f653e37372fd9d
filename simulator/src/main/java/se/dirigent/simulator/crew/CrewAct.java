package se.dirigent.simulator.crew;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.incident.Outcome;

/** Something a crew does that others get to know. */
public sealed interface CrewAct {
  /** The unit whose crew it is. */
  String unit();

  /** The assignment it is about. */
  String assignment();

  /** When it happens. */
  Instant at();

  /**
   * A milestone is passed.
   *
   * @param outcome how it ended for the patient, for CLEAR; null for every other milestone
   */
  record Reached(
      String unit,
      String assignment,
      Milestone milestone,
      Outcome.@Nullable Kind outcome,
      Instant at)
      implements CrewAct {}

  /** The crew has chosen where to take the patient. */
  record ChoseDestination(String unit, String assignment, String facility, Instant at)
      implements CrewAct {}
}
