package se.dirigent.benchmarks.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import se.dirigent.app.study.StudyCommand;

/** A study that runs until it is closed, started as the service starts one. */
final class StudyBeside implements AutoCloseable {
  private static final int STOP_SECONDS_MAX = 10;

  private final Process process;

  private StudyBeside(Process process) {
    this.process = process;
  }

  /**
   * Starts a study.
   *
   * @param scenario one that comes with the program
   */
  static StudyBeside start(String scenario) throws IOException {
    List<String> command = new ArrayList<>(StudyCommand.words());
    command.addAll(
        List.of(
            scenario, "--replications=10000", "--days=28", "--threads=" + StudyCommand.threads()));
    return new StudyBeside(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** A study that has ended measures nothing. */
  void requireRunning() {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "the study ended with %d before the measurement; give another scenario"
              .formatted(process.exitValue()));
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try {
      process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
