package se.dirigent.benchmarks.durability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import se.dirigent.benchmarks.service.RegionClient;
import se.dirigent.benchmarks.service.ServerProcess;

/**
 * Kill -9 of the server, of PostgreSQL, of its backends or of everything, at random moments under
 * load; after each, every promise of the round is put to the server again.
 */
public final class KillRounds {

  /** What is killed. */
  enum Target {
    SERVER,
    POSTMASTER,
    POSTGRES_WHOLE,
    EVERYTHING
  }

  private static final int VERIFIED_EVERY = 5;
  private static final int LULL_MILLIS_MIN = 100;
  private static final int LULL_MILLIS_MAX = 1_500;

  private final Path data;
  private final String region;
  private final int crews;
  private final RandomGenerator random;
  private final Findings findings = new Findings();
  private final List<Duration> serverStarts = new ArrayList<>();
  private final Map<Target, Integer> kills = new EnumMap<>(Target.class);

  /**
   * @param data an empty or missing folder that PostgreSQL's account can reach
   * @param region code of a region with a pack
   * @param crews how many work at once
   * @param random chooses moment and target
   */
  public KillRounds(Path data, String region, int crews, RandomGenerator random) {
    this.data = data;
    this.region = region;
    this.crews = crews;
    this.random = random;
  }

  /**
   * Runs the rounds.
   *
   * @param progress told the number of each round when it is done
   */
  public Findings run(int rounds, IntConsumer progress) throws Exception {
    Files.createDirectories(data);
    Path log = data.resolveSibling(data.getFileName() + ".log");
    try (ServerProcess server =
        ServerProcess.start(
            data,
            region,
            log,
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))) {
      server.awaitHealthy();
      RegionClient client = server.client();
      Ledger ledger = new Ledger(client);
      Crews load = new Crews(ledger, client, crews, "kill");
      load.start();
      for (int round = 0; round < rounds; round++) {
        oneRound(server, ledger);
        // The journal grows with every round, and all of it is read each time.
        if (round % VERIFIED_EVERY == 0) {
          requireChain(client, "after round " + round);
        }
        progress.accept(round + 1);
        if (!load.allAtWork()) {
          break;
        }
      }
      load.stop();
      settle(ledger, client, rounds);
    }
    return findings;
  }

  private void oneRound(ServerProcess server, Ledger ledger) throws InterruptedException {
    Thread.sleep(random.nextInt(LULL_MILLIS_MIN, LULL_MILLIS_MAX));
    Target target = Target.values()[random.nextInt(Target.values().length)];
    kills.merge(target, 1, Integer::sum);
    switch (target) {
      case SERVER -> server.kill();
      case POSTMASTER -> server.killPostgres(false);
      case POSTGRES_WHOLE -> server.killPostgres(true);
      case EVERYTHING -> {
        server.kill();
        server.killPostgres(true);
      }
    }
    int round = ledger.nextRound();
    if (!server.isAlive()) {
      server.restart();
      serverStarts.add(server.awaitHealthy());
    }
    ledger.repeat(ledger.promisesOf(round));
  }

  private void settle(Ledger ledger, RegionClient client, int rounds) throws Exception {
    List<Promise> promises = ledger.promises();
    findings.count("rounds", rounds);
    findings.count("kills", kills);
    findings.count("acknowledged commands", promises.size());
    findings.count("tries without an answer", ledger.retries());
    findings.count("repeated at the end", ledger.repeat(promises));
    findings.broken(ledger.broken());
    requireChain(client, "at the end");
    findings.broken(new JournalAudit(data, region).findings(promises));
    serverStarts.sort(null);
    if (!serverStarts.isEmpty()) {
      findings.count(
          "server start, median ms", serverStarts.get(serverStarts.size() / 2).toMillis());
      findings.count("server start, longest ms", serverStarts.getLast().toMillis());
    }
  }

  private void requireChain(RegionClient client, String when) throws Exception {
    Verification verification = Verification.ask(client);
    findings.count("journal entries verified", verification.entries());
    findings.broken(verification.findings(when));
  }
}
