package se.dirigent.server.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import se.dirigent.server.RunningService;

/**
 * Many readers that come, are slow and hang up in every way, while commands run: each that reads
 * gets its first event in time, at the first try. For hours: {@code -Ddirigent.storm.seconds=3600},
 * another storm: {@code -Ddirigent.storm.seed=2}.
 */
class StreamStormTest {
  private static final long SEED = Long.getLong("dirigent.storm.seed", 112);
  private static final Duration LENGTH =
      Duration.ofSeconds(Long.getLong("dirigent.storm.seconds", 10));
  private static final int READERS = 24;
  private static final int WRITERS = 2;

  /** A tick comes every 2 s; the rest is for a machine that has much else to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Below the most one incident takes. */
  private static final int NOTES_EACH = 200;

  private static final RunningService SERVICE = RunningService.start(StreamStormTest.class);

  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger visits = new AtomicInteger();
  private final AtomicLong lastSeq = new AtomicLong();
  private final long end = System.nanoTime() + LENGTH.toNanos();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void everyReaderIsAnsweredAtTheFirstTry() throws Exception {
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < WRITERS; n++) {
        int writer = n;
        all.add(people.submit(() -> write(writer)));
      }
      for (int n = 0; n < READERS; n++) {
        RandomGenerator random = new SplittableRandom(SEED + n);
        all.add(people.submit(() -> comeAndGo(random)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertEquals(List.of(), List.copyOf(failures), () -> "seed " + SEED + ", " + visits);
    assertTrue(visits.get() > READERS, () -> "only " + visits + " visits");
    try (StreamReader calm = new StreamReader(SERVICE, PATIENCE)) {
      calm.readTo(lastSeq.get());
    }
  }

  private void comeAndGo(RandomGenerator random) {
    while (System.nanoTime() < end) {
      int visit = visits.incrementAndGet();
      int manner = random.nextInt(4);
      long start = System.nanoTime();
      try (StreamReader reader = new StreamReader(SERVICE, PATIENCE)) {
        visit(reader, manner, random);
      } catch (IOException e) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        failures.add("visit " + visit + " manner " + manner + " after " + millis + " ms: " + e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void visit(StreamReader reader, int manner, RandomGenerator random)
      throws IOException, InterruptedException {
    switch (manner) {
      case 0 -> reader.hangUpRudely();
      case 1 -> {
        reader.readTo("snapshot");
        Thread.sleep(random.nextInt(300));
        reader.hangUpRudely();
      }
      case 2 -> {
        reader.readTo("snapshot");
        Thread.sleep(1_000 + random.nextInt(2_000)); // reads nothing: its line stands full
        reader.readTo("clock");
      }
      default -> {
        reader.readTo("snapshot");
        reader.readTo("clock");
      }
    }
  }

  private void write(int writer) {
    for (int n = 0; System.nanoTime() < end; n++) {
      String number = writer + "-" + n / NOTES_EACH;
      long start = System.nanoTime();
      RunningService.Reply reply =
          n % NOTES_EACH == 0
              ? SERVICE.put(SERVICE.path("/intake/sos/storm/" + number), INTAKE)
              : SERVICE.post(SERVICE.path("/incidents/sos:storm:" + number + "/notes"), NOTE);
      long millis = (System.nanoTime() - start) / 1_000_000;
      if (reply.status() != 200 || millis > PATIENCE.toMillis()) {
        failures.add("command " + number + " after " + millis + " ms: " + reply);
        return;
      }
      lastSeq.accumulateAndGet(reply.json().get("seq").asLong(), Math::max);
    }
  }

  private static final String NOTE = "{\"text\":\"Porten är öppen\"}";
  private static final String INTAKE =
      """
      {"source":"SOS_ALARM",
       "location":{"address":"Torget","municipality":"","quality":"UNKNOWN"},
       "description":"Prov","priority":"2A"}
      """;
}
