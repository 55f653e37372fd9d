package se.dirigent.core.dispatch;

import se.dirigent.core.fleet.UnitStatus;

/** The steps of an assignment, in the only order they can come. */
public enum Milestone {
  ASSIGNED(UnitStatus.TASKED),
  ACKNOWLEDGED(UnitStatus.ACKNOWLEDGED),
  ROLLING(UnitStatus.ROLLING),
  AT_ADDRESS(UnitStatus.AT_ADDRESS),
  AT_PATIENT(UnitStatus.AT_PATIENT),
  LOADED(UnitStatus.LOADED),
  AT_DESTINATION(UnitStatus.AT_DESTINATION),
  HANDED_OVER(UnitStatus.HANDING_OVER),
  CLEAR(UnitStatus.AVAILABLE);

  private final UnitStatus status;

  Milestone(UnitStatus status) {
    this.status = status;
  }

  /** The status of a unit that has passed this step and not the next. */
  public UnitStatus status() {
    return status;
  }
}
