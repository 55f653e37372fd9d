package se.dirigent.simulator.trial;

import java.util.ArrayList;
import java.util.List;
import se.dirigent.simulator.chain.Event;

/** How one run's roads are just now: slower here and there, or driven in convoys alone. */
final class Roads {
  private final TrialWorld world;
  private final List<Event.SlowerRoads> slower = new ArrayList<>();
  private final List<Event.Convoys> convoys = new ArrayList<>();

  Roads(TrialWorld world) {
    this.world = world;
  }

  void begin(Event.SlowerRoads event) {
    slower.add(event);
  }

  void end(Event.SlowerRoads event) {
    slower.remove(event);
  }

  void begin(Event.Convoys event) {
    convoys.add(event);
  }

  void end(Event.Convoys event) {
    convoys.remove(event);
  }

  /**
   * How many times as long as usual a drive takes.
   *
   * @param zone of the call it is for; −1 for none
   */
  double pace(int zone) {
    double pace = 1;
    for (Event.SlowerRoads event : slower) {
      pace *= concerns(event.areas(), zone) ? event.factor() : 1;
    }
    return pace;
  }

  /** Milliseconds until the next convoy to a zone leaves; 0 where one drives alone. */
  long convoy(int zone, long now) {
    long wait = 0;
    for (Event.Convoys event : convoys) {
      if (concerns(event.areas(), zone)) {
        long since = (now - event.span().from().toMillis()) % event.every().toMillis();
        wait = Math.max(wait, since == 0 ? 0 : event.every().toMillis() - since);
      }
    }
    return wait;
  }

  private boolean concerns(List<String> areas, int zone) {
    return areas.isEmpty()
        || zone >= 0 && areas.contains(world.areas().names().get(world.areas().ofZone().get(zone)));
  }
}
