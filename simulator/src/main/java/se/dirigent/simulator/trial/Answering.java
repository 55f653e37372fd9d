package se.dirigent.simulator.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.chain.Centre;
import se.dirigent.simulator.chance.Streams;

/**
 * The centres of one run: who answers which call when, and when it is decided on. A job is a call's
 * number, or the complement of it when a nurse rings somebody in the waiting room back.
 */
final class Answering {
  /** A caller is answered in time within this; what is measured. */
  static final long IN_TIME_MILLIS = 15_000;

  private static final int TAKEN = 0;
  private static final int ASSESSED = 1;
  private static final int STAFF = 2;
  private static final int DECIDED = 3;
  private static final long HOUR_MILLIS = 3_600_000;

  private final int part;
  private final List<Desk> desks = new ArrayList<>();
  private final int[] centreOfArea;
  private final TrialWorld world;
  private final Calls calls;
  private final Situation situation;
  private final Plans plans;
  private final ChainTally tally;
  private final Listener listener;
  private final Streams.Each settled;
  private final Streams.Each talk;

  /** How often a call's talk has been cut off; what was planned for it before is outdated. */
  private final byte[] cut;

  /** Calls that somebody has answered once, however often they were cut off. */
  private final BitSet answered = new BitSet();

  /** Calls that a unit is to be sent to, or that were settled without one. */
  private final BitSet over = new BitSet();

  private final BitSet settledCalls = new BitSet();
  private final Followed followed;

  /** What comes of the centres' work. */
  interface Listener {
    /** A unit can be sent. */
    void decided(int number);

    /** A nurse begins to ring somebody; false when nobody waits there any longer. */
    boolean ringing(int number);

    /** A nurse has rung. */
    void rung(int number);
  }

  /** A centre at work. */
  private static final class Desk {
    final Centre centre;
    final Line takers;
    final @Nullable Line nurses;

    /** The centre that has its calls while it is lost; itself when it is not. */
    int answeredBy;

    /** Calls that nobody answers until the other centre has taken over; null when somebody does. */
    @Nullable List<Integer> unanswered;

    Desk(Centre centre, int number) {
      this.centre = centre;
      this.takers = new Line(centre.takers());
      this.nurses = centre.nurses() == null ? null : new Line(centre.nurses());
      this.answeredBy = number;
    }
  }

  Answering(
      int part,
      TrialWorld world,
      Calls calls,
      Situation situation,
      Plans plans,
      ChainTally tally,
      Followed followed,
      Listener listener) {
    this.part = part;
    this.world = world;
    this.calls = calls;
    this.situation = situation;
    this.plans = plans;
    this.tally = tally;
    this.followed = followed;
    this.listener = listener;
    this.settled = calls.chance("chain.settled");
    this.talk = calls.chance("chain.talk");
    List<Centre> centres = world.chain().centres();
    this.cut = new byte[centres.isEmpty() ? 0 : calls.size()];
    this.centreOfArea = new int[world.areas().names().size()];
    for (int number = 0; number < centres.size(); number++) {
      desks.add(new Desk(centres.get(number), number));
      if (centres.get(number).areas().isEmpty()) {
        Arrays.fill(centreOfArea, number);
      }
      planStaff(number, 0);
    }
    for (Centre centre : centres) {
      take(centre.areas(), centre.name());
    }
  }

  private void planStaff(int number, long now) {
    Centre centre = desks.get(number).centre;
    Centre.Desk nurses = centre.nurses();
    boolean changes =
        centre.takers().staff().changes() || nurses != null && nurses.staff().changes();
    if (changes) {
      plans.planPart(now - now % HOUR_MILLIS + HOUR_MILLIS, part, word(STAFF, number, 0));
    }
  }

  boolean isEmpty() {
    return desks.isEmpty();
  }

  /** Areas get another centre, for calls that come from now on. */
  void take(List<String> areas, String centre) {
    int number = number(centre);
    areas.forEach(area -> centreOfArea[world.areas().names().indexOf(area)] = number);
  }

  private int number(String centre) {
    for (int number = 0; number < desks.size(); number++) {
      if (desks.get(number).centre.name().equals(centre)) {
        return number;
      }
    }
    throw new IllegalArgumentException("there is no centre '" + centre + "'; give one of them");
  }

  /** A call comes. */
  void called(int number) {
    putThrough(number, centreOfArea[world.areas().ofZone().get(calls.zone(number))]);
  }

  private void putThrough(int number, int centre) {
    Desk at = desks.get(centre);
    if (at.unanswered != null) {
      at.unanswered.add(number);
      return;
    }
    Desk by = desks.get(at.answeredBy);
    by.takers.add(number, 1);
    beginTakers(at.answeredBy);
  }

  /** Nobody answers in a centre any longer. */
  void lose(String centre) {
    Desk lost = desks.get(number(centre));
    lost.unanswered = new ArrayList<>();
    List<Integer> cutOff = new ArrayList<>(lost.takers.clear());
    if (lost.nurses != null) {
      cutOff.addAll(lost.nurses.clear());
    }
    for (int job : cutOff) {
      cut[Math.max(job, ~job)]++;
      lost.unanswered.add(job);
    }
  }

  /** Another centre has the calls of a lost one. */
  void takeOver(String centre, String other) {
    Desk lost = desks.get(number(centre));
    lost.answeredBy = number(other);
    answerAgain(lost);
  }

