package se.dirigent.core.transport.mode;

/** How long a transport can wait, by the patient's state. */
public enum Urgency {
  /** Now; such a patient is an alarm as well as an order. */
  IMMEDIATE,
  /** Within some hours. */
  HOURS,
  /** Within a day or two; the review's sub-acute transports, due within 24–48 h. */
  DAYS,
  /** On a day that suits. */
  PLANNED
}
