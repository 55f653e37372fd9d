package se.dirigent.app.exercise.begin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.masscasualty.EventFile;
import se.dirigent.app.study.StudyCommand;
import se.dirigent.core.Refused;

/**
 * Exercises begun from the page, each a service in a program of its own, one at a time. They end
 * with the service that began them. Safe for use by many threads.
 */
final class ExercisePrograms implements AutoCloseable {
  private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Enough for the event with two thousand casualties. */
  private static final String HEAP_MAX = "-Xmx2g";

  /** A service that closes its database takes some seconds. */
  private static final long STOP_SECONDS_MAX = 30;

  /** The last that a program says is what tells why it gave up. */
  private static final int LINES_KEPT = 12;

  /** What it says last of all when it can be used. */
  private static final String READY = "Stopp / stop";

  private final Path folder;
  private final String address;
  private @Nullable Running running;

  /** How far an exercise has come, as its program tells. */
  enum State {
    STARTING,
    RUNNING,
    STOPPED
  }

  /**
   * An exercise that was begun.
   *
   * @param port of its own service on the same machine
   * @param folder where its data is
   * @param said the last its program said, when it has stopped
   */
  record Begun(String name, State state, int port, String folder, String said) {}

  /**
   * @param folder in which each gets a folder of its own
   * @param address where its service listens
   */
  ExercisePrograms(Path folder, String address) {
    this.folder = folder;
    this.address = address;
  }

  private static final class Running {
    private final String name;
    private final int port;
    private final Path folder;
    private final Process process;
    private final Deque<String> said = new ArrayDeque<>();
    private boolean ready;

    Running(String name, int port, Path folder, Process process) {
      this.name = name;
      this.port = port;
      this.folder = folder;
      this.process = process;
      Thread.ofVirtual().name("exercise-reader").start(this::listen);
    }

    private void listen() {
      try (BufferedReader lines = process.errorReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          hear(line);
        }
      } catch (IOException ended) {
        // The program is gone; what it said until then is all there is.
      }
    }

    private synchronized void hear(String line) {
      ready |= line.startsWith(READY);
      if (said.size() == LINES_KEPT) {
        said.removeFirst();
      }
      said.addLast(line);
    }

    synchronized Begun told() {
      State state = !process.isAlive() ? State.STOPPED : ready ? State.RUNNING : State.STARTING;
      String last = state == State.STOPPED ? String.join("\n", said) : "";
      return new Begun(name, state, port, folder.toString(), last);
    }
  }

  /** The one that was begun last; null when none was. */
  synchronized @Nullable Begun begun() {
    return running == null ? null : running.told();
  }

  /**
   * Begins one that comes with the program.
   *
   * @param command whether command is played too
   * @throws Refused {@code exercise.unknown}, or {@code exercise.running} while one goes on
   */
  synchronized void begin(String name, boolean command) {
    if (!EventFile.ready().contains(name)) {
      throw Refused.unknown("exercise.unknown", "name", Map.of("name", name));
    }
    Running before = running;
    if (before != null && before.process.isAlive()) {
      throw Refused.state("exercise.running", "name", Map.of("name", before.name));
    }
    try {
      Path own =
          folder.resolve(name + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(FOLDER));
      Files.createDirectories(own.getParent());
      int port = freePort();
      List<String> words = new ArrayList<>(StudyCommand.program(HEAP_MAX));
      words.addAll(List.of("exercise", name, "--no-browser", "--data", own.toString()));
      words.addAll(List.of("--port", Integer.toString(port), "--address", address));
      words.addAll(List.of("--play", command ? "scene,hospitals,command" : "scene,hospitals"));
      Process process =
          new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      running = new Running(name, port, own, process);
    } catch (IOException e) {
      throw new UncheckedIOException("the exercise " + name + " cannot be started", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  /** Stops the one that goes on, and waits until it has. */
  synchronized void stop() {
    Running one = running;
    if (one == null) {
      return;
    }
    one.process.destroy();
    try {
      if (!one.process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        one.process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      one.process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
