package se.dirigent.simulator.trial;

import java.util.stream.Stream;

/** Counts what centres and waiting room of a run come to, for calls from the second day on. */
final class ChainTally {
  private static final double SECOND = 1_000;
  private static final double HOUR = 3_600_000;

  private final Responses[] decision;
  private final Responses answer = new Responses();
  private long waited;
  private double overdueMillis;
  private long worsened;
  private long unseen;
  private double unknownMillis;
  private final Responses offload = new Responses();
  private long taken;
  private long doctorsAsked;
  private long doctors;
  private long doctorsThere;
  private double doctorMillis;
  private long elsewhere;
  private double placeMillis;

  ChainTally(int levels) {
    this.decision = Stream.generate(Responses::new).limit(levels).toArray(Responses[]::new);
  }

  private static boolean counts(long came) {
    return came >= Tally.COUNTED_FROM;
  }

  void answered(long millis) {
    answer.add(millis / SECOND, Answering.IN_TIME_MILLIS / SECOND);
  }

  /** Nobody has answered by the end of the run. */
  void unanswered(long millis) {
    answer.unended(millis / SECOND, Answering.IN_TIME_MILLIS / SECOND);
  }

  void decided(int level, long millis) {
    decision[level - 1].add(millis / SECOND, Double.POSITIVE_INFINITY);
  }

  /** Nobody has decided by the end of the run. */
  void undecided(int level, long millis) {
    decision[level - 1].unended(millis / SECOND, Double.POSITIVE_INFINITY);
  }

  void waits(long came) {
    waited += counts(came) ? 1 : 0;
  }

  void overdue(long came, long millis) {
    overdueMillis += counts(came) ? Math.max(0, millis) : 0;
  }

  /**
   * Somebody has got worse, and that is found so long after it happened.
   *
   * @param byNurse false when a crew finds it, or nobody by the end of the run
   */
  void found(long came, long millis, boolean byNurse) {
    if (counts(came)) {
      worsened++;
      unseen += byNurse ? 0 : 1;
      unknownMillis += millis;
    }
  }

  /** A most urgent call has got a unit, and a doctor or none. */
  void doctorAsked(long came, boolean comes) {
    doctorsAsked += counts(came) ? 1 : 0;
    doctors += counts(came) && comes ? 1 : 0;
  }

  void doctorArrived(long came, long millis) {
    doctorsThere += counts(came) ? 1 : 0;
    doctorMillis += counts(came) ? millis : 0;
  }

  /** A crew has waited for a place. */
  void offloaded(long came, long millis) {
    if (counts(came)) {
      offload.add(millis / SECOND, Double.POSITIVE_INFINITY);
    }
  }

  /** A crew waits for a place as the run ends. */
  void notOffloaded(long came, long millis) {
    if (counts(came)) {
      offload.unended(millis / SECOND, Double.POSITIVE_INFINITY);
    }
  }

  /** A patient is taken to hospital, the nearest of all or another. */
  void taken(long came, boolean toAnother) {
    taken += counts(came) ? 1 : 0;
    elsewhere += counts(came) && toAnother ? 1 : 0;
  }

  /** Places of emergency departments have been taken so long, all together. */
  void places(double millis) {
    placeMillis += millis;
  }

  TrialReport.Chain report(double days, boolean rungBack, double out, int places) {
    return new TrialReport.Chain(
        answer.report(),
        Stream.of(decision).map(Responses::report).toList(),
        rungBack ? waited / days : Double.NaN,
        rungBack ? overdueMillis / HOUR / days : Double.NaN,
        rungBack ? worsened / days : Double.NaN,
        (double) unseen / worsened,
        unknownMillis / SECOND / worsened,
        out,
        offload.report(),
        (double) elsewhere / taken,
        placeMillis / (24 * HOUR * days * places),
        (double) doctors / doctorsAsked,
        doctorMillis / SECOND / doctorsThere);
  }
}
