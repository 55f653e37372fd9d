package se.dirigent.core.dispatch;

/** What a crew must do within the time of the priority. */
public enum Deadline {
  ACKNOWLEDGE,
  ROLL
}
