package se.dirigent.server.transport;

import java.util.Objects;
import se.dirigent.core.transport.Request;
import se.dirigent.core.transport.Stop;
import se.dirigent.core.transport.Timing;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.Urgency;

/** The part of a request that decides which mode is advised; the rest may not be written yet. */
record Question(Stop from, Stop to, Timing timing, Needs needs, Urgency urgency) {
  Question {
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(needs, "needs");
    Objects.requireNonNull(urgency, "urgency");
  }

  static Question of(Request r) {
    return new Question(r.from(), r.to(), r.timing(), r.needs(), r.urgency());
  }
}
