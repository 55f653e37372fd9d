package se.dirigent.server.journal;

import java.util.UUID;
import se.dirigent.core.geo.RegionCode;

/**
 * A command as it reached the service.
 *
 * @param id made by the client, the same when it tries again
 * @param actor user name of who gave it
 * @param content the command itself: a record, whose text form tells it from any other
 */
public record CommandCall(RegionCode region, UUID id, String actor, Object content) {}
