package se.dirigent.simulator.fault;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to say to the centre, in order, each thing until it is answered: as a crew's
 * phone keeps it. Every thing has one number for all its copies.
 */
final class Outbox {
  final String who;
  private final Queue<Letter> letters = new ArrayDeque<>();
  private boolean underWay;

  /** A thing to say, and what is done with the answer. */
  record Letter(long number, Ask ask, Consumer<Ask.Answer> then) {}

  Outbox(String who) {
    this.who = who;
  }

  void put(Letter letter) {
    letters.add(letter);
  }

  /** What is to be said, and has to be said now: null when nothing is, or it is under way. */
  @Nullable Letter next() {
    Letter next = underWay ? null : letters.peek();
    underWay = underWay || next != null;
    return next;
  }

  /** Whether a thing has still not been answered. */
  boolean waitsFor(long number) {
    Letter first = letters.peek();
    return first != null && first.number() == number;
  }

  /** An answer has come; of a thing answered before it says nothing new. */
  void answered(long number, Ask.Answer answer) {
    if (waitsFor(number)) {
      underWay = false;
      letters.remove().then().accept(answer);
    }
  }

  boolean isEmpty() {
    return letters.isEmpty();
  }
}
