package se.dirigent.core.fleet;

/** What a member of a crew is trained for. */
public enum Competence {
  SPECIALIST_NURSE,
  NURSE,
  ATTENDANT,
  DOCTOR,
  PARAMEDIC,
  PILOT,
  RESCUER,
  DRIVER
}
