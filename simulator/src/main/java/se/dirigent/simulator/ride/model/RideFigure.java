package se.dirigent.simulator.ride.model;

/** What is counted of care transports in a run; counts, hours and kronor by the year. */
public enum RideFigure {
  /** Orders. */
  ORDERS,
  /** Fetched within the window that was promised with the order; part of those fetched. */
  PUNCTUAL,
  /** Ordered from the start as the region's decision table says; part of all. */
  RIGHT,
  /** Ordered otherwise and put right by inner command. */
  STEERED,
  /** Orders by air or ambulance out of the county that came in inner command's hours. */
  OVERSEEN,
  /** Calls that came in inner command's hours; part of all. */
  ALARMS_OVERSEEN,
  /** Flights. */
  FLIGHTS,
  /** Hours in the air that are paid for, the empty way included. */
  FLIGHT_HOURS,
  /** Patients who came along on another's flight. */
  SHARED,
  /** Patients fetched by the region's helicopters. */
  HELICOPTER_TRIPS,
  /** Hours that helicopters flew for them, the empty way included. */
  HELICOPTER_HOURS,
  /** Rides out of the county that the county's own ambulances made to their end. */
  ROAD_OUT,
  /** Rides that were bought of taxis. */
  BOUGHT,
  /** Rides that no lighter unit could take in time and an ambulance took. */
  RAISED,
  /** Rides out of the county that no crew could take in its shift, and that flew. */
  FLOWN_FOR_WANT,
  /** Rides that lost their unit on its way to the patient to the most urgent level. */
  CALLED_OFF,
  /** Times that a ride out of the county waited since the county's cover would have suffered. */
  HELD_BACK,
  /** Orders that no mode could take, and rides that nobody took within half a day. */
  NOT_TAKEN,
  /** Planned arrivals at a ward when only on-call staff is there. */
  ON_CALL,
  /** Hours that ambulances which meet calls were bound in care transports. */
  AMBULANCE_HOURS,
  /** Those of them on trips out of the county. */
  AMBULANCE_HOURS_AWAY,
  /** Ambulances that meet calls and were on duty in the county, mean. */
  IN_COUNTY,
  /** Calls that an assessment car settled, so that no ambulance was sent. */
  SETTLED_AT_HOME,
  /** Those of them whose patient would have been driven to hospital. */
  CONVEYANCES_AVOIDED,
  /** What the region pays in all: flights, helicopters, standby fee, taxis, own vehicles, staff. */
  KRONOR_REGION,
  /** Flights, to the federation. */
  KRONOR_FLIGHTS,
  /** Helicopters' hours in the air. */
  KRONOR_HELICOPTERS,
  /** Its part of the federation's standby fee. */
  KRONOR_FEE,
  /** Taxis that are bought. */
  KRONOR_TAXIS,
  /** Kilometres and hours of own vehicles, as the planner counts them. */
  KRONOR_OWN,
  /** Crews of units for care transports, assessment cars and inner command. */
  KRONOR_STAFF,
  /** What the other regions pay more of the standby fee than before. */
  KRONOR_OTHERS
}
