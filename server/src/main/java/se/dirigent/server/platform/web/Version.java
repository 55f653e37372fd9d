package se.dirigent.server.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** The version of the program, as the build wrote it. */
@Component
public class Version {
  private final String number;

  public Version() {
    var properties = new Properties();
    try (InputStream stream = Version.class.getResourceAsStream("/version.properties")) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.number = properties.getProperty("version");
  }

  /** For instance {@code 0.1.0-SNAPSHOT}. */
  public String number() {
    return number;
  }
}
