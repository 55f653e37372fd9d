package se.dirigent.core.masscasualty.capacity;

/** The sort of event that a key and a plan are made for. */
public enum TypeEvent {
  BURNS,
  LETHAL_VIOLENCE,
  ARMED_ATTACK,
  CBRN,
  BUS_CRASH,
  TRAIN,
  BUILDING_COLLAPSE,
  SHIP,
  /** None of them, or not known yet. */
  OTHER
}
