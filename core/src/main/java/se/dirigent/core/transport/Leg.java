package se.dirigent.core.transport;

import java.util.Objects;

/**
 * Which part of a journey an order is, when it belongs to another order: a ride of its own with its
 * own window, vehicle and state. The ward sees the order it belongs to, and this as a part of it.
 *
 * @param of the order that the ward made
 */
public record Leg(TransportId of, Part part) {
  public Leg {
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(part, "part");
  }

  /** The parts there are. */
  public enum Part {
    /** By road to the aeroplane. */
    TO_AIRCRAFT("a"),
    /** By road from the aeroplane. */
    FROM_AIRCRAFT("b"),
    /** Back again, when the visit is over. */
    RETURN("r");

    private final String letter;

    Part(String letter) {
      this.letter = letter;
    }

    /** Whether it is there for a flight's sake. */
    public boolean flies() {
      return this != RETURN;
    }

    /** Name of an order's leg; the number tells those of the same part apart. */
    TransportId name(TransportId of, int number) {
      return new TransportId(of.value() + "-" + letter + number);
    }
  }
}
