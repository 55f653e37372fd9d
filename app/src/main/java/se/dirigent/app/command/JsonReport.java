package se.dirigent.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The option that every command has: a report for programs. */
final class JsonReport {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the report as JSON to a file, or to standard output with -")
  private String file = "";

  boolean wanted() {
    return !file.isEmpty();
  }

  /** Whether standard output is taken by the report, so that text for people must stay away. */
  boolean takesOutput() {
    return file.equals("-");
  }

  /** Writes the report if one is wanted. */
  void write(Object report) {
    if (!wanted()) {
      return;
    }
    String text = JSON.writeValueAsString(report) + System.lineSeparator();
    try {
      if (takesOutput()) {
        System.out.print(text);
        System.out.flush();
      } else {
        Files.writeString(Path.of(file), text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("--json " + file + " cannot be written", e);
    }
  }
}
