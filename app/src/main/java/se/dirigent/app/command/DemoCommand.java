package se.dirigent.app.command;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.dirigent.app.demo.Automatic;
import se.dirigent.app.demo.DemoConfiguration;
import se.dirigent.app.demo.DemoControls;
import se.dirigent.app.demo.Driver;
import se.dirigent.app.exercise.begin.BeginConfiguration;
import se.dirigent.app.study.StudyConfiguration;
import se.dirigent.server.identity.account.DemoUsers;

/** Starts the service and a living region: simulated callers and crews, persons at the page. */
@Command(
    name = "demo",
    description = "Start a living region: simulated callers and crews, and you at the page.")
final class DemoCommand implements Callable<Integer> {
  /** A fast clock takes over a minute for four hours, and nobody waits longer. */
  private static final int HEAD_START_MAX = 240;

  @Mixin private final ServiceOptions options = new ServiceOptions();
  @Mixin private final PlayedOptions living = new PlayedOptions();
  @Mixin private final JsonReport report = new JsonReport();

  @Option(
      names = "--automatic",
      defaultValue = "unclaimed:60",
      paramLabel = "off|all|unclaimed:SECONDS",
      description = {"Which incidents are dispatched without a person (default: ${DEFAULT-VALUE})"})
  private String automatic = "";

  @Option(
      names = "--head-start",
      paramLabel = "MINUTES",
      defaultValue = "60",
      description = {
        "How much of a shift is behind you when you come in, 0 to 240 (default: 60);",
        "a new demo begins so far back in time and is run fast until now"
      })
  private int headStart;

  @Override
  public Integer call() throws InterruptedException, IOException {
    Automatic.parse(automatic);
    living.require();
    if (headStart < 0 || headStart > HEAD_START_MAX) {
      throw new IllegalArgumentException("head start is " + headStart + "; give 0 to 240 minutes");
    }
    String token = PlayedService.secret();
    try (Service service =
        Service.start(
            properties(token),
            System.err,
            DemoConfiguration.class,
            StudyConfiguration.class,
            BeginConfiguration.class)) {
      if (service == null) {
        return Exit.START_FAILED;
      }
      PlayedService.writeAccess(options, token);
      List<Driver> drivers = new ArrayList<>();
      try {
        PlayedService.play(service, options, token, living, drivers);
        announce(service);
        DemoControls controls = service.bean(DemoControls.class);
        if (!controls.headStart().isZero()) {
          controls.catchUp(InstantSource.system());
        }
        service.awaitStop();
      } finally {
        drivers.forEach(Driver::close);
      }
    }
    return Exit.DONE;
  }

  private void announce(Service service) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("url", options.url());
    said.put("regions", options.regions());
    said.put("seed", living.seed());
    said.put("speed", living.speed());
    said.put("automatic", automatic);
    said.put("startSeconds", service.startTime().toMillis() / 1000.0);
    report.write(said);
    service.sayReady(options.url(), lines(service));
    if (options.browser()) {
      Browser.open(options.url());
    }
  }

  private static Map<String, String> lines(Service service) {
    Map<String, String> lines = new LinkedHashMap<>();
    String password = service.bean(DemoUsers.class).password();
    lines.put("Logga in", "demo.dirigent, lösenord / password " + password);
    long minutes = service.bean(DemoControls.class).headStart().toMinutes();
    if (minutes > 0) {
      lines.put(
          "Klockan",
          "börjar %d min tillbaka och spolas fram / starts %d min back and is run fast"
              .formatted(minutes, minutes));
    }
    return lines;
  }

  private Map<String, Object> properties(String token) {
    Map<String, Object> properties =
        PlayedService.properties(options, token, living.speed(), automatic);
    properties.put(DemoConfiguration.HEAD_START, headStart);
    return properties;
  }
}
