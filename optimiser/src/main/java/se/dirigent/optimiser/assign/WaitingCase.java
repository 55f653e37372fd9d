package se.dirigent.optimiser.assign;

import java.time.Instant;
import se.dirigent.optimiser.recommend.Need;

/**
 * An incident that waits for a unit.
 *
 * @param incident its identity
 * @param need what it asks for
 * @param waitingSince from when its waiting counts
 */
public record WaitingCase(String incident, Need need, Instant waitingSince) {}
