package se.dirigent.server.identity;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a user is trusted with. A user may hold several, each in a region or in the whole country.
 */
public enum Role {
  DISPATCHER,
  /** Beside DISPATCHER: decides over special units too. Alone it opens nothing. */
  MEDICAL_DISPATCHER,
  WAITING_ROOM_NURSE,
  /** Beside WAITING_ROOM_NURSE: assesses cases anew and refers them. */
  HUB_NURSE,
  /** Answers what is put before the doctor behind the centre, and sees nothing else. */
  DOCTOR_ON_CALL,
  WARD_NURSE,
  INNER_COMMAND,
  PLANNER,
  NATIONAL_COORDINATOR,
  ADMINISTRATOR,
  /** Acts for its own unit only. */
  CREW,
  /** A program of another system, or the demo's driver. */
  INTEGRATION;

  /** The roles an endpoint lets in. */
  public static Set<Role> of(Allowed allowed) {
    return allowed.everyone() ? EnumSet.allOf(Role.class) : Set.of(allowed.roles());
  }
}
