package se.dirigent.optimiser.plan;

/**
 * Times and costs in tables. The search reads these tables as they are, while it copies those of
 * any other {@link Travel}: with a country's places the copy alone takes longer than to put one
 * more ride into the plan. Who makes one does not change the arrays afterwards.
 *
 * @param places number of places
 * @param time from × places + to; infinite where there is no way, 0 from a place to itself
 * @param cost in the same order
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Compared by nobody; copying is what it is there to avoid.
public record TravelTable(int places, double[] time, double[] cost) implements Travel {
  public TravelTable {
    if (time.length != places * places || cost.length != places * places) {
      throw new IllegalArgumentException(
          "time has " + time.length + " and cost " + cost.length + " entries: give places squared");
    }
  }

  @Override
  public double time(int from, int to) {
    return time[from * places + to];
  }

  @Override
  public double cost(int from, int to) {
    return cost[from * places + to];
  }
}
