package se.dirigent.core.transport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.transport.mode.ModeAdvice;

/**
 * What is known when a command is decided.
 *
 * @param advice on the request the command leaves standing, or null when it needs none
 * @param others open orders of the same patient
 */
public record Circumstances(@Nullable ModeAdvice advice, List<Transport> others) {
  public Circumstances {
    others = List.copyOf(others);
  }

  /** For a command that needs neither. */
  public static Circumstances none() {
    return new Circumstances(null, List.of());
  }
}
