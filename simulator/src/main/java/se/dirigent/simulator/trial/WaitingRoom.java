package se.dirigent.simulator.trial;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.chain.WaitingRules;
import se.dirigent.simulator.chance.Draws;
import se.dirigent.simulator.chance.Streams;

/**
 * Calls without a unit in one run, and how those who made them are looked after: when they are rung
 * back, when they get worse and when that is found.
 */
final class WaitingRoom {
  private static final double HOUR_MILLIS = 3_600_000;

  /** More contacts than that are not told apart in what is drawn. */
  private static final int CONTACTS_MAX = 256;

  private final int part;
  private final Calls calls;
  private final Situation situation;
  private final Plans plans;
  private final ChainTally tally;
  private final IntConsumer recall;
  private final @Nullable WaitingRules rules;
  private final Streams.Each worse;
  private final Streams.Each answer;
  private final List<Integer> waiting = new ArrayList<>();

  /** The same, to be asked quickly. */
  private final BitSet waits = new BitSet();

  /** When the condition worsens, by call; 0 for who never waited, the largest once it is found. */
  private final long[] worsens;

  private final long[] due;
  private final short[] contact;
  private final byte[] missed;

  /**
   * An empty room.
   *
   * @param recall lets a nurse ring a call's caller
   */
  WaitingRoom(
      int part,
      @Nullable WaitingRules rules,
      Calls calls,
      Situation situation,
      Plans plans,
      ChainTally tally,
      IntConsumer recall) {
    this.part = part;
    this.calls = calls;
    this.situation = situation;
    this.plans = plans;
    this.tally = tally;
    this.recall = recall;
    this.rules = rules;
    this.worse = calls.chance("chain.worse");
    this.answer = calls.chance("chain.recall");
    int size = rules == null ? 0 : calls.size();
    this.worsens = new long[size];
    this.due = new long[size];
    this.contact = new short[size];
    this.missed = new byte[size];
  }

  int size() {
    return waiting.size();
  }

  /** Whether those who wait are rung back. */
  boolean rings() {
    return rules != null;
  }

  void enter(int number) {
    waiting.add(number);
    waits.set(number);
    if (rules == null) {
      return;
    }
    if (worsens[number] == 0) {
      tally.waits(calls.at(number));
      RandomGenerator chance = worse.of(calls.key(number));
      double millis = Draws.exponential(chance, HOUR_MILLIS / rules.worsePerHour());
      // Who never gets worse waits for an infinite time.
      worsens[number] = (long) Math.min(Long.MAX_VALUE, plans.now() + millis);
    }
    plan(number, rules.of(situation.level(number)).first().toMillis());
  }

  private void plan(int number, long ahead) {
    due[number] = plans.now() + ahead;
    contact[number]++;
    plans.planPart(due[number], part, (long) number << 16 | contact[number] & 0xFFFF);
  }

  /** A contact is due. */
  void happen(long what) {
    int number = (int) (what >>> 16);
    if ((contact[number] & 0xFFFF) == (what & 0xFFFF) && waits.get(number)) {
      recall.accept(number);
    }
  }

  /** A nurse begins to ring; false when the caller no longer waits. */
  boolean ringing(int number) {
    if (waits.get(number)) {
      tally.overdue(calls.at(number), plans.now() - due[number]);
      // Nothing is due until it is known what the nurse heard.
      due[number] = Long.MAX_VALUE;
    }
    return waits.get(number);
  }

  /**
   * A nurse has rung.
   *
   * @return whether the call is more urgent from now on, and a unit is to be looked for again
   */
  boolean rung(int number) {
    if (rules == null || !waits.get(number)) {
      return false;
    }
    boolean raised = false;
    RandomGenerator chance =
        answer.of((long) calls.key(number) * CONTACTS_MAX + contact[number] % CONTACTS_MAX);
    if (chance.nextDouble() >= rules.answers()) {
      missed[number]++;
      raised = missed[number] % rules.missedMax() == 0;
    } else {
      missed[number] = 0;
      if (worsens[number] <= plans.now()) {
        found(number, true);
        raised = true;
      }
    }
    plan(number, rules.of(situation.level(number)).then().toMillis());
    return raised && situation.raise(number);
  }

  private void found(int number, boolean byNurse) {
    tally.found(calls.at(number), plans.now() - worsens[number], byNurse);
    worsens[number] = Long.MAX_VALUE;
  }

  /** A crew is with the patient. */
  void met(int number) {
    if (rules == null) {
      return;
    }
    if (worsens[number] > 0 && worsens[number] <= plans.now()) {
      found(number, false);
    }
    worsens[number] = Long.MAX_VALUE;
  }

  /** The run ends: who has got worse and was never seen counts, and who should have been rung. */
  void end() {
    for (int number = 0; number < worsens.length; number++) {
      if (waits.get(number)) {
        tally.overdue(calls.at(number), plans.now() - due[number]);
      }
      met(number);
    }
  }

  /** Place of the most urgent, then longest waiting call that a unit may meet; −1 for none. */
  int first(int unit) {
    int best = -1;
    for (int i = 0; i < waiting.size(); i++) {
      int number = waiting.get(i);
      if (situation.fit(unit, number)
          && (best < 0 || situation.level(number) < situation.level(waiting.get(best)))) {
        best = i;
      }
    }
    return best;
  }

  /** The call at a place gets a unit. */
  int take(int place) {
    int number = waiting.remove(place);
    waits.clear(number);
    if (rules != null) {
      tally.overdue(calls.at(number), plans.now() - due[number]);
    }
    return number;
  }

  /** A call leaves, to be tried again. */
  void leave(int number) {
    if (waits.get(number)) {
      int _ = take(waiting.indexOf(number));
    }
  }
}
