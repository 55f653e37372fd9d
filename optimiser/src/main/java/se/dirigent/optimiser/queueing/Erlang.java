package se.dirigent.optimiser.queueing;

/**
 * Erlang's formulas for a group of equal servers with random arrivals.
 *
 * <p>Source: A. K. Erlang, Post Office Electrical Engineers' Journal 10, 1917; the recurrence for B
 * as in Cooper, Introduction to Queueing Theory, 2nd edition 1981, §3.3.
 */
public final class Erlang {
  /** More servers than any country has ambulances; keeps the work bounded. */
  private static final int SERVERS_MAX = 100_000;

  private Erlang() {}

  /**
   * Erlang B: the share of calls that find all servers busy, when such calls are lost.
   *
   * @param load offered load in erlang: arrivals per time × mean service time; from zero up
   * @param servers how many; from zero up
   */
  public static double lost(double load, int servers) {
    require(load, servers, 0);
    double b = 1;
    for (int n = 1; n <= servers; n++) {
      b = load * b / (n + load * b);
    }
    return b;
  }

  /**
   * Erlang C: the share of calls that find all servers busy, when such calls wait for their turn.
   *
   * @param load offered load in erlang; from zero up. From {@code servers} up nothing is stable and
   *     the answer is 1
   * @param servers how many; from one up
   */
  public static double waiting(double load, int servers) {
    require(load, servers, 1);
    if (load >= servers) {
      return 1;
    }
    double b = lost(load, servers);
    return servers * b / (servers - load * (1 - b));
  }

  private static void require(double load, int servers, int serversMin) {
    if (!(load >= 0 && load < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("load is " + load + "; give a finite number from 0 up");
    }
    if (servers < serversMin || servers > SERVERS_MAX) {
      throw new IllegalArgumentException(
          "servers is " + servers + "; give " + serversMin + " to " + SERVERS_MAX);
    }
  }
}
