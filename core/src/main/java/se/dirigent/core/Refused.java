package se.dirigent.core;

import java.util.Map;

/**
 * A command that may not be carried out, or a value that cannot be: nothing has changed. The code
 * chooses the sentence the user reads, in the user's language, with what to do about it.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String field;
  private final transient Map<String, String> values;

  /**
   * @param code what was wrong, for instance {@code unit.busy}
   * @param field JSON name of the field at fault, or empty
   * @param values what the sentence names, by placeholder
   */
  public Refused(String code, String field, Map<String, String> values) {
    super(code + (field.isEmpty() ? "" : " " + field) + " " + values);
    this.code = code;
    this.field = field;
    this.values = Map.copyOf(values);
  }

  public String code() {
    return code;
  }

  public String field() {
    return field;
  }

  public Map<String, String> values() {
    return values;
  }
}
