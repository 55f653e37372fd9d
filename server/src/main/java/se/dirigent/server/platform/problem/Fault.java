package se.dirigent.server.platform.problem;

import java.util.HashMap;
import java.util.Map;

/**
 * What went wrong, before it is put into words.
 *
 * @param status HTTP status
 * @param code key of the sentences in {@code problems_sv.properties} and {@code
 *     problems_en.properties}
 * @param field JSON path or name of the parameter or header at fault, or empty
 * @param values what the sentences name, by placeholder
 * @param headers response headers that belong to the status, for instance {@code Allow}
 */
public record Fault(
    int status,
    String code,
    String field,
    Map<String, String> values,
    Map<String, String> headers) {

  public Fault {
    values = Map.copyOf(values);
    headers = Map.copyOf(headers);
  }

  /** A fault in no particular field. */
  public static Fault of(int status, String code) {
    return new Fault(status, code, "", Map.of(), Map.of());
  }

  /** A fault in a field. */
  public static Fault in(String field, int status, String code, Map<String, String> values) {
    return new Fault(status, code, field, values, Map.of());
  }

  /** The same fault, with one more response header. */
  public Fault header(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Fault(status, code, field, values, more);
  }
}
