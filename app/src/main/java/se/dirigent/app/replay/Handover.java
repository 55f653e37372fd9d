package se.dirigent.app.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.client.ServiceRefused;

/**
 * Hands planned cases over to a service, at the pace of the recording or as fast as it takes them.
 */
public final class Handover {
  /** Cases on their way at once: enough to keep two cores busy, few enough to be fair to others. */
  private static final int AT_ONCE = 8;

  private final ServiceClient client;
  private final List<Duration> answers = Collections.synchronizedList(new ArrayList<>());
  private final List<PlannedCase> accepted = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Integer> refused = Collections.synchronizedMap(new TreeMap<>());

  public Handover(ServiceClient client) {
    this.client = client;
  }

  /**
   * What came of it.
   *
   * @param accepted cases the service has taken, durably
   * @param refused refusals by their text
   * @param answers time from sending to durable acknowledgement, ascending
   * @param seconds how long it all took
   */
  public record Result(
      List<PlannedCase> accepted,
      Map<String, Integer> refused,
      List<Duration> answers,
      double seconds) {}

  /**
   * Hands the cases over and returns when all are answered.
   *
   * @param speed recorded seconds per second; infinite for as fast as possible
   * @param progress told after each case how many are done
   * @throws se.dirigent.app.client.ServiceUnreachable when the service is gone for too long
   */
  public Result run(List<PlannedCase> cases, double speed, IntConsumer progress)
      throws InterruptedException {
    Semaphore free = new Semaphore(AT_ONCE);
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
    for (PlannedCase planned : cases) {
      pace(cases.getFirst().recordedAt(), planned.recordedAt(), speed, start);
      free.acquire();
      if (!failures.isEmpty()) {
        throw failures.getFirst();
      }
      threads.add(
          Thread.startVirtualThread(() -> {
            try {
              handOver(planned);
              progress.accept(accepted.size());
            } catch (RuntimeException e) {
              failures.add(e);
            } finally {
              free.release();
            }
          }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(
        List.copyOf(accepted), new TreeMap<>(refused), answers.stream().sorted().toList(), seconds);
  }

  private static void pace(Instant first, Instant at, double speed, long start)
      throws InterruptedException {
    if (Double.isInfinite(speed)) {
      return;
    }
    double dueNanos = Duration.between(first, at).toMillis() * 1e6 / speed;
    long waitMillis = (long) ((dueNanos - (System.nanoTime() - start)) / 1e6);
    if (waitMillis > 0) {
      Thread.sleep(waitMillis);
    }
  }

  private void handOver(PlannedCase planned) {
    String path =
        "/api/regions/%s/intake/%s/%s/%s"
            .formatted(planned.region(), planned.centre(), planned.folder(), planned.number());
    long sent = System.nanoTime();
    try {
      client.command("PUT", path, planned.body());
      answers.add(Duration.ofNanos(System.nanoTime() - sent));
      accepted.add(planned);
    } catch (ServiceRefused e) {
      String why = e.code().isEmpty() ? String.valueOf(e.getMessage()) : e.code();
      refused.merge(why, 1, Integer::sum);
      if (e.status() == 401 || e.status() == 403) {
        throw e;
      }
    }
  }
}
