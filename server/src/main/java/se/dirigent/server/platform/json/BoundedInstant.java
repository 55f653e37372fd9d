package se.dirigent.server.platform.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import se.dirigent.core.Refused;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads an instant in ISO 8601 with its offset, between the years 1900 and 2200: PostgreSQL cannot
 * hold all that Java can, and nothing we keep happened outside. Numbers are refused, for nobody
 * knows whether they are seconds or milliseconds.
 */
public final class BoundedInstant extends StdDeserializer<Instant> {
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /** Longest text that can be an instant: nanoseconds and an offset with seconds. */
  private static final int LENGTH_MAX = 40;

  BoundedInstant() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (Instant) context.handleUnexpectedToken(Instant.class, parser);
    }
    return parse(parser.getString());
  }

  /**
   * Reads an instant.
   *
   * @throws Refused {@code time.form} or {@code time.range}
   */
  public static Instant parse(String text) {
    Instant instant;
    try {
      if (text.length() > LENGTH_MAX) {
        throw new DateTimeException("too long");
      }
      instant = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw new Refused("time.form", "", Map.of("value", text));
    }
    if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
      throw new Refused("time.range", "", Map.of("value", text));
    }
    return instant;
  }
}
