package se.dirigent.benchmarks.durability;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A 112 call as another system hands it over. Everything in it is invented. */
public final class Intake {

  private Intake() {}

  /** JSON of an incident; the number varies its place and text. */
  public static String body(int number) {
    String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    return """
    {"source":"SOS_ALARM","callbackNumber":"+4670%07d",
     "location":{"address":"Testgatan %d","municipality":"2380",
      "position":{"lat":%.5f,"lon":%.5f},"quality":"ADDRESS"},
     "indexCode":"12A","description":"Synthetic call %d","priority":"1A",
     "times":{"answeredAt":"%s"},"threats":[]}\
    """
        .formatted(
            number % 10_000_000,
            number % 900,
            63.0 + (number % 100) * 0.004,
            14.4 + (number % 77) * 0.005,
            number,
            now);
  }
}
