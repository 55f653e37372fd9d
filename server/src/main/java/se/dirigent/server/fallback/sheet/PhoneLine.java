package se.dirigent.server.fallback.sheet;

import se.dirigent.core.Texts;

/**
 * A line of the phone list.
 *
 * @param of what it is the number of
 * @param id of the unit, facility, station or region; empty for others
 * @param name as people say it; empty where the id gives it
 * @param phone the number, or empty when nobody has told it: never guessed
 * @param radio radio identity, or empty
 * @param source who says so, or empty
 */
public record PhoneLine(Of of, String id, String name, String phone, String radio, String source) {
  /** What has a number; the order of the list. */
  public enum Of {
    NATIONAL,
    FACILITY,
    REGION,
    STATION,
    UNIT,
    OTHER
  }

  public PhoneLine {
    id = Texts.optional("id", id, 64);
    name = Texts.optional("name", name, 120);
    phone = Texts.optional("phone", phone, 40);
    radio = Texts.optional("radio", radio, 40);
    source = Texts.optional("source", source, 120);
  }

  PhoneLine named(String ownName) {
    return name.isEmpty() ? new PhoneLine(of, id, ownName, phone, radio, source) : this;
  }
}
