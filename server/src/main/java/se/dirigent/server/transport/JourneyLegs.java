package se.dirigent.server.transport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.dirigent.core.Stamp;
import se.dirigent.core.transport.Airway;
import se.dirigent.core.transport.Journeys;
import se.dirigent.core.transport.Journeys.Advised;
import se.dirigent.core.transport.Journeys.Wish;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportEvent;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.Transports;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.transport.TransportAdvice.Question;

/** Keeps the legs of an order as the order says, in the transaction of what changes it. */
@Component
class JourneyLegs {
  private final TransportAdvice advice;

  JourneyLegs(TransportAdvice advice) {
    this.advice = advice;
  }

  /**
   * The events and what follows from them for the rest of the journey.
   *
   * @param journey all orders of it as they were before, the one itself among them; empty when it
   *     is new
   * @param id the order that the events are about first of all
   */
  List<TransportEvent> follow(
      Region region,
      List<Transport> journey,
      TransportId id,
      List<TransportEvent> events,
      Stamp stamp) {
    Transport before = journey.stream().filter(t -> t.id().equals(id)).findAny().orElse(null);
    Transport after = before;
    for (TransportEvent e : events) {
      after = e.transport().equals(id) ? Transports.fold(after, e, stamp) : after;
    }
    if (after == null) {
      return events;
    }
    List<Advised> advised = new ArrayList<>();
    if (Journeys.concern(events)) {
      for (Wish wish : Journeys.wishes(after, airway(region, after, stamp))) {
        Question question = Question.of(wish.request());
        advised.add(new Advised(wish, advice.advise(region, question, stamp.at())));
      }
    }
    List<Transport> others = journey.stream().filter(t -> !t.id().equals(id)).toList();
    List<TransportEvent> all = new ArrayList<>(events);
    all.addAll(Journeys.follow(before, after, others, advised, events));
    return all;
  }

  private @Nullable Airway airway(Region region, Transport t, Stamp stamp) {
    boolean flies = t.air() != null && t.air().slot() != null;
    return flies ? advice.airway(region, t.request(), stamp.at()) : null;
  }
}
