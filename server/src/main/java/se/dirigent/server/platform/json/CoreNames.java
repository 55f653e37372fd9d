package se.dirigent.server.platform.json;

import java.util.function.Function;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.masscasualty.CasualtyId;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Identities of several parts, written as the one word people say. */
final class CoreNames extends SimpleModule {
  private static final long serialVersionUID = 1L;

  CoreNames() {
    super("dirigent-names");
    name(IncidentId.class, IncidentId::parse);
    name(AssignmentId.class, AssignmentId::parse);
    name(AlarmId.class, AlarmId::parse);
    name(CasualtyId.class, CasualtyId::parse);
  }

  private <T> void name(Class<T> type, Function<String, T> parse) {
    addSerializer(type, ToStringSerializer.instance);
    addDeserializer(type, new Name<>(type, parse));
  }

  private static final class Name<T> extends StdDeserializer<T> {
    private final transient Function<String, T> parse;

    Name(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (T) context.handleUnexpectedToken(_valueClass, parser);
      }
      return parse.apply(parser.getString());
    }
  }
}
