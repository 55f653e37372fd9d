package se.dirigent.app.twin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import se.dirigent.simulator.twin.Experiment;
import se.dirigent.simulator.twin.Findings;
import se.dirigent.simulator.twin.Scenario;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs of an experiment as a file, so that other machines may make them: each makes its part, and
 * one puts the parts together.
 *
 * @param of what experiment they are of: scenarios, days and seeds
 * @param runs in any order
 */
public record PartFile(String of, List<Experiment.Run> runs) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public PartFile {
    runs = List.copyOf(runs);
  }

  /** The runs of an experiment. */
  public static PartFile of(
      List<Scenario> scenarios, Experiment experiment, List<Experiment.Run> runs) {
    return new PartFile(name(scenarios, experiment), runs);
  }

  /** Writes the file whole or not at all. */
  public void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(folder, "part", ".tmp");
    Files.writeString(draft, JSON.writeValueAsString(this));
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * The runs of several files.
   *
   * @throws IllegalArgumentException when a file is of another experiment, or no such file
   */
  public static List<Experiment.Run> read(
      List<Path> files, List<Scenario> scenarios, Experiment experiment) throws IOException {
    List<Experiment.Run> runs = new ArrayList<>();
    for (Path file : files) {
      PartFile part;
      try {
        part = JSON.readValue(Files.readString(file), PartFile.class);
      } catch (JacksonException e) {
        throw new IllegalArgumentException(
            "%s holds no runs; give files that --part wrote".formatted(file), e);
      }
      if (!part.of().equals(name(scenarios, experiment))) {
        throw new IllegalArgumentException(
            "%s is of another experiment; give the same scenarios, days, replications and seed"
                .formatted(file));
      }
      runs.addAll(part.runs());
    }
    return runs;
  }

  /** Two experiments with the same name make the same runs. */
  private static String name(List<Scenario> scenarios, Experiment e) {
    String all =
        "%s days %d replications %d seed %d counted %d"
            .formatted(scenarios, e.days(), e.replications(), e.seed(), Findings.COUNTED);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
