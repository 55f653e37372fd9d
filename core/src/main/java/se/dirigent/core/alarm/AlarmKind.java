package se.dirigent.core.alarm;

import java.time.Duration;

/**
 * What there are alarms about. What is to be done about each has the kind's name as its key among
 * the page's texts ({@code alarmAction.UNASSIGNED}).
 */
public enum AlarmKind {
  /** Nobody has been sent within the time the priority allows. */
  UNASSIGNED(Tone.GRAVE, Desk.DISPATCHER, About.INCIDENT, 60),
  /** Contacts in a row were missed in the waiting room, and the question was escalated. */
  MISSED_CONTACTS(Tone.GRAVE, Desk.WAITING_ROOM_NURSE, About.INCIDENT, 120),
  /** A crew has not acknowledged in time. */
  NOT_ACKNOWLEDGED(Tone.ACT, Desk.DISPATCHER, About.ASSIGNMENT, 90),
  /** A crew has not begun to roll in time. */
  NOT_ROLLING(Tone.ACT, Desk.DISPATCHER, About.ASSIGNMENT, 90),
  /** The receiver said no, and no other is chosen. */
  RECEPTION_DECLINED(Tone.ACT, Desk.DISPATCHER, About.ASSIGNMENT, 300),
  /** A crew has not answered in time where it was told to wait. */
  STANDBY_UNANSWERED(Tone.ACT, Desk.DISPATCHER, About.UNIT, 120),
  /** Words came for a case that is closed. */
  LATE_TEXT(Tone.ACT, Desk.DISPATCHER, About.INCIDENT, 180),
  /** The doctor on call has not answered in time. */
  QUESTION_UNANSWERED(Tone.ACT, Desk.DISPATCHER, About.INCIDENT, 120),
  /** A contact of the waiting room is overdue beyond its grace. */
  CONTACT_OVERDUE(Tone.INFORM, Desk.WAITING_ROOM_NURSE, About.INCIDENT, 300),
  /** A downgrade waits for a second person. */
  DOWNGRADE_WAITING(Tone.INFORM, Desk.WAITING_ROOM_NURSE, About.INCIDENT, 600),
  /** A unit under way has not told where it is. */
  OLD_POSITION(Tone.INFORM, Desk.DISPATCHER, About.ASSIGNMENT, 300);

  /** What an alarm of a kind is about. */
  public enum About {
    INCIDENT,
    /** One assignment of an incident. */
    ASSIGNMENT,
    /** A unit that serves no incident. */
    UNIT
  }

  private final Tone tone;
  private final Desk desk;
  private final About about;
  private final int actSeconds;

  AlarmKind(Tone tone, Desk desk, About about, int actSeconds) {
    this.tone = tone;
    this.desk = desk;
    this.about = about;
    this.actSeconds = actSeconds;
  }

  public Tone tone() {
    return tone;
  }

  /** Whose it is at first. */
  public Desk desk() {
    return desk;
  }

  public About about() {
    return about;
  }

  /** Whether there is nothing more to do than to read: then acknowledging ends it. */
  public boolean endsWhenRead() {
    return this == LATE_TEXT;
  }

  /** Time to act where a region has set none. [assumption, for the region to change] */
  Duration actWithin() {
    return Duration.ofSeconds(actSeconds);
  }
}
