package se.dirigent.benchmarks.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.dirigent.benchmarks.service.RegionClient;
import se.dirigent.benchmarks.service.ServerProcess;

/**
 * Cuts the power of the disk the data folder is on, at random moments under load. With {@code
 * --without-fsync} PostgreSQL is made to skip its flushes, by a script in place of its program, for
 * the server itself cannot be told to; the bench must then find losses, or it could not have found
 * them with flushes either.
 */
@Command(
    name = "power-cut-bench",
    mixinStandardHelpOptions = true,
    description = "simulated power cuts under load; needs root, loop devices and xfs_io (xfsprogs)")
public final class PowerCutBench implements Callable<Integer> {

  private static final long DISK_BYTES = 3L << 30;

  @Option(names = "--rounds", defaultValue = "50", description = "power cuts (${DEFAULT-VALUE})")
  private int rounds;

  @Option(names = "--crews", defaultValue = "8", description = "crews at work (${DEFAULT-VALUE})")
  private int crews;

  @Option(names = "--seed", defaultValue = "1", description = "of the moments (${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--region", defaultValue = "jamtland-harjedalen")
  private String region = "";

  @Option(names = "--without-fsync", description = "prove that the bench can find a loss")
  private boolean withoutFsync;

  @Option(names = "--data", required = true, description = "an empty folder to work in")
  private Path folder = Path.of("");

  private final Findings findings = new Findings();

  /** Exit code 0 when every promise was kept, 1 when not. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PowerCutBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(folder);
    RandomGenerator random = new SplittableRandom(seed);
    List<Promise> promises = new ArrayList<>();
    try (LoopFilesystem disk = LoopFilesystem.create(folder.toAbsolutePath(), DISK_BYTES)) {
      Path data = disk.mountPoint().resolve("data");
      Files.createDirectories(data);
      ServerProcess server = start(data);
      try {
        for (int round = 0; round < rounds && findings.passed(); round++) {
          promises.addAll(oneRound(disk, server, data, random, round));
          findings.count("power cuts", round + 1);
          System.err.printf("\rcut %d of %d", round + 1, rounds);
        }
      } finally {
        server.close();
        processes(server.postgres()).forEach(ProcessHandle::destroyForcibly);
      }
      findings.count("acknowledged commands", promises.size());
    }
    System.err.println();
    System.out.println(findings.text());
    return findings.passed() ? 0 : 1;
  }

  private ServerProcess start(Path data) throws IOException, InterruptedException {
    Path log = folder.toAbsolutePath().resolve("server.log");
    ServerProcess server =
        ServerProcess.start(
            data, region, log, List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    server.awaitHealthy();
    if (withoutFsync) {
      server.close();
      skipFlushes(data);
      server.restart();
      server.awaitHealthy();
    }
    return server;
  }

  /** Load, cut, restart, and every promise of the round put to the server and the database. */
  private List<Promise> oneRound(
      LoopFilesystem disk, ServerProcess server, Path data, RandomGenerator random, int round)
      throws Exception {
    RegionClient client = server.client();
    Ledger ledger = new Ledger(client);
    Crews load = new Crews(ledger, client, crews, "cut" + round);
    load.start();
    Thread.sleep(random.nextInt(300, 2_500));
    disk.cut();
    List<ProcessHandle> postgres = processes(server.postgres());
    server.kill();
    postgres.forEach(ProcessHandle::destroyForcibly);
    ledger.nextRound();
    disk.unmount();
    disk.mount();
    check(server, ledger, load, data);
    return ledger.promises();
  }

  private void check(ServerProcess server, Ledger ledger, Crews load, Path data) throws Exception {
    try {
      server.restart();
      server.awaitHealthy();
    } catch (IllegalStateException e) {
      findings.broken(List.of("the server does not start after the cut: " + e.getMessage()));
      server.kill();
      return;
    }
    load.stop();
    ledger.repeat(ledger.promises());
    findings.broken(ledger.broken());
    findings.broken(Verification.ask(server.client()).findings("after the cut"));
    findings.broken(new JournalAudit(data, region).lost(ledger.promises()));
  }

  private static List<ProcessHandle> processes(Optional<ProcessHandle> postmaster) {
    List<ProcessHandle> all = new ArrayList<>();
    postmaster.ifPresent(root -> {
      all.add(root);
      root.descendants().forEach(all::add);
    });
    return all;
  }

  /** Puts a script before PostgreSQL's program. */
  private static void skipFlushes(Path data) throws IOException {
    Path program;
    try (var found =
        Files.find(data.resolve("postgres"), 3, (p, a) -> p.endsWith("bin/postgres"))) {
      program = found.findFirst().orElseThrow();
    }
    Path real = program.resolveSibling("postgres.real");
    Files.move(program, real, StandardCopyOption.ATOMIC_MOVE);
    Files.writeString(program, "#!/bin/sh\nexec \"$0.real\" \"$@\" -c fsync=off\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
