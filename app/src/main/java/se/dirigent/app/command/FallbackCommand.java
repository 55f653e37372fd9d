package se.dirigent.app.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.fallback.Follower;
import se.dirigent.app.pack.Packs;
import se.dirigent.server.fallback.FallbackSettings;
import se.dirigent.server.fallback.SheetMaker;
import se.dirigent.server.platform.region.RegionPack;

/** Writes fallback sheets beside the service, on this machine or another. */
@Command(
    name = "fallback",
    description = {
      "Follow a service and write its regions' fallback sheets (page and PDF) to a folder.",
      "Goes on when the service or its database is gone, and says how old the picture is."
    })
final class FallbackCommand implements Callable<Integer> {
  /** How long a question to the service may take; sheets do not wait longer for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Mixin private final ServiceOptions.DataFolder data = new ServiceOptions.DataFolder();

  @Mixin private final ServiceOptions.Spoken service = new ServiceOptions.Spoken();

  @Mixin
  private final ServiceOptions.Served served = new ServiceOptions.Served("jamtland-harjedalen");

  @Mixin private final JsonReport report = new JsonReport();

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where to write, such as a memory stick (default: fallback in --data)")
  private @Nullable Path folder;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "From one sheet to the next, 10 to 3600 (default: ${DEFAULT-VALUE})")
  private int every;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "60",
      description = "Sheets kept of each region (default: ${DEFAULT-VALUE})")
  private int keep;

  @Option(
      names = "--language",
      paramLabel = "sv|en",
      defaultValue = "sv",
      description = "Language of the sheets (default: ${DEFAULT-VALUE})")
  private String language = "";

  @Option(names = "--once", description = "Write one sheet of each region and end")
  private boolean once;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "With --once: how long to wait for the service (default: ${DEFAULT-VALUE})")
  private int wait;

  @Option(names = "--drill", description = "Mark the sheets as a drill, in a folder of their own")
  private boolean drill;

  @Override
  public Integer call() throws InterruptedException {
    Duration turn = Duration.ofSeconds(every);
    Path where = folder != null ? folder : data.path().resolve("fallback");
    // Checked here, so that a slip is told before anything is written.
    var _ = new FallbackSettings(where, turn, keep, language);
    Packs packs = new Packs();
    List<RegionPack> all = packs.codes().stream().map(packs::get).toList();
    List<RegionPack> wanted = served.regions().stream().map(packs::get).toList();
    Follower.Order order = new Follower.Order(wanted, where, turn, keep, language, drill);
    PrintStream out = report.takesOutput() ? System.err : System.out;
    try (Follower follower = new Follower(this::client, order, all)) {
      return once ? once(follower, out) : follow(follower, out);
    }
  }

  private int once(Follower follower, PrintStream out) throws InterruptedException {
    boolean live =
        follower.once(Duration.ofSeconds(wait), written -> tell(written, out), System.err::println);
    report.write(reported(follower));
    if (!follower.heardAnything()) {
      System.err.println("The service told no picture: " + follower.trouble());
      System.err.println("Name another with --url, or its token with --token; older sheets stay.");
      return Exit.UNREACHABLE;
    }
    return live ? Exit.DONE : Exit.NOT_DONE;
  }

  private int follow(Follower follower, PrintStream out) throws InterruptedException {
    follower.run(
        written -> {
          tell(written, out);
          report.write(reported(follower));
        },
        System.err::println);
    return Exit.DONE;
  }

  private static Map<String, Object> reported(Follower follower) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sheets", follower.report());
    return map;
  }

  private static void tell(SheetMaker.Written written, PrintStream out) {
    out.printf(
        "%s  %s  picture of %s, %d s old, journal %d, %s%n",
        written.region(),
        written.html(),
        written.pictureAt(),
        written.age().toSeconds(),
        written.seq(),
        written.link());
    if (!written.pdfProblem().isEmpty()) {
      out.println("No PDF could be made: " + written.pdfProblem());
    }
    if (written.openToOthers()) {
      out.println("Other accounts can read it: guard the place it is kept.");
    }
  }

  private ServiceClient client() {
    return service.client(data, PATIENCE);
  }
}
