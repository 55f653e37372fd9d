package se.dirigent.routing.travel;

/** Whether the vehicle may use warning lights and siren. Matters on roads only. */
public enum Urgency {
  LIGHTS_AND_SIRENS,
  NORMAL
}
