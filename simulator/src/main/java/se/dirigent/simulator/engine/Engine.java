package se.dirigent.simulator.engine;

/**
 * The clock of a world in fast time: takes what happens next, moves the clock there, hashes it and
 * hands it to the model, until a moment is reached. The same plans give the same hash on every
 * machine. Not for use by several threads; run one engine for each thread instead.
 */
public final class Engine {
  /** An odd number without a pattern, from the golden ratio, as in Steele's SplitMix. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Agenda agenda = new Agenda();
  private long now;
  private long events;
  private long hash;

  /** The moment it is, in whichever unit the model counts; 0 in the beginning. */
  public long now() {
    return now;
  }

  /** How much has happened. */
  public long events() {
    return events;
  }

  /** How much is planned. */
  public int pending() {
    return agenda.size();
  }

  /** Hash of all that happened and was noted, in order. */
  public long traceHash() {
    return hash;
  }

  /**
   * Plans something.
   *
   * @param at when; not before now
   * @param what a word that the model understands
   * @throws IllegalArgumentException when the moment has passed
   */
  public void plan(long at, long what) {
    if (at < now) {
      throw new IllegalArgumentException("at is " + at + "; give a moment from " + now + " on");
    }
    agenda.add(at, what);
  }

  /** Adds something that the model decided to the hash. */
  public void note(long what) {
    hash = mix(hash, what);
  }

  /**
   * Lets everything happen that is planned before a moment, also what is planned meanwhile, and
   * moves the clock to it.
   *
   * @param until the moment; what is planned for just then has not happened
   */
  public void run(Model model, long until) {
    long happened = 0;
    while (agenda.peek() < until) {
      agenda.advance();
      now = agenda.at();
      long what = agenda.what();
      hash = mix(mix(hash, now), what);
      happened++;
      model.happen(what);
    }
    events += happened;
    now = Math.max(now, until);
  }

  private static long mix(long sofar, long value) {
    long mixed = (sofar ^ value) * GOLDEN;
    return mixed ^ (mixed >>> 32);
  }
}
