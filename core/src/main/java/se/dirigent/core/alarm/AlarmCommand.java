package se.dirigent.core.alarm;

import java.util.List;
import java.util.Map;
import se.dirigent.core.Refused;

/** What may be asked about alarms; of several at once, since a flood is one row to a person. */
public sealed interface AlarmCommand {
  /** Most alarms in one command: more than any row of a flood has held. */
  int ALARMS_MAX = 500;

  List<AlarmId> alarms();

  /** I have seen them. */
  record Acknowledge(List<AlarmId> alarms) implements AlarmCommand {
    public Acknowledge {
      alarms = checked(alarms);
    }
  }

  /** I answer for them. */
  record Take(List<AlarmId> alarms) implements AlarmCommand {
    public Take {
      alarms = checked(alarms);
    }
  }

  /** They are another desk's. */
  record Hand(List<AlarmId> alarms, Desk desk) implements AlarmCommand {
    public Hand {
      alarms = checked(alarms);
    }
  }

  /** Something the clock asks: has the time to act passed? */
  record CheckDeadline(AlarmId alarm) implements AlarmCommand {
    @Override
    public List<AlarmId> alarms() {
      return List.of(alarm);
    }
  }

  private static List<AlarmId> checked(List<AlarmId> alarms) {
    List<AlarmId> each = alarms.stream().distinct().sorted().toList();
    if (each.isEmpty()) {
      throw new Refused("list.empty", "alarms", Map.of());
    }
    if (each.size() > ALARMS_MAX) {
      throw new Refused("list.long", "alarms", Map.of("max", String.valueOf(ALARMS_MAX)));
    }
    return each;
  }
}
