package se.dirigent.benchmarks.intake;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends at moments drawn beforehand (a Poisson stream), whether or not earlier answers have come,
 * and measures from those moments: a stall delays all that should have been sent during it, and all
 * of it counts.
 */
final class OpenLoop {

  private static final long LATENCY_MICROS_MAX = TimeUnit.MINUTES.toMicros(2);

  private final double perSecond;
  private final Duration length;
  private final RandomGenerator random;

  /**
   * @param perSecond mean number of sendings a second
   * @param length how long to send
   */
  OpenLoop(double perSecond, Duration length, RandomGenerator random) {
    this.perSecond = perSecond;
    this.length = length;
    this.random = random;
  }

  /** One sending; true when it was acknowledged. */
  @FunctionalInterface
  interface Sending {
    boolean send(int number) throws Exception;
  }

  /**
   * What came of it.
   *
   * @param sent sendings
   * @param failed of those, not acknowledged
   * @param micros latency of the acknowledged ones, in microseconds
   */
  record Result(int sent, long failed, Histogram micros) {

    double millis(double percentile) {
      return micros.getValueAtPercentile(percentile) / 1000.0;
    }
  }

  Result run(Sending sending) throws InterruptedException {
    Histogram micros = new ConcurrentHistogram(LATENCY_MICROS_MAX, 3);
    AtomicLong failed = new AtomicLong();
    int sent = 0;
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      long intended = start + gap();
      while (intended - start < length.toNanos()) {
        waitUntil(intended);
        long due = intended;
        int number = sent++;
        senders.execute(() -> measure(sending, number, due, micros, failed));
        intended += gap();
      }
    }
    return new Result(sent, failed.get(), micros);
  }

  private static void measure(
      Sending sending, int number, long due, Histogram micros, AtomicLong failed) {
    try {
      if (sending.send(number)) {
        long took = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
        micros.recordValue(Math.min(took, LATENCY_MICROS_MAX));
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      // Counted as failed, like an answer that is no acknowledgement.
    }
    failed.incrementAndGet();
  }

  private long gap() {
    return (long) (-Math.log1p(-random.nextDouble()) / perSecond * 1e9);
  }

  private static void waitUntil(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
