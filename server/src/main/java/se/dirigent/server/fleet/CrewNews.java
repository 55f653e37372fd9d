package se.dirigent.server.fleet;

import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;

/**
 * What a unit's crew should know beside its assignment, told by a room that comes after those that
 * serve the crew's phone.
 */
@FunctionalInterface
public interface CrewNews {
  /**
   * Another text each time there is something new; null while there is nothing at all. It holds
   * nothing about a patient.
   */
  @Nullable String mark(RegionCode region, UnitId unit);
}
