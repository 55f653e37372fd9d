package se.dirigent.simulator.demand;

import java.time.Instant;
import se.dirigent.core.geo.Position;

/**
 * One call to 112, as the answering centre would hand it over.
 *
 * @param number 1 for the first call of a run, then counting
 * @param queuedAt when it entered the answering queue
 * @param answeredAt when somebody answered
 * @param prioritisedAt when the priority was set: the moment of hand-over
 * @param address synthetic street and the settlement
 * @param municipality name of the municipality
 * @param position where help is needed
 * @param exact whether the position is exact rather than that of the address
 * @param complaint why
 * @param detail what the caller adds
 * @param level urgency 1 to 4
 * @param priority code on the region's scale
 * @param callbackNumber a fictional number
 */
public record Call(
    long number,
    Instant queuedAt,
    Instant answeredAt,
    Instant prioritisedAt,
    String address,
    String municipality,
    Position position,
    boolean exact,
    Complaint complaint,
    String detail,
    int level,
    String priority,
    String callbackNumber) {}
