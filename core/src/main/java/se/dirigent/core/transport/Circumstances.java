package se.dirigent.core.transport;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.transport.mode.ModeAdvice;

/**
 * What is known when a command is decided.
 *
 * @param advice on the request the command leaves standing, or null when it needs none
 * @param others open orders of the same patient
 * @param journey the legs that belong to the order, closed ones too
 * @param toAircraft from the patient's door to where the aircraft stands; zero when unknown
 */
public record Circumstances(
    @Nullable ModeAdvice advice,
    List<Transport> others,
    List<Transport> journey,
    Duration toAircraft) {
  public Circumstances {
    others = List.copyOf(others);
    journey = List.copyOf(journey);
  }

  /** For a command that no leg and no flight is part of. */
  public Circumstances(@Nullable ModeAdvice advice, List<Transport> others) {
    this(advice, others, List.of(), Duration.ZERO);
  }

  /** For a command that needs none of it. */
  public static Circumstances none() {
    return new Circumstances(null, List.of());
  }
}
