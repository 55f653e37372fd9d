package se.dirigent.simulator.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import se.dirigent.simulator.chance.Draws;
import se.dirigent.simulator.chance.Spread;
import se.dirigent.simulator.chance.Streams;

/**
 * The endless sequence of a region's calls: a Poisson process whose rate follows the hours of the
 * day, by thinning (Lewis and Shedler 1979). Not safe for use by several threads.
 */
public final class Demand {
  /** Answering time of 112 in minutes: mean 25.6 s in 2022 (SOS Alarm); spread [assumption]. */
  private static final Spread ANSWER = new Spread(0.08, 0.3, 0.9);

  /** From answer to priority, minutes [assumption]. */
  private static final Spread INTERVIEW = new Spread(0.7, 1.5, 3.5);

  private static final List<String> STREETS =
      List.of("Provgatan", "Exempelvägen", "Övningsstigen", "Demogränd", "Modellvägen");

  private final DemandProfile profile;
  private final RandomGenerator time;
  private final RandomGenerator why;
  private final RandomGenerator caller;
  private final Places places;
  private Instant clock;
  private long number;

  /**
   * The calls after an instant.
   *
   * @param streams where chance comes from; purposes {@code demand.*}
   * @param from no call enters the queue before it
   */
  public Demand(DemandProfile profile, Streams streams, Instant from) {
    this.profile = profile;
    this.time = streams.of("demand.time");
    this.why = streams.of("demand.why");
    this.caller = streams.of("demand.caller");
    this.places = new Places(profile, streams.of("demand.place"));
    this.clock = from;
  }

  /** The next call. Calls come in the order of their queue times. */
  public Call next() {
    clock = nextArrival();
    Complaint complaint = pick(why, Complaints.all(), Complaint::weight);
    int level = 1 + pick(why, List.of(0, 1, 2, 3), i -> complaint.levelWeights().get(i));
    List<String> codes = profile.codes(level);
    Places.Spot spot = places.draw();
    Instant answered = clock.plus(ANSWER.duration(time));
    return new Call(
        ++number,
        clock,
        answered,
        answered.plus(INTERVIEW.duration(time)),
        STREETS.get(caller.nextInt(STREETS.size()))
            + " "
            + caller.nextInt(1, 90)
            + ", "
            + spot.settlement().name(),
        spot.settlement().municipality(),
        spot.position(),
        caller.nextInt(4) == 0,
        complaint,
        complaint.details().get(caller.nextInt(complaint.details().size())),
        level,
        codes.get(caller.nextInt(codes.size())),
        FictionalNumbers.draw(caller));
  }

  private Instant nextArrival() {
    double highest = profile.callsPerDay() * profile.hours().highest();
    Instant at = clock;
    // Every hour has a share above zero, so the loop ends; the bound catches a broken profile.
    for (int i = 0; i < 1_000_000; i++) {
      double hours = Draws.exponential(time, 1 / highest);
      at = at.plus(Duration.ofNanos(Math.round(hours * 3_600e9)));
      if (time.nextDouble() * profile.hours().highest() <= profile.hours().at(at)) {
        return at;
      }
    }
    throw new IllegalStateException("hours are " + profile.hours() + "; no hour has any share");
  }

  static <T> T pick(RandomGenerator chance, List<T> choices, ToLongFunction<T> weight) {
    long sum = choices.stream().mapToLong(weight).sum();
    long left = chance.nextLong(sum);
    for (T choice : choices) {
      left -= weight.applyAsLong(choice);
      if (left < 0) {
        return choice;
      }
    }
    throw new IllegalStateException("weights changed while drawing");
  }
}
