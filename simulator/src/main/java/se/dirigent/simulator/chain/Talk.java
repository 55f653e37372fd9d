package se.dirigent.simulator.chain;

import java.time.Duration;
import java.util.random.RandomGenerator;
import se.dirigent.simulator.chance.Draws;
import se.dirigent.simulator.chance.Spread;

/** How long a talk takes. */
public sealed interface Talk {
  /** A duration in milliseconds. */
  long millis(RandomGenerator chance);

  /** The mean, or for quantiles the median: what is told of it in words, in minutes. */
  double minutes();

  /** Exponential with this mean, as queueing theory has it. */
  record Exponential(Duration mean) implements Talk {
    public Exponential {
      if (!mean.isPositive()) {
        throw new IllegalArgumentException("mean is " + mean + "; give more than nothing");
      }
    }

    @Override
    public long millis(RandomGenerator chance) {
      return Math.round(Draws.exponential(chance, mean.toMillis()));
    }

    @Override
    public double minutes() {
      return mean.toMillis() / 60_000.0;
    }
  }

  /**
   * By quantiles, in minutes. That the talks of a call centre are log-normal: Brown and others,
   * Statistical analysis of a telephone call center, Journal of the American Statistical
   * Association 100, 2005, pp. 36–50.
   */
  record Quantiles(Spread spread) implements Talk {
    @Override
    public long millis(RandomGenerator chance) {
      return spread.duration(chance).toMillis();
    }

    @Override
    public double minutes() {
      return spread.p50();
    }
  }
}
