package se.dirigent.app.twin;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.dirigent.simulator.twin.Scenario;

/** A folder where tests write scenarios. */
record ScenarioFolder(Path path) {
  String write(String name, String text) throws IOException {
    return Files.writeString(path.resolve(name), text).toString();
  }

  Scenario read(String text) throws IOException {
    return new ScenarioFile().read(write("s.yaml", text));
  }

  /** What is said of a text that cannot be used, without the folder. */
  String refused(String text) {
    ScenarioRefused refused = assertThrows(ScenarioRefused.class, () -> read(text));
    return String.valueOf(refused.getMessage()).replace(path + "/", "");
  }
}
