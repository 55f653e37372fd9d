package se.dirigent.benchmarks.intake;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import se.dirigent.benchmarks.service.RegionClient;

/**
 * Every unit reports its position once in five seconds, as a radio gateway passes them on: in
 * batches, spread evenly over the five seconds.
 */
final class PositionFeed implements AutoCloseable {

  private static final long PERIOD_MILLIS = 5_000;

  private final RegionClient client;
  private final List<String> units;
  private final int batch;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private int next;

  /**
   * @param units all that report
   * @param batch reports in one request
   */
  PositionFeed(RegionClient client, List<String> units, int batch) {
    this.client = client;
    this.units = units;
    this.batch = batch;
  }

  void start() {
    long micros = PERIOD_MILLIS * 1000 * batch / units.size();
    var unused = clock.scheduleAtFixedRate(this::sendOne, 0, micros, TimeUnit.MICROSECONDS);
  }

  private void sendOne() {
    String body = body(next);
    next = (next + batch) % units.size();
    Thread.ofVirtual().start(() -> send(body));
  }

  private void send(String body) {
    try {
      if (client.post("positions", body).status() / 100 == 2) {
        accepted.addAndGet(batch);
      } else {
        failed.addAndGet(batch);
      }
    } catch (Exception e) {
      failed.addAndGet(batch);
    }
  }

  private String body(int from) {
    Instant now = Instant.now();
    double turn = now.toEpochMilli() / 60_000.0;
    StringBuilder body = new StringBuilder("[");
    for (int i = from; i < Math.min(from + batch, units.size()); i++) {
      body.append(body.length() > 1 ? "," : "")
          .append(
              """
              {"unit":"%s","position":{"lat":%.5f,"lon":%.5f},"at":"%s","speedKmh":70,\
              "headingDegrees":90}\
              """
                  .formatted(
                      units.get(i),
                      63.0 + 0.2 * Math.sin(turn + i),
                      14.5 + 0.3 * Math.cos(turn + i),
                      now));
    }
    return body.append(']').toString();
  }

  long accepted() {
    return accepted.get();
  }

  long failed() {
    return failed.get();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
