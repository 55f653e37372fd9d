package se.dirigent.app.command;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import se.dirigent.server.DirigentServer;

/** A service started in this process. */
final class Service implements AutoCloseable {
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
      ConfigurableApplicationContext context = DirigentServer.start(properties, more);
      return new Service(context, sinceProgramStart());
    } catch (RuntimeException e) {
      Throwable cause = e;
      // The innermost failure says what is wrong; the outer ones say which bean met it.
      for (int depth = 0; cause.getCause() != null && depth < 50; depth++) {
        cause = cause.getCause();
      }
      err.println("Dirigent could not start: " + cause.getMessage());
      err.println("Run: dirigent doctor");
      return null;
    }
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

  /** The last line of a start, on standard error: standard output is for reports. */
  void sayReady(String url) {
    System.err.printf(
        "Dirigent: %s  (%.1f s, Ctrl-C avslutar / stops it)%n", url, startTime.toMillis() / 1000.0);
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
