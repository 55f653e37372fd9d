package se.dirigent.core.alarm;

/** Whose an alarm is until a person has taken it. */
public enum Desk {
  DISPATCHER,
  WAITING_ROOM_NURSE,
  INNER_COMMAND
}
