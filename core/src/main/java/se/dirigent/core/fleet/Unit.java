package se.dirigent.core.fleet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;

/**
 * A unit as it is now. Its position is telemetry and is kept apart.
 *
 * @param callSign what is said on the radio
 * @param capabilities in the order of {@link Capability}
 * @param station id of the home station
 * @param owner organisation that owns it
 * @param special whether only the medical dispatcher should send it
 * @param assignment identity of the assignment it serves, exactly while its status is busy
 * @param shift the shift it is on, or null when off duty
 * @param version number of events it has seen
 */
public record Unit(
    UnitId id,
    RegionCode region,
    String callSign,
    UnitKind kind,
    List<Capability> capabilities,
    List<CrewMember> crew,
    String station,
    String owner,
    boolean special,
    UnitStatus status,
    Instant statusSince,
    @Nullable String assignment,
    @Nullable Shift shift,
    @Nullable String unavailableReason,
    int version) {
  public Unit {
    capabilities = List.copyOf(capabilities);
    crew = List.copyOf(crew);
    if (status.busy() != (assignment != null)) {
      throw new IllegalStateException(
          "unit " + id + " has status " + status + " but assignment " + assignment);
    }
  }
}
