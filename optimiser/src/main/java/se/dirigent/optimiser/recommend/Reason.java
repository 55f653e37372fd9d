package se.dirigent.optimiser.recommend;

import java.util.Map;

/**
 * One reason, for the page to put into words.
 *
 * @param code which sentence
 * @param values what the sentence names, by placeholder
 */
public record Reason(ReasonCode code, Map<String, String> values) {
  public Reason {
    values = Map.copyOf(values);
  }

  static Reason of(ReasonCode code) {
    return new Reason(code, Map.of());
  }

  static Reason of(ReasonCode code, String name, Object value) {
    return new Reason(code, Map.of(name, value.toString()));
  }
}
