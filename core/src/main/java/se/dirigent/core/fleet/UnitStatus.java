package se.dirigent.core.fleet;

/**
 * Where a unit is in its work, with the letter the field says on the radio. U, F, L, S, K and X
 * follow Region Skåne's routine; T, R, P, D and O fill the steps it has no letter for.
 */
public enum UnitStatus {
  AVAILABLE('K'),
  TASKED('T'),
  ACKNOWLEDGED('U'),
  ROLLING('R'),
  AT_ADDRESS('F'),
  AT_PATIENT('P'),
  LOADED('L'),
  AT_DESTINATION('D'),
  HANDING_OVER('S'),
  UNAVAILABLE('X'),
  OFF_DUTY('O');

  private final char letter;

  UnitStatus(char letter) {
    this.letter = letter;
  }

  public char letter() {
    return letter;
  }

  /** Whether a unit in this status has an assignment. */
  public boolean busy() {
    return switch (this) {
      case TASKED, ACKNOWLEDGED, ROLLING, AT_ADDRESS, AT_PATIENT, LOADED, AT_DESTINATION -> true;
      case HANDING_OVER -> true;
      case AVAILABLE, UNAVAILABLE, OFF_DUTY -> false;
    };
  }

  /** Whether a patient is on board, so that the unit cannot be redirected. */
  public boolean patientOnBoard() {
    return this == LOADED || this == AT_DESTINATION;
  }
}
