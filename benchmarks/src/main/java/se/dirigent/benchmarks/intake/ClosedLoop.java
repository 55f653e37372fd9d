package se.dirigent.benchmarks.intake;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Senders that wait for each answer before the next sending: how much goes through at most. */
final class ClosedLoop {

  private final int senders;
  private final Duration length;

  ClosedLoop(int senders, Duration length) {
    this.senders = senders;
    this.length = length;
  }

  /**
   * What went through.
   *
   * @param perSecond acknowledged sendings a second
   * @param failed sendings that were not acknowledged
   * @param micros latency of each, in microseconds; a sender's own pace, not a user's wait
   */
  record Result(double perSecond, long failed, Histogram micros) {}

  Result run(OpenLoop.Sending sending) {
    Histogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(2), 3);
    AtomicInteger number = new AtomicInteger();
    AtomicLong failed = new AtomicLong();
    long start = System.nanoTime();
    long end = start + length.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < senders; i++) {
        threads.execute(() -> sendUntil(end, sending, number, micros, failed));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(micros.getTotalCount() / seconds, failed.get(), micros);
  }

  private static void sendUntil(
      long end,
      OpenLoop.Sending sending,
      AtomicInteger number,
      Histogram micros,
      AtomicLong failed) {
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      try {
        if (sending.send(number.getAndIncrement())) {
          micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
        } else {
          failed.incrementAndGet();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (Exception e) {
        failed.incrementAndGet();
      }
    }
  }
}
