package se.dirigent.benchmarks.durability;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import se.dirigent.benchmarks.service.RegionClient;

/**
 * The client's own book of what it sent and what it was promised. A command without an answer is
 * unknown, so it is sent again under the same id until an answer comes; a kill may not break that.
 */
final class Ledger {

  /** Nobody waits longer for a server that was restarted. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(30);

  /** Broken promises worth reading; more say nothing new. */
  private static final int BROKEN_MAX = 100;

  private final RegionClient client;
  private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();
  private final AtomicInteger round = new AtomicInteger();
  private final AtomicLong retries = new AtomicLong();

  Ledger(RegionClient client) {
    this.client = client;
  }

  /** A worker cannot go on: the server refused what it must accept, or never answered. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Broken(String message) {
      super(message);
    }
  }

  /**
   * Sends a command until it is answered.
   *
   * @return the answer's body
   * @throws Broken when it is refused: everything sent here is allowed when all before it happened
   *     exactly once, so a refusal is a loss or a repetition
   */
  String keep(String method, String path, String body) throws InterruptedException {
    UUID command = UUID.randomUUID();
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      try {
        RegionClient.Reply reply = client.command(command, method, path, body);
        if (reply.status() == 200) {
          promises.add(new Promise(command, method, path, body, reply.body(), round.get()));
          return reply.body();
        }
        if (reply.status() != 503) {
          throw refused(method + " " + path + " " + body, reply);
        }
      } catch (IOException e) {
        // No whole answer: the command may or may not have happened. Its id settles it.
      }
      retries.incrementAndGet();
      Thread.sleep(BETWEEN_TRIES);
    }
    breach("no answer in " + PATIENCE + " to " + method + " " + path);
    throw new Broken("no answer");
  }

  private Broken refused(String request, RegionClient.Reply reply) {
    String text = request + " was answered " + reply.status() + " " + reply.body();
    breach(text);
    return new Broken(text);
  }

  private void breach(String text) {
    if (broken.size() < BROKEN_MAX) {
      broken.add(text);
    }
  }

  /** Sends acknowledged commands again: each must get its first answer. Returns how many. */
  int repeat(List<Promise> which) throws InterruptedException {
    for (Promise promise : which) {
      String again = repeatOne(promise);
      if (!again.equals(promise.answer())) {
        breach(
            "%s %s in round %d was promised %s and is now answered %s"
                .formatted(
                    promise.method(), promise.path(), promise.round(), promise.answer(), again));
      }
    }
    return which.size();
  }

  private String repeatOne(Promise promise) throws InterruptedException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      try {
        RegionClient.Reply reply =
            client.command(promise.command(), promise.method(), promise.path(), promise.body());
        if (reply.status() != 503) {
          return reply.body();
        }
      } catch (IOException e) {
        // As above: ask again.
      }
      Thread.sleep(BETWEEN_TRIES);
    }
    return "nothing in " + PATIENCE;
  }

  int nextRound() {
    return round.getAndIncrement();
  }

  List<Promise> promises() {
    return List.copyOf(promises);
  }

  List<Promise> promisesOf(int wanted) {
    return promises.stream().filter(promise -> promise.round() == wanted).toList();
  }

  List<String> broken() {
    return List.copyOf(broken);
  }

  /** Sendings that got no answer, or 503, and were repeated. */
  long retries() {
    return retries.get();
  }
}
