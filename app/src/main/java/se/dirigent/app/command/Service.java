package se.dirigent.app.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import se.dirigent.server.DirigentServer;
import se.dirigent.server.platform.DatabaseSettings;
import se.dirigent.server.platform.postgres.EmbeddedPostgres;

/** A service started in this process. */
final class Service implements AutoCloseable {
  /** Property: the file of the log; without it the log goes to the console. */
  static final String LOG_FILE = "logging.file.name";

  /** Longer chains of causes are loops. */
  private static final int CAUSES_MAX = 50;

  private final ConfigurableApplicationContext context;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Duration startTime;

  private Service(ConfigurableApplicationContext context, Duration startTime) {
    this.context = context;
    this.startTime = startTime;
    context.addApplicationListener(
        (ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
  }

  /**
   * Starts it; returns null when it cannot start, having said why.
   *
   * @param err where to say it
   */
  static @Nullable Service start(
      Map<String, Object> properties, PrintStream err, Class<?>... more) {
    try {
      requireFreeFolder(properties);
      ConfigurableApplicationContext context = DirigentServer.start(properties, more);
      return new Service(context, sinceProgramStart());
    } catch (RuntimeException e) {
      err.println("Dirigent could not start: " + reason(e));
      if (properties.get(LOG_FILE) instanceof String log) {
        err.println("More in " + log);
      }
      err.println("Run: dirigent doctor");
      return null;
    }
  }

  /** A folder in use is refused before a line of this start enters its holder's log. */
  private static void requireFreeFolder(Map<String, Object> properties) {
    boolean embedded = !properties.containsKey(DatabaseSettings.URL);
    if (embedded && properties.get(DatabaseSettings.DATA) instanceof String data) {
      EmbeddedPostgres.requireFree(Path.of(data));
    }
  }

  /** The innermost failure says what is wrong; the outer ones say which bean met it. */
  private static String reason(RuntimeException failure) {
    Throwable cause = failure;
    for (int depth = 0; cause.getCause() != null && depth < CAUSES_MAX; depth++) {
      if (cause instanceof PortInUseException taken) {
        return "port %d is taken by another program. Give another with --port"
            .formatted(taken.getPort());
      }
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  private static Duration sinceProgramStart() {
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(start -> Duration.between(start, Instant.now()))
        .orElse(Duration.ZERO);
  }

  /** From the start of the program to the first request it could answer. */
  Duration startTime() {
    return startTime;
  }

  /**
   * What a person needs to know of a start, on standard error: standard output is for reports.
   *
   * @param more lines of the command's own, a word and what it is
   */
  void sayReady(String url, Map<String, String> more) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("Dirigent", "%s  (%.1f s)".formatted(url, startTime.toMillis() / 1000.0));
    lines.putAll(more);
    String log = context.getEnvironment().getProperty(LOG_FILE, "");
    if (!log.isEmpty()) {
      lines.put("Logg / log", log);
    }
    lines.put("Stopp / stop", "Ctrl-C");
    lines.forEach((word, what) -> System.err.printf("%-13s %s%n", word, what));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Waits until it is told to stop, by a signal to the process. */
  void awaitStop() throws InterruptedException {
    closed.await();
  }

  @Override
  public void close() {
    context.close();
  }
}
