package se.dirigent.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.dirigent.app.exercise.begin.BeginConfiguration;
import se.dirigent.app.study.StudyConfiguration;
import se.dirigent.server.platform.region.Regions;

/** Starts the service for real use: no simulated crews, no demo users. */
@Command(name = "serve", description = "Start the service for one or more regions.")
final class ServeCommand implements Callable<Integer> {
  @Mixin private final ServiceOptions options = new ServiceOptions();
  @Mixin private final JsonReport report = new JsonReport();

  @Option(
      names = "--drill",
      description = "Everything here is practice: the page and the sheets say so everywhere")
  private boolean drill;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, Object> properties = options.properties("");
    if (drill) {
      properties.put(Regions.DRILL, "all");
    }
    try (Service service =
        Service.start(properties, System.err, StudyConfiguration.class, BeginConfiguration.class)) {
      if (service == null) {
        return Exit.START_FAILED;
      }
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("url", options.url());
      said.put("regions", options.regions());
      said.put("startSeconds", service.startTime().toMillis() / 1000.0);
      report.write(said);
      service.sayReady(options.url(), Map.of());
      if (options.browser()) {
        Browser.open(options.url());
      }
      service.awaitStop();
    }
    return Exit.DONE;
  }
}
