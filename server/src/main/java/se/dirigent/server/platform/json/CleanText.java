package se.dirigent.server.platform.json;

import java.util.Map;
import se.dirigent.core.Refused;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads text, and refuses what no person types and no database or log should hold: control
 * characters and halves of surrogate pairs. Numbers are not taken for text.
 */
final class CleanText extends StdDeserializer<String> {

  CleanText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (String) context.handleUnexpectedToken(String.class, parser);
    }
    String text = parser.getString();
    if (text.codePoints().anyMatch(CleanText::unclean)) {
      throw new Refused("text.characters", "", Map.of());
    }
    return text;
  }

  private static boolean unclean(int c) {
    boolean lineBreak = c == '\n' || c == '\r' || c == '\t';
    return Character.isISOControl(c) && !lineBreak || Character.getType(c) == Character.SURROGATE;
  }
}