  /** A lost centre answers again. */
  void restore(String centre) {
    Desk lost = desks.get(number(centre));
    lost.answeredBy = number(centre);
    answerAgain(lost);
  }

  private void answerAgain(Desk lost) {
    List<Integer> jobs = lost.unanswered == null ? List.of() : lost.unanswered;
    lost.unanswered = null;
    for (int job : jobs) {
      if (job < 0) {
        recall(~job);
      } else {
        putThrough(job, number(lost.centre.name()));
      }
    }
  }

  /** A nurse is to ring somebody who waits. */
  void recall(int number) {
    int area = world.areas().ofZone().get(calls.zone(number));
    Desk at = desks.get(centreOfArea[area]);
    if (at.unanswered != null) {
      at.unanswered.add(~number);
      return;
    }
    Line nurses = desks.get(at.answeredBy).nurses;
    if (nurses == null) {
      desks.get(at.answeredBy).takers.add(~number, situation.level(number) + 1);
      beginTakers(at.answeredBy);
    } else {
      nurses.add(~number, situation.level(number));
      beginNurses(at.answeredBy);
    }
  }

  private void beginTakers(int centre) {
    Line takers = desks.get(centre).takers;
    for (Integer job = takers.next(now()); job != null; job = takers.next(now())) {
      if (begins(job, takers, TAKEN, centre) && job >= 0 && !answered.get(job)) {
        answered.set(job);
        if (followed.holds(job)) {
          tally.answered(now() - calls.at(job));
        }
      }
    }
  }

  private void beginNurses(int centre) {
    Line nurses = desks.get(centre).nurses;
    if (nurses != null) {
      for (Integer job = nurses.next(now()); job != null; job = nurses.next(now())) {
        boolean _ = begins(job, nurses, ASSESSED, centre);
      }
    }
  }

  private boolean begins(int job, Line line, int kind, int centre) {
    if (job < 0 && !listener.ringing(~job)) {
      line.done(job);
      return false;
    }
    long which = (long) calls.key(Math.max(job, ~job)) << 2 | (job < 0 ? 2 : kind);
    long ends = now() + line.desk().talk().millis(talk.of(which));
    plans.planPart(ends, part, word(kind, centre, job));
    return true;
  }

  private long word(int kind, int centre, int job) {
    long attempt = cut.length == 0 ? 0 : cut[Math.max(job, ~job)] & 0xFF;
    return (job & 0xFFFFFFFFL) << 18 | attempt << 10 | (long) centre << 2 | kind;
  }

  /** Something planned comes. */
  void happen(long what) {
    int kind = (int) (what & 3);
    int centre = (int) (what >>> 2 & 0xFF);
    int job = (int) (what >>> 18);
    if (kind == STAFF) {
      planStaff(centre, now());
      beginTakers(centre);
      beginNurses(centre);
    } else if (kind == DECIDED) {
      listener.decided(job);
    } else if (what == word(kind, centre, job)) {
      done(kind, centre, job);
    }
  }

  private void done(int kind, int centre, int job) {
    Desk at = desks.get(centre);
    if (kind == TAKEN) {
      at.takers.done(job);
      if (job < 0) {
        listener.rung(~job);
      } else {
        taken(job, centre);
      }
      beginTakers(centre);
    } else {
      if (at.nurses != null) {
        at.nurses.done(job);
      }
      if (job < 0) {
        listener.rung(~job);
      } else {
        decided(job, at.centre);
      }
      beginNurses(centre);
    }
  }

  private void taken(int number, int centre) {
    Desk at = desks.get(centre);
    boolean ends = settled(number, at.centre);
    if (at.nurses != null && (ends || situation.level(number) >= at.centre.assessedFrom())) {
      at.nurses.add(number, ends ? world.model().levels().size() : situation.level(number));
      beginNurses(centre);
    } else {
      decided(number, at.centre);
    }
  }

  private boolean settled(int number, Centre centre) {
    return centre.settled() > 0 && settled.of(calls.key(number)).nextDouble() < centre.settled();
  }

  private void decided(int number, Centre centre) {
    over.set(number);
    if (settled(number, centre)) {
      settledCalls.set(number);
      return;
    }
    if (followed.holds(number)) {
      tally.decided(situation.level(number), now() - calls.at(number));
    }
    long wait = world.model().decide().toMillis();
    if (wait == 0) {
      listener.decided(number);
    } else {
      plans.planPart(now() + wait, part, word(DECIDED, 0, number));
    }
  }

  /** Whether a call was not settled without a unit, or would not be by the centre it came to. */
  boolean needsUnit(int number) {
    if (isEmpty() || over.get(number)) {
      return !settledCalls.get(number);
    }
    int area = world.areas().ofZone().get(calls.zone(number));
    return !settled(number, desks.get(centreOfArea[area]).centre);
  }

  /** The run ends: what nobody has answered or decided by now counts as it is. */
  void end() {
    for (int number = 0; !isEmpty() && number < calls.size(); number++) {
      long waited = now() - calls.at(number);
      if (followed.holds(number) && !answered.get(number)) {
        tally.unanswered(waited);
      }
      if (followed.holds(number) && !over.get(number) && needsUnit(number)) {
        tally.undecided(situation.level(number), waited);
      }
    }
  }

  private long now() {
    return plans.now();
  }
}
