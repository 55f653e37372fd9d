package se.dirigent.server.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Unit;

/**
 * What a crew's phone asks for once a second: that the link lives, and whether anything is new. It
 * holds nothing about a patient, so that asking so often fills no log of reads.
 *
 * @param now the service's time
 * @param speed how many seconds the service's clock goes in one; 1 except in the demo
 * @param mark another text each time the unit's assignment or its incident has changed; null when
 *     the unit is on none
 * @param rides another text each time a care transport planned on it has changed; null when it has
 *     none
 */
public record UnitGlance(
    Instant now, double speed, Unit unit, @Nullable String mark, @Nullable String rides) {}
