package se.dirigent.core.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.alarm.AlarmEvent.AlarmAcknowledged;
import se.dirigent.core.alarm.AlarmEvent.AlarmEnded;
import se.dirigent.core.alarm.AlarmEvent.AlarmHanded;
import se.dirigent.core.alarm.AlarmEvent.AlarmLapsed;
import se.dirigent.core.alarm.AlarmEvent.AlarmRaised;
import se.dirigent.core.alarm.AlarmEvent.AlarmTaken;

/**
 * One time an alarm stood, from when it was raised until it ended.
 *
 * @param acknowledgedAt when it was first acknowledged, or null
 * @param endedAt when it ended, or null while it stands
 */
public record Occurrence(
    AlarmId alarm, Instant raisedAt, @Nullable Instant acknowledgedAt, @Nullable Instant endedAt) {

  /** An event with when it happened. */
  public record Told(AlarmEvent event, Instant at) {}

  /** How long it stood, or has stood by the time given. */
  Duration stood(Instant now) {
    return Duration.between(raisedAt, endedAt == null ? now : endedAt);
  }

  /**
   * The occurrences events tell of, by when they were raised. One that was raised before the first
   * event is known by its end, which says since when it had stood.
   *
   * @param told in order
   */
  public static List<Occurrence> list(List<Told> told) {
    Map<AlarmId, Occurrence> standing = new HashMap<>();
    List<Occurrence> all = new ArrayList<>();
    for (Told t : told) {
      AlarmId id = t.event().alarm();
      Occurrence known = standing.get(id);
      switch (t.event()) {
        case AlarmRaised _ -> standing.put(id, new Occurrence(id, t.at(), null, null));
        case AlarmAcknowledged _, AlarmTaken _ -> {
          if (known != null && known.acknowledgedAt() == null) {
            standing.put(id, new Occurrence(id, known.raisedAt(), t.at(), null));
          }
        }
        case AlarmHanded _, AlarmLapsed _ -> {} // Heard anew; the first acknowledgement counts.
        case AlarmEnded e -> {
          Instant acknowledgedAt = known == null ? null : known.acknowledgedAt();
          all.add(new Occurrence(id, e.raisedAt(), acknowledgedAt, t.at()));
          standing.remove(id);
        }
      }
    }
    all.addAll(standing.values());
    all.sort((a, b) -> a.raisedAt().compareTo(b.raisedAt()));
    return all;
  }
}
