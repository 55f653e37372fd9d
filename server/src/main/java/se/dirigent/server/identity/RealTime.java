package se.dirigent.server.identity;

import java.time.InstantSource;

/**
 * The time of the world outside, for log-ins and tokens. The service's own clock may run faster in
 * the demo; people do not.
 *
 * @param source the machine's clock, or a test's
 */
public record RealTime(InstantSource source) {}
