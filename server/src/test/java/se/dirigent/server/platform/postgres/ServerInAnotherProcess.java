package se.dirigent.server.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A JVM of its own that starts PostgreSQL, writes rows, and then waits to be killed. Prints the
 * process id of PostgreSQL and the number of rows committed, or the message of the refusal.
 */
final class ServerInAnotherProcess {

  private ServerInAnotherProcess() {}

  /** Arguments: the data folder, the number of rows to commit. */
  public static void main(String[] arguments) throws Exception {
    try {
      RunningPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
      Rows rows = new Rows(postgres);
      rows.add(Integer.parseInt(arguments[1]));
      System.out.println("started " + postgres.pid() + " " + rows.count());
      Thread.sleep(60_000);
    } catch (PostgresFailure e) {
      System.out.println("refused " + e.getMessage());
    }
  }

  /** Starts the JVM; its first line says what happened. */
  static Process start(Path dataFolder, int rows) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ServerInAnotherProcess.class.getName(),
                dataFolder.toString(),
                Integer.toString(rows)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The first line beginning with {@code started} or {@code refused}; others are log lines. */
  static String firstWord(Process process) throws IOException {
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("started ") || line.startsWith("refused ")) {
        return line;
      }
    }
    return "ended without a word";
  }
}
