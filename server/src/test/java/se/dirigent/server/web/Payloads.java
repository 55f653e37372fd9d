package se.dirigent.server.web;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import tools.jackson.databind.json.JsonMapper;

/** What people and programs send by mistake or in malice. */
final class Payloads {
  static final List<String> MEDIA_TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "application/json;charset=utf-16",
          "application/json;charset=none",
          "application/cbor",
          "nonsense",
          "*/*");

  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "null",
          "-1",
          "0",
          "99999999999999999999",
          "1e400",
          "NaN",
          "x".repeat(5000),
          "'; drop table incident; --",
          "<script>alert(1)</script>",
          "${jndi:ldap://localhost/x}",
          "../../../../etc/passwd",
          "a\u0000b",
          "a\u0007b\u001b[31m",
          "\u202Egnirts",
          "\uFEFFtext",
          "åäö ÅÄÖ 𝕏 🚑 e\u0301\u0301\u0301",
          "٣٤٥",
          "%s%n%x {0} #{1} $1 \\",
          "2026-11-22",
          "+999999999-12-31T23:59:59Z",
          "0000-00-00T00:00:00Z");

  static final List<String> PATH_VALUES =
      List.of(
          "%00",
          "%0a",
          "%2e%2e",
          "%2F",
          "%252F",
          "%FF",
          "%C0%AF",
          "%ED%A0%80",
          "..",
          ";x=1",
          "%20",
          "%27%20or%201=1",
          "a".repeat(3000),
          "-1",
          "99999999999999999999",
          "%F0%9F%9A%91",
          "a:b:c:d:e",
          ":::",
          "%25");

  static final List<Map.Entry<String, String>> HEADERS =
      List.of(
          Map.entry("Command-Id", "x"),
          Map.entry("Command-Id", " "),
          Map.entry("Command-Id", "0".repeat(4000)),
          Map.entry("Accept", "text/html"),
          Map.entry("Accept", "nonsense"),
          Map.entry("Accept", "image/png;q=2"),
          Map.entry("Accept-Language", ";;;==,,"),
          Map.entry("Accept-Language", "x".repeat(3000)),
          Map.entry("Accept-Encoding", "nonsense"),
          Map.entry("Cookie", "SESSION=%%%; XSRF-TOKEN="),
          Map.entry("Range", "bytes=9-1"),
          Map.entry("If-None-Match", "\""),
          Map.entry("Last-Event-ID", "not-a-number"),
          Map.entry("Last-Event-ID", "99999999999999999999"),
          Map.entry("X-Forwarded-For", "'"),
          Map.entry("Authorization", "Bearer"),
          Map.entry("Authorization", "Bearer " + "x".repeat(3000)),
          Map.entry("Authorization", "Basic eDp4"));

  private static final JsonMapper JSON = new JsonMapper();

  private Payloads() {}

  /** A value and what to call it. */
  record Named<T>(String name, T value) {}

  /**
   * A body that is right but for one field.
   *
   * @param mustFail whether no server may take it
   */
  record Mutation(String name, String field, String body, boolean mustFail) {}

  /** Bodies that are wrong whatever the endpoint. */
  static List<Named<byte[]>> bodies() {
    List<Named<byte[]>> all = new ArrayList<>();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("nothing", "");
    texts.put("empty object", "{}");
    texts.put("half an object", "{\"a\":");
    texts.put("null", "null");
    texts.put("number", "1");
    texts.put("string", "\"x\"");
    texts.put("list of nonsense", "[1,null,{}]");
    texts.put("list of null", "[null]");
    texts.put("trailing", "{} {}");
    texts.put("unknown field", "{\"noSuchField\":1}");
    texts.put("same field twice", "{\"noSuchField\":1,\"noSuchField\":1}");
    texts.put("deep lists", "[".repeat(20_000));
    texts.put("deep objects", "{\"a\":".repeat(9_000));
    texts.put("huge number", "{\"noSuchField\":" + "9".repeat(50_000) + "}");
    texts.put("huge exponent", "{\"noSuchField\":1e999999999}");
    texts.put("long name", "{\"" + "n".repeat(60_000) + "\":1}");
    texts.put("comment", "/* {} */ {}");
    texts.put("byte order mark", "\uFEFF{\"noSuchField\":1}");
    texts.put("zeros", "\u0000".repeat(100));
    texts.put("2 MB", "[\"" + "x".repeat(2_000_000) + "\"]");
    texts.forEach(
        (name, text) -> all.add(new Named<>(name, text.getBytes(StandardCharsets.UTF_8))));
    byte[] invalid = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
    all.add(new Named<>("invalid UTF-8", invalid));
    all.add(new Named<>("UTF-16", "{\"noSuchField\":1}".getBytes(StandardCharsets.UTF_16)));
    return all;
  }

  /** The handler's body with each field in turn given each wrong value. */
  static List<Mutation> mutations(Method handler) {
    Parameter body =
        Arrays.stream(handler.getParameters())
            .filter(it -> it.isAnnotationPresent(RequestBody.class))
            .findAny()
            .orElseThrow();
    Type type = body.getParameterizedType();
    List<Mutation> mutations = new ArrayList<>();
    if (type instanceof Class<?> raw && raw.isRecord()) {
      Object plausible = plausible(raw, 0);
      for (RecordComponent component : raw.getRecordComponents()) {
        mutate(component, plausible, mutations);
      }
    }
    return mutations;
  }

  @SuppressWarnings("unchecked")
  private static void mutate(
      RecordComponent component, @Nullable Object plausible, List<Mutation> mutations) {
    if (!(plausible instanceof Map)) {
      return;
    }
    String name = component.getName();
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("null", "\u0000null");
    values.put("object", Map.of("noSuchField", 1));
    values.put("list", List.of(List.of(1)));
    values.put("fraction", 1.5);
    values.put("huge", 1e300);
    values.put("boolean", true);
    TEXTS.forEach(text -> values.put("text " + text, text));
    values.forEach((kind, value) -> {
      Map<String, Object> changed = new LinkedHashMap<>((Map<String, Object>) plausible);
      boolean isNull = value.equals("\u0000null");
      changed.put(name, isNull ? null : value);
      boolean mustFail = kind.equals("object") || isNull && !nullable;
      mutations.add(
          new Mutation(name + "=" + kind, name, JSON.writeValueAsString(changed), mustFail));
    });
    Map<String, Object> without = new LinkedHashMap<>((Map<String, Object>) plausible);
    without.remove(name);
    mutations.add(
        new Mutation(name + " left out", name, JSON.writeValueAsString(without), !nullable));
  }

  /** A value of the type that might be right; nested at most five deep. */
  private static @Nullable Object plausible(Type type, int depth) {
    if (depth > 5) {
      return null;
    }
    if (type instanceof ParameterizedType generic) {
      boolean list = Collection.class.isAssignableFrom((Class<?>) generic.getRawType());
      return list ? listOf(generic.getActualTypeArguments()[0], depth) : Map.of();
    }
    if (!(type instanceof Class<?> raw)) {
      return null;
    }
    if (raw == Position.class) {
      return Map.of("lat", 63.18, "lon", 14.64);
    }
    if (raw == RegionCode.class) {
      return LiveServer.OWN;
    }
    if (raw.isRecord()) {
      return ofRecord(raw, depth);
    }
    return raw.isEnum() ? raw.getEnumConstants()[0].toString() : scalar(raw);
  }

  private static List<Object> listOf(Type element, int depth) {
    Object value = plausible(element, depth + 1);
    return value == null ? List.of() : List.of(value);
  }

  private static Object ofRecord(Class<?> raw, int depth) {
    RecordComponent[] components = raw.getRecordComponents();
    if (components.length == 1 && components[0].getName().equals("value")) {
      Object value = plausible(components[0].getType(), depth + 1);
      return value == null ? "x" : value;
    }
    boolean parsed = Arrays.stream(raw.getMethods()).anyMatch(it -> it.getName().equals("parse"));
    if (parsed) {
      return raw == AlarmId.class ? "UNASSIGNED:none:none:1" : "none:none:1";
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : components) {
      boolean time = component.getType() == Instant.class;
      // One after the other, as most records want their times.
      Object value =
          time
              ? "2026-11-22T12:%02d:00Z".formatted(fields.size())
              : plausible(component.getGenericType(), depth + 1);
      if (value != null) {
        fields.put(component.getName(), value);
      }
    }
    return fields;
  }

  private static @Nullable Object scalar(Class<?> raw) {
    if (raw == String.class) {
      return "Provtext";
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return true;
    }
    if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
      return 1;
    }
    if (raw == Instant.class) {
      return "2026-11-22T12:00:00Z";
    }
    if (raw == LocalDate.class) {
      return "2026-11-22";
    }
    if (raw == Duration.class) {
      return "PT10M";
    }
    return raw == UUID.class ? "00000000-0000-4000-8000-000000000000" : null;
  }
}
