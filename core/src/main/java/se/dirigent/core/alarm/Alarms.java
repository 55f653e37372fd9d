package se.dirigent.core.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.alarm.AlarmCommand.Acknowledge;
import se.dirigent.core.alarm.AlarmCommand.CheckDeadline;
import se.dirigent.core.alarm.AlarmCommand.Hand;
import se.dirigent.core.alarm.AlarmCommand.Take;
import se.dirigent.core.alarm.AlarmEvent.AlarmAcknowledged;
import se.dirigent.core.alarm.AlarmEvent.AlarmEnded;
import se.dirigent.core.alarm.AlarmEvent.AlarmHanded;
import se.dirigent.core.alarm.AlarmEvent.AlarmLapsed;
import se.dirigent.core.alarm.AlarmEvent.AlarmRaised;
import se.dirigent.core.alarm.AlarmEvent.AlarmTaken;

/** The rules of alarms: what a person may do about them, and what events make of one. */
public final class Alarms {
  private Alarms() {}

  /**
   * Decides a command. Alarms that have ended meanwhile are passed over, as long as one is left: in
   * a flood some always have.
   *
   * @param alarms those the command names, as far as they exist
   * @throws Refused {@code alarm.unknown} or {@code alarm.ended}
   */
  public static List<AlarmEvent> decide(List<Alarm> alarms, AlarmCommand command, Stamp stamp) {
    for (AlarmId id : command.alarms()) {
      if (alarms.stream().noneMatch(a -> a.id().equals(id))) {
        throw Refused.unknown("alarm.unknown", "alarms", Map.of("alarm", id.toString()));
      }
    }
    boolean clock = command instanceof CheckDeadline;
    if (!clock && alarms.stream().noneMatch(Alarm::open)) {
      throw Refused.state(
          "alarm.ended", "alarms", Map.of("alarm", command.alarms().getFirst().toString()));
    }
    List<AlarmEvent> events = new ArrayList<>();
    alarms.stream().filter(Alarm::open).forEach(a -> events.addAll(decide(a, command, stamp)));
    return events;
  }

  private static List<AlarmEvent> decide(Alarm a, AlarmCommand command, Stamp stamp) {
    return switch (command) {
      case Acknowledge _ -> acknowledge(a);
      case Take _ ->
          stamp.by().equals(a.owner()) && a.acknowledgedAt() != null
              ? List.of()
              : List.of(new AlarmTaken(a.id()));
      case Hand c ->
          c.desk() == a.desk() && a.owner() == null
              ? List.of()
              : List.of(new AlarmHanded(a.id(), c.desk()));
      case CheckDeadline _ ->
          a.lapsedAt() != null || stamp.at().isBefore(a.actBy())
              ? List.of()
              : List.of(new AlarmLapsed(a.id()));
    };
  }

  private static List<AlarmEvent> acknowledge(Alarm a) {
    if (a.kind().endsWhenRead()) {
      return List.of(new AlarmAcknowledged(a.id()), new AlarmEnded(a.id(), a.raisedAt()));
    }
    return a.acknowledgedAt() == null ? List.of(new AlarmAcknowledged(a.id())) : List.of();
  }

  /** The alarm after the event. */
  public static Alarm fold(@Nullable Alarm alarm, AlarmEvent event, Stamp stamp) {
    if (event instanceof AlarmRaised e) {
      return raised(alarm, e, stamp);
    }
    if (alarm == null) {
      throw new IllegalStateException("event before the alarm was raised: " + event);
    }
    AlarmChange c = new AlarmChange(alarm);
    switch (event) {
      case AlarmRaised e -> throw new IllegalStateException("raised twice: " + e);
      case AlarmAcknowledged _ -> c.seen(stamp);
      case AlarmTaken _ -> {
        c.owner = stamp.by();
        c.seen(stamp);
      }
      case AlarmHanded e -> {
        c.desk = e.desk();
        c.owner = null;
        c.unseen();
      }
      case AlarmLapsed _ -> {
        c.lapsedAt = stamp.at();
        c.unseen();
      }
      case AlarmEnded _ -> c.endedAt = stamp.at();
    }
    return c.done();
  }

  private static Alarm raised(@Nullable Alarm before, AlarmRaised e, Stamp stamp) {
    AlarmKind kind = e.alarm().kind();
    return new Alarm(
        e.alarm(),
        e.region(),
        kind,
        kind.tone(),
        e.alarm().incident(),
        e.alarm().assignment(),
        e.unit(),
        stamp.at(),
        e.actBy(),
        kind.desk(),
        null,
        null,
        null,
        null,
        null,
        before == null ? 1 : before.times() + 1,
        before == null ? 1 : before.version() + 1);
  }
}
