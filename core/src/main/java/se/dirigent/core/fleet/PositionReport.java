package se.dirigent.core.fleet;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.Position;

/**
 * Where a unit said it was, and when. Telemetry: a later report replaces an earlier one.
 *
 * @param at the unit's own time of the fix
 * @param speedKmh 0–1 000 kilometres an hour, or null
 * @param headingDegrees 0–360 clockwise from north, or null
 */
public record PositionReport(
    UnitId unit,
    Position position,
    Instant at,
    @Nullable Double speedKmh,
    @Nullable Double headingDegrees) {
  public PositionReport {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(at, "at");
    require("speedKmh", speedKmh, 1000);
    require("headingDegrees", headingDegrees, 360);
  }

  private static void require(String field, @Nullable Double value, double max) {
    if (value != null && !(value >= 0 && value <= max)) {
      throw new Refused(
          "number.range",
          field,
          Map.of("value", value.toString(), "min", "0", "max", String.valueOf((int) max)));
    }
  }
}
