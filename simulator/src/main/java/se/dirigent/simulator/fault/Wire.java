package se.dirigent.simulator.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import se.dirigent.core.Stamp;
import se.dirigent.simulator.engine.Engine;
import se.dirigent.simulator.engine.Model;

/**
 * What lies between a centre and those who talk with it: loses, doubles and delays what it carries,
 * and stops the centre now and then. Senders say a thing again until it is answered.
 */
final class Wire implements Model {
  /** A sender without an answer says it again after this, in milliseconds. */
  private static final long AGAIN_MILLIS = 8_000;

  private final Engine engine = new Engine();
  private final Instant begin;
  private final Register register;
  private final RandomGenerator chance;
  private final List<Runnable> planned = new ArrayList<>();
  private final List<Integer> free = new ArrayList<>();
  private final Set<Long> acknowledged = new LinkedHashSet<>();
  private Faults faults;
  private boolean down;
  private long messages;
  private long copies;
  private long restarts;

  Wire(Instant begin, Register register, Faults faults, RandomGenerator chance) {
    this.begin = begin;
    this.register = register;
    this.faults = faults;
    this.chance = chance;
  }

  Instant now() {
    return begin.plusMillis(engine.now());
  }

  /** Plans something, in milliseconds from now. */
  void in(long millis, Runnable todo) {
    int slot = free.isEmpty() ? planned.size() : free.removeLast();
    if (slot == planned.size()) {
      planned.add(todo);
    } else {
      planned.set(slot, todo);
    }
    engine.plan(engine.now() + Math.max(0, millis), slot);
  }

  @Override
  public void happen(long what) {
    int slot = (int) what;
    Runnable todo = planned.get(slot);
    planned.set(slot, () -> {});
    free.add(slot);
    todo.run();
  }

  /** Lets it all happen until a moment. */
  void run(Instant until) {
    engine.run(this, until.toEpochMilli() - begin.toEpochMilli());
  }

  /** From now on nothing goes wrong any more. */
  void heal() {
    faults = Faults.none();
  }

  /** Says something to the centre; it is kept until it is answered. */
  void say(Outbox from, Ask ask, Consumer<Ask.Answer> then) {
    from.put(new Outbox.Letter(++messages, ask, then));
    next(from);
  }

  private void next(Outbox from) {
    Outbox.Letter letter = from.next();
    if (letter != null) {
      send(from, letter);
    }
  }

  private void send(Outbox from, Outbox.Letter letter) {
    carry(() -> received(from, letter));
    in(
        AGAIN_MILLIS,
        () -> {
          if (from.waitsFor(letter.number())) {
            send(from, letter);
          }
        });
  }

  /** Brings something over, once, twice or never. */
  private void carry(Runnable arrival) {
    int times = chance.nextDouble() < faults.doubled() ? 2 : 1;
    for (int i = 0; i < times; i++) {
      copies++;
      if (chance.nextDouble() >= faults.lost()) {
        in(faults.delay(chance), arrival);
      }
    }
  }

  private void received(Outbox from, Outbox.Letter letter) {
    if (down) {
      return;
    }
    Ask.Answer answer = register.ask(letter.number(), letter.ask(), new Stamp(from.who, now()));
    engine.note(letter.number() << 1 | (answer.done() ? 1 : 0));
    carry(() -> answered(from, letter.number(), answer));
  }

  private void answered(Outbox from, long number, Ask.Answer answer) {
    if (answer.done() && !answer.events().isEmpty()) {
      acknowledged.add(number);
    }
    from.answered(number, answer);
    next(from);
  }

  /** The centre is lost for some time, and made again of its journal. */
  void stop(long millis) {
    if (down) {
      return;
    }
    down = true;
    in(
        millis,
        () -> {
          register.restart();
          restarts++;
          down = false;
        });
  }

  boolean down() {
    return down;
  }

  /** Numbers of the messages whose senders were told that it is done. */
  Set<Long> acknowledged() {
    return acknowledged;
  }

  long copies() {
    return copies;
  }

  long restarts() {
    return restarts;
  }

  long traceHash() {
    return engine.traceHash();
  }
}
