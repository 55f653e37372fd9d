package se.dirigent.simulator.service;

/** A step of an assignment whose length is measured, in minutes unless it says otherwise. */
public enum Segment {
  /** From assignment until the unit rolls. */
  TURNOUT,
  /** From rolling to arrival. */
  DRIVE,
  /** From arrival until the unit leaves with the patient. */
  SCENE_CONVEYED,
  /** From arrival until the unit is free, when nobody is taken along. */
  SCENE_LEFT,
  /** From leaving with the patient until arrival at the hospital. */
  TRANSPORT,
  /** From arrival at the hospital until the unit is free. */
  HOSPITAL,
  /** The drive with the patient divided by what the road network says, a number without unit. */
  TRAVEL_FACTOR
}
