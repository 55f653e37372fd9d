package se.dirigent.benchmarks.durability;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import se.dirigent.benchmarks.service.RegionClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The load: several crews at work at once, each in a thread of its own, until stopped. */
final class Crews {

  private final List<Shift> shifts = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicBoolean stop = new AtomicBoolean();

  /**
   * @param count crews; one unit of the region each
   * @param series tells this load's incidents from those of another in the same database
   */
  Crews(Ledger ledger, RegionClient client, int count, String series) throws Exception {
    List<String> units = units(client, count);
    for (int i = 0; i < units.size(); i++) {
      shifts.add(new Shift(ledger, units.get(i), series + "-" + i, stop));
    }
  }

  private static List<String> units(RegionClient client, int count) throws Exception {
    RegionClient.Reply reply = client.get("picture");
    if (reply.status() != 200) {
      throw new IllegalStateException("GET picture: " + reply.status() + " " + reply.body());
    }
    List<String> units = new ArrayList<>();
    for (JsonNode unit : new JsonMapper().readTree(reply.body()).get("units")) {
      if (units.size() < count && unit.get("kind").asString().equals("AMBULANCE")) {
        units.add(unit.get("id").asString());
      }
    }
    return units;
  }

  void start() {
    shifts.forEach(shift -> threads.add(Thread.ofVirtual().start(shift)));
  }

  /** Lets each crew finish its job under way. */
  void stop() throws InterruptedException {
    stop.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Whether all are still at work; one that was refused something has stopped. */
  boolean allAtWork() {
    return threads.stream().allMatch(Thread::isAlive);
  }
}
