package se.dirigent.benchmarks.durability;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills everything at random moments, a hundred times unless told otherwise. */
@Command(
    name = "kill-bench",
    mixinStandardHelpOptions = true,
    description = "kill -9 of server and PostgreSQL under load; nothing acknowledged may be lost")
public final class KillBench implements Callable<Integer> {

  @Option(names = "--rounds", defaultValue = "100", description = "kills (${DEFAULT-VALUE})")
  private int rounds;

  @Option(names = "--crews", defaultValue = "8", description = "crews at work (${DEFAULT-VALUE})")
  private int crews;

  @Option(names = "--seed", defaultValue = "1", description = "of the moments (${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--region", defaultValue = "jamtland-harjedalen")
  private String region = "";

  @Option(names = "--data", required = true, description = "an empty folder to work in")
  private Path data = Path.of("");

  /** Exit code 0 when every promise was kept, 1 when not. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new KillBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    KillRounds bench = new KillRounds(data, region, crews, new SplittableRandom(seed));
    Findings findings =
        bench.run(rounds, round -> System.err.printf("\rround %d of %d", round, rounds));
    System.err.println();
    System.out.println(findings.text());
    return findings.passed() ? 0 : 1;
  }
}
