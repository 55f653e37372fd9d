package se.dirigent.core.handover;

/** The desk that is handed over; who signs and who receives both work there. */
public enum Post {
  DISPATCHER,
  WAITING_ROOM_NURSE,
  INNER_COMMAND
}
