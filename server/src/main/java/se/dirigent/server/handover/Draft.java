package se.dirigent.server.handover;

import java.util.UUID;
import se.dirigent.core.handover.Situation;

/**
 * A hand-over that nobody has signed: what one person's page shows.
 *
 * @param id becomes the hand-over's when it is signed
 */
record Draft(UUID id, Situation situation) {}
