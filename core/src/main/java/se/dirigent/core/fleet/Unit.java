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
 * @param rides care transports that are settled with it or that it drives, the first begun first;
 *     null counts as none
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
    @Nullable List<CareRide> rides,
    int version) {
  public Unit {
    moves = moves == null ? Moves.NONE : moves;
    rides = rides == null ? List.of() : List.copyOf(rides);
    capabilities = List.copyOf(capabilities);
    crew = List.copyOf(crew);
    if (status.busy() != (assignment != null)) {
      throw new IllegalStateException(
          "unit " + id + " has status " + status + " but assignment " + assignment);
    }
    if (status.busy() && rides.stream().anyMatch(r -> r.stage() != CareRide.Stage.LOCKED)) {
      throw new IllegalStateException("unit " + id + " has status " + status + " and " + rides);
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

  /** Care transports that are settled with it or that it drives. */
  @Override
  public List<CareRide> rides() {
    return Objects.requireNonNull(rides);
  }

  /** Whether it is on its way with a care transport, to the patient or with the patient. */
  public boolean drives() {
    return rides().stream().anyMatch(r -> r.stage() != CareRide.Stage.LOCKED);
  }

  /** Whether a patient of a care transport is on board, so that it cannot be sent elsewhere. */
  public boolean carries() {
    return rides().stream().anyMatch(r -> r.stage() == CareRide.Stage.ON_BOARD);
  }

  /**
   * A care transport of the unit. Whom it takes and why stands with the order alone.
   *
   * @param transport identity of the order
   * @param since when it came so far
   */
  public record CareRide(String transport, Stage stage, Instant since) {
    /** How far it has come. */
    public enum Stage {
      /** The unit and the time are settled. */
      LOCKED,
      /** The unit is on its way to the patient. */
      UNDER_WAY,
      /** The patient is on board. */
      ON_BOARD
    }

    /** Why it is the unit's no more. */
    public enum End {
      /** The patient is there, or needs it no longer, or another unit takes it. */
      OVER,
      /** The unit was sent to an incident. */
      DISPATCHED,
      /** The unit became unavailable. */
      UNAVAILABLE,
      /** The crew's shift is over. */
      OFF_DUTY
    }
  }
}
