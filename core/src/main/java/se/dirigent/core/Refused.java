package se.dirigent.core;

import java.util.Map;

/**
 * A command that may not be carried out, or a value that cannot be: nothing has changed. The code
 * chooses the sentence the user reads, in the user's language, with what to do about it.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String code;
  private final String field;
  private final transient Map<String, String> values;

  /** What stands in the way, and so who can do something about it. */
  public enum Kind {
    /** A value that is malformed or cannot be: the sender mends it. */
    VALUE,
    /** Things are not as the command takes them to be: the sender looks again. */
    STATE,
    /** Nothing has the name that was given. */
    UNKNOWN
  }

  private Refused(Kind kind, String code, String field, Map<String, String> values) {
    super(code + (field.isEmpty() ? "" : " " + field) + " " + values);
    this.kind = kind;
    this.code = code;
    this.field = field;
    this.values = Map.copyOf(values);
  }

  /**
   * A refusal of a value.
   *
   * @param code what was wrong, for instance {@code shift.length}
   * @param field JSON name of the field at fault, or empty
   * @param values what the sentence names, by placeholder
   */
  public Refused(String code, String field, Map<String, String> values) {
    this(Kind.VALUE, code, field, values);
  }

  /** A refusal for the state of things, for instance {@code unit.busy}. */
  public static Refused state(String code, String field, Map<String, String> values) {
    return new Refused(Kind.STATE, code, field, values);
  }

  /**
   * A refusal of a name nothing has, for instance {@code unit.unknown}.
   *
   * @param values one of them the name itself
   */
  public static Refused unknown(String code, String field, Map<String, String> values) {
    return new Refused(Kind.UNKNOWN, code, field, values);
  }

  public Kind kind() {
    return kind;
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
