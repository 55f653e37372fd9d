package se.dirigent.simulator.trial;

import java.util.List;
import se.dirigent.simulator.chain.Event;

/** What befalls one run at given times. */
final class Happenings {
  private static final int BEGINS = 0;
  private static final int FOLLOWS = 1;
  private static final int ENDS = 2;

  private final int part;
  private final List<Event> events;
  private final Plans plans;
  private final Answering answering;
  private final Outages outages;
  private final Roads roads;
  private final Usable usable;
  private final Runnable stationsChanged;
  private long laterMillis;

  /** Plans all of them. */
  Happenings(
      int part,
      List<Event> events,
      Plans plans,
      Answering answering,
      Outages outages,
      Roads roads,
      Usable usable,
      Runnable stationsChanged) {
    this.part = part;
    this.events = events;
    this.plans = plans;
    this.answering = answering;
    this.outages = outages;
    this.roads = roads;
    this.usable = usable;
    this.stationsChanged = stationsChanged;
    for (int number = 0; number < events.size(); number++) {
      plan(number, BEGINS, events.get(number).span().from().toMillis());
    }
  }

  private void plan(int number, int phase, long at) {
    plans.planPart(at, part, (long) number << 2 | phase);
  }

  /** How much longer than usual a decision takes now. */
  long laterMillis() {
    return laterMillis;
  }

  /** One begins, goes on or ends. */
  void happen(long what) {
    int number = (int) (what >>> 2);
    int phase = (int) (what & 3);
    Event event = events.get(number);
    if (phase == BEGINS) {
      plan(number, ENDS, event.span().until().toMillis());
    }
    boolean begins = phase == BEGINS;
    switch (event) {
      case Event.CentreLost lost -> lost(number, phase, lost);
      case Event.AreasTaken taken -> {
        if (begins) {
          answering.take(taken.areas(), taken.centre());
        }
      }
      case Event.MoreCalls _, Event.Casualties _ -> {
        // They are among the calls, which are drawn before the run.
      }
      case Event.UnitsLost lost ->
          outages
              .units(lost.units())
              .forEach(unit -> {
                if (begins) {
                  outages.out(unit);
                } else {
                  outages.back(unit);
                }
              });
      case Event.StationLost lost -> {
        usable.station(lost.station(), !begins);
        stationsChanged.run();
      }
      case Event.HospitalClosed closed -> usable.hospital(closed.hospital(), !begins);
      case Event.SlowerRoads slower -> {
        if (begins) {
          roads.begin(slower);
        } else {
          roads.end(slower);
        }
      }
      case Event.Convoys convoys -> {
        if (begins) {
          roads.begin(convoys);
        } else {
          roads.end(convoys);
        }
      }
      case Event.CutOff cut -> {
        laterMillis += (begins ? 1 : -1) * cut.later().toMillis();
        if (begins) {
          outages.cutOff(number, cut.share());
        } else {
          outages.reach(number, cut.share());
        }
      }
    }
  }

  private void lost(int number, int phase, Event.CentreLost lost) {
    switch (phase) {
      case BEGINS -> {
        answering.lose(lost.centre());
        plan(number, FOLLOWS, plans.now() + lost.takesOverAfter().toMillis());
      }
      case FOLLOWS -> answering.takeOver(lost.centre(), lost.other());
      default -> answering.restore(lost.centre());
    }
  }
}
