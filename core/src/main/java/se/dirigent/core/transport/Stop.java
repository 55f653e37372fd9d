package se.dirigent.core.transport;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.Reach;

/**
 * Where a patient is picked up or taken: a department of a facility, or a home.
 *
 * @param facility id of a facility of any region; empty for a home
 * @param department as the facility names it; empty for a home
 * @param address of a home, with its town; of a facility whatever helps to find the door
 * @param position of a home; null for a facility, which has its own
 * @param floor of a home, 0 at the ground; 0 for a facility
 * @param lift whether a lift leads there; true for a facility
 */
public record Stop(
    String facility,
    String department,
    String address,
    @Nullable Position position,
    int floor,
    boolean lift) {
  /** Highest floor anybody lives on in Sweden, with room to spare. */
  private static final int FLOOR_MAX = 80;

  /**
   * Checks that it is one of the two; a facility named beside an address is meant.
   *
   * @throws Refused {@code transport.place} when it is neither, {@code transport.noPosition},
   *     {@code transport.floor} or of {@link Texts}
   */
  public Stop {
    facility = Texts.optional("facility", facility, 64);
    department = Texts.optional("department", department, 120);
    address = Texts.optional("address", address, 200);
    if (facility.isEmpty() && address.isEmpty()) {
      throw new Refused("transport.place", "address", Map.of());
    }
    if (facility.isEmpty() && position == null) {
      throw new Refused("transport.noPosition", "position", Map.of("address", address));
    }
    if (!facility.isEmpty()) {
      department = Texts.require("department", department, 1, 120);
      position = null;
    }
    if (floor < -5 || floor > FLOOR_MAX) {
      throw new Refused(
          "transport.floor", "floor", Map.of("value", "" + floor, "max", "" + FLOOR_MAX));
    }
  }

  /** A department of a facility. */
  public static Stop at(String facility, String department) {
    return new Stop(facility, department, "", null, 0, true);
  }

  /** A home. */
  public static Stop home(String address, Position position, int floor, boolean lift) {
    return new Stop("", "", address, Objects.requireNonNull(position), floor, lift);
  }

  /** Whether it is a home. */
  public boolean isHome() {
    return facility.isEmpty();
  }

  /**
   * Refuses a home where nobody takes a patient: a point that was set in the wrong part of the
   * world would be answered with a boat. Asked of what is ordered, not of what is kept.
   *
   * @param field JSON name of the stop, for the message
   * @throws Refused {@code transport.outOfReach}
   */
  public void requireReach(String field) {
    if (position != null && !Reach.holds(position)) {
      throw new Refused("transport.outOfReach", field, Map.of("address", address));
    }
  }

  /** Whether a patient in the one is in the other: the same department, or the same address. */
  boolean same(Stop other) {
    return facility.equals(other.facility)
        && department.equalsIgnoreCase(other.department)
        && address.equalsIgnoreCase(other.address);
  }
}
