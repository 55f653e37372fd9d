package se.dirigent.core.fleet;

/** What a unit can do or carry. */
public enum Capability {
  STRETCHER,
  WHEELCHAIR,
  ALS,
  OXYGEN,
  MONITORING,
  VENTILATOR,
  INCUBATOR,
  DOCTOR,
  WINCH,
  SNOW,
  BARIATRIC,
  ISOLATION,
  PSYCHIATRY
}
