package se.dirigent.core.incident;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.Position;

/**
 * Where the patient is.
 *
 * @param address as it was said, up to 400 characters; may be empty only when there is a position
 * @param municipality name, or empty when not known
 * @param position null exactly when the quality is UNKNOWN
 */
public record Location(
    String address, String municipality, @Nullable Position position, PositionQuality quality) {
  public Location {
    address = Texts.optional("address", address, 400);
    municipality = Texts.optional("municipality", municipality, 80);
    Objects.requireNonNull(quality, "quality");
    if (address.isEmpty() && position == null) {
      throw new Refused("location.empty", "address", Map.of());
    }
    if ((position == null) != (quality == PositionQuality.UNKNOWN)) {
      throw new Refused("location.quality", "quality", Map.of("quality", quality.name()));
    }
  }
}
