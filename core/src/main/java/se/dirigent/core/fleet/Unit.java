package se.dirigent.core.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * @param standby where it is to stand, or stands, while it is free; null at its own station
 * @param moves how often its crew has been moved in this shift; null counts as never
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
    @Nullable Standby standby,
    @Nullable Moves moves,
    int version) {
  public Unit {
    moves = moves == null ? Moves.NONE : moves;
    capabilities = List.copyOf(capabilities);
    crew = List.copyOf(crew);
    if (status.busy() != (assignment != null)) {
      throw new IllegalStateException(
          "unit " + id + " has status " + status + " but assignment " + assignment);
    }
    if (standby != null && status != UnitStatus.AVAILABLE) {
      throw new IllegalStateException("unit " + id + " has status " + status + " and " + standby);
    }
  }

  /** How often its crew has been moved in this shift. */
  @Override
  public Moves moves() {
    return Objects.requireNonNull(moves);
  }
}
