package se.dirigent.simulator.ride;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Stamp;
import se.dirigent.core.transport.Circumstances;
import se.dirigent.core.transport.Planned;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportCommand;
import se.dirigent.core.transport.TransportEvent;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.Transports;
import se.dirigent.core.transport.mode.ModeAdvice;

/** An order of a run, changed by the live service's own commands alone. */
final class RideOrder {
  /** An order that was kept back this often goes all the same: a day of half-hours. */
  static final int HELD_MAX = 48;

  /**
   * Who can wait is sought a unit for so long: due within 24 to 48 hours, as the review says of the
   * sub-acute.
   */
  static final Duration PATIENCE = Duration.ofHours(36);

  /** Told apart by the ward's own number, whatever was decided of those before it. */
  final long number;

  final int from;
  final int to;
  final ModeAdvice advice;

  /** Seconds at the door of the pick-up and of the delivery. */
  final double fetching;

  final double leaving;

  /** Seconds after its window opens that a bought car comes. */
  final double comes;

  /** Whether it is the way to or from an aeroplane, which is no order of a ward. */
  final boolean leg;

  private final TransportId id;
  private @Nullable Transport transport;

  /** Not planned before this, in milliseconds. */
  long notBefore;

  int held;

  /** Whether a unit has set out for it, or it is settled otherwise. */
  boolean started;

  RideOrder(
      long number,
      int from,
      int to,
      boolean leg,
      ModeAdvice advice,
      double fetching,
      double leaving,
      double comes) {
    this.number = number;
    this.from = from;
    this.to = to;
    this.leg = leg;
    this.advice = advice;
    this.fetching = fetching;
    this.leaving = leaving;
    this.comes = comes;
    this.id = new TransportId("t" + number);
  }

  TransportId id() {
    return id;
  }

  Transport transport() {
    return Objects.requireNonNull(transport, "not ordered yet");
  }

  /** The unit and times it has in the plan, or null. */
  @Nullable Planned planned() {
    return transport().planned();
  }

  /** Decides a command at a moment, as the live service does. */
  void decide(TransportCommand command, Circumstances known, Instant at, String by) {
    Stamp stamp = new Stamp(by, at);
    List<TransportEvent> events = Transports.decide(transport, command, known, stamp);
    for (TransportEvent event : events) {
      transport = Transports.fold(transport, event, stamp);
    }
  }

  /** The same of a command that asks for no advice. */
  void decide(TransportCommand command, Instant at, String by) {
    decide(command, Circumstances.none(), at, by);
  }

  /**
   * Whether nobody could take it for so long that it is given up.
   *
   * @param hours after which one that cannot wait is
   */
  boolean stale(Instant now, int hours) {
    Duration patience = WardOffice.canWait(this) ? PATIENCE : Duration.ofHours(hours);
    return planned() == null && transport().pickupUntil().isBefore(now.minus(patience));
  }
}
