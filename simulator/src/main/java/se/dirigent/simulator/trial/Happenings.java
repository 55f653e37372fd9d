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

  /** Plans all of them. */
  Happenings(int part, List<Event> events, Plans plans, Answering answering) {
    this.part = part;
    this.events = events;
    this.plans = plans;
    this.answering = answering;
    for (int number = 0; number < events.size(); number++) {
      plan(number, BEGINS, events.get(number).span().from().toMillis());
    }
  }

  private void plan(int number, int phase, long at) {
    plans.planPart(at, part, (long) number << 2 | phase);
  }

  /** One begins, goes on or ends. */
  void happen(long what) {
    int number = (int) (what >>> 2);
    int phase = (int) (what & 3);
    Event event = events.get(number);
    if (phase == BEGINS) {
      plan(number, ENDS, event.span().until().toMillis());
    }
    switch (event) {
      case Event.CentreLost lost -> lost(number, phase, lost);
      case Event.AreasTaken taken -> {
        if (phase == BEGINS) {
          answering.take(taken.areas(), taken.centre());
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
