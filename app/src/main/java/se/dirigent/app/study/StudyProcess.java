package se.dirigent.app.study;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A study in a program of its own, see {@link StudyCommand}. */
final class StudyProcess implements AutoCloseable {
  /** The last that a program says is what tells why it gave up. */
  private static final int LINES_KEPT = 12;

  private static final String WRITTEN = "written.json";
  private static final Pattern PROGRESS = Pattern.compile("(\\d+) of \\d+");
  private static final long STOP_SECONDS_MAX = 5;

  /** Exit values above this tell the signal that ended a program. */
  private static final int SIGNALLED = 128;

  private final Path folder;
  private final Process process;
  private final Thread reader;
  private final Deque<String> said = new ArrayDeque<>();
  private volatile int done;

  private StudyProcess(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
    this.reader = Thread.ofVirtual().name("study-reader").start(this::listen);
  }

  /** Starts a study. */
  static StudyProcess start(Study.Plan plan, int threads) throws IOException {
    return start(
        plan.scenarios(),
        List.of(
            "--progress",
            "--replications=" + plan.replications(),
            "--days=" + plan.days(),
            "--seed=" + plan.seed(),
            "--threads=" + threads));
  }

  /**
   * Starts making a film of one day of one run of a study.
   *
   * @param scenario from 0
   * @param run from 0
   * @param day from 1
   */
  static StudyProcess film(Study.Plan plan, int scenario, int run, int day) throws IOException {
    return start(
        List.of(plan.scenarios().get(scenario)),
        List.of(
            "--film=" + day,
            "--days=" + plan.days(),
            "--seed=" + (plan.seed() + run),
            "--threads=1"));
  }

  private static StudyProcess start(List<Study.Part> scenarios, List<String> options)
      throws IOException {
    Path folder = Files.createTempDirectory("dirigent-study");
    List<String> command = new ArrayList<>(StudyCommand.words());
    for (int s = 0; s < scenarios.size(); s++) {
      Path file = folder.resolve((s + 1) + ".yaml");
      Files.writeString(file, scenarios.get(s).text());
      command.add(file.toString());
    }
    command.addAll(options);
    command.add("--json=" + folder.resolve(WRITTEN));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    return new StudyProcess(folder, process);
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
    Matcher progress = PROGRESS.matcher(line);
    if (progress.matches()) {
      done = Integer.parseInt(progress.group(1));
      return;
    }
    if (said.size() == LINES_KEPT) {
      said.removeFirst();
    }
    said.addLast(line);
  }

  /** Runs done. */
  int done() {
    return done;
  }

  /** Waits for its end; false when it still runs after the time. */
  boolean ended(long millis) throws InterruptedException {
    boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
    if (ended) {
      reader.join();
    }
    return ended;
  }

  /** Whether it ended as it should. */
  boolean succeeded() {
    return process.exitValue() == 0 && Files.exists(folder.resolve(WRITTEN));
  }

  /** Whether the system or somebody on the machine ended it: that says nothing of the study. */
  boolean killed() {
    return process.exitValue() > SIGNALLED;
  }

  /** What it came to, as JSON. */
  byte[] written() throws IOException {
    return Files.readAllBytes(folder.resolve(WRITTEN));
  }

  /** What it last said on standard error. */
  synchronized String said() {
    return String.join("\n", said);
  }

  /** Ends it if it runs, and removes its folder. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
      remove();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be removed", e);
    }
  }

  private void remove() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
