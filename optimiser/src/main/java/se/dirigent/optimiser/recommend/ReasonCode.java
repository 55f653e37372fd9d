package se.dirigent.optimiser.recommend;

/** Why a unit stands where it stands in the list. The page has a sentence for each. */
public enum ReasonCode {
  /** Nobody knows where the incident is, so there is no arrival time. No values. */
  INCIDENT_WITHOUT_POSITION,
  /** The unit has reported no position. No values. */
  NO_POSITION,
  /** No road or ferry leads there for what the unit travels by. No values. */
  NO_WAY,
  /** The position is so old that the unit may be anywhere. Value: ageSeconds. */
  POSITION_LOST,
  /** The position is old. Value: ageSeconds. */
  POSITION_OLD,
  /** On another assignment: only a redirect can take it from there. Value: status. */
  BUSY,
  /** On its way to something less urgent, and could be redirected. Value: level. */
  REDIRECTABLE,
  /** Busy, and likely to be free soon. Value: freeInSeconds. */
  SOON_FREE,
  /** Handing over; may be tasked when that has lasted its time. Value: freeInSeconds. */
  HANDING_OVER,
  /** Not available. No values. */
  UNAVAILABLE,
  /** Crew not on duty. No values. */
  OFF_DUTY,
  /** The medical dispatcher decides over this unit. No values. */
  SPECIAL_RESOURCE,
  /** Cannot convey a patient, so another unit has to follow. No values. */
  CANNOT_CONVEY,
  /** Care on board is too light for this urgency. Value: levelMostUrgent. */
  LEVEL_OF_CARE,
  /** This sort of unit does not go to incidents. No values. */
  NOT_FOR_INCIDENTS,
  /** Lacks something asked for. Value: capability. */
  CAPABILITY_MISSING,
  /** The shift ends before the assignment is likely to. Value: endsInSeconds. */
  SHIFT_ENDS,
  /** In the crew's meal window, which this would take from them. Value: endsInSeconds. */
  MEAL_BREAK,
  /** Takes cover from others. Value: calls, those of the next hour reached too late, per cent. */
  COVER_LOST,
  /** Is to take, or on its way to, a care transport's patient, who must then wait. No values. */
  CALLS_OFF_TRANSPORT,
  /** Has a care transport's patient on board. No values. */
  TRANSPORT_ON_BOARD,
  /** Lent from a neighbouring region by agreement. No values. */
  NEIGHBOUR
}
