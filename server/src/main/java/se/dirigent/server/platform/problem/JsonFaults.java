package se.dirigent.server.platform.problem;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.converter.HttpMessageNotReadableException;
import se.dirigent.core.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells what is wrong with a JSON body: where, and what was expected there. */
final class JsonFaults {
  private static final Pattern NUMBER = Pattern.compile("\\((-?[0-9.eE+]{1,40})\\)");

  /** What a fault of no single field is said of: a message must name something. */
  private static final String BODY = "body";

  private JsonFaults() {}

  static Fault of(HttpMessageNotReadableException error) {
    JacksonException outermost = null;
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof RequestRefused refused) {
        return refused.fault();
      }
      if (cause instanceof Refused refused) {
        String path = outermost == null ? "" : path(outermost.getPath());
        return Faults.ofRefused(refused, join(path, refused.field()), "");
      }
      if (cause instanceof JacksonException json && outermost == null) {
        outermost = json;
      }
    }
    return outermost == null ? Fault.in(BODY, 400, "body.missing", Map.of()) : ofJackson(outermost);
  }

  private static Fault ofJackson(JacksonException error) {
    String path = error.getPath().isEmpty() ? BODY : path(error.getPath());
    return switch (error) {
      case UnrecognizedPropertyException unknown ->
          Fault.in(path, 422, "json.unknownField", Map.of("allowed", allowed(unknown)));
      case InvalidNullException missing -> Fault.in(path, 422, "json.missingField", Map.of());
      case InvalidFormatException format ->
          Fault.in(
              path,
              422,
              "json.value",
              Map.of(
                  "value", String.valueOf(format.getValue()),
                  "type", expected(format.getTargetType())));
      case MismatchedInputException mismatch -> ofMismatch(mismatch, path);
      case StreamConstraintsException limits -> Fault.of(400, "json.limits");
      case InputCoercionException number -> ofNumber(number, path);
      case StreamReadException malformed -> ofMalformed(malformed);
      default -> Fault.in(path, 422, "json.type", Map.of("type", "JSON"));
    };
  }

  private static Fault ofMismatch(MismatchedInputException error, String path) {
    // Jackson has no type of its own for a body without a single token.
    if (path.equals(BODY) && String.valueOf(error.getMessage()).startsWith("No content")) {
      return Fault.in(BODY, 400, "body.missing", Map.of());
    }
    return Fault.in(path, 422, "json.type", Map.of("type", expected(error.getTargetType())));
  }

  /** Good JSON, but a number that its field has no room for. */
  private static Fault ofNumber(InputCoercionException error, String path) {
    Map<String, String> values =
        Map.of("value", digits(error), "type", expected(error.getTargetType()));
    return Fault.in(path, 422, "json.value", values);
  }

  /** Jackson tells the number only in its words: {@code Numeric value (99999999999) out of …}. */
  private static String digits(InputCoercionException error) {
    Matcher number = NUMBER.matcher(String.valueOf(error.getMessage()));
    return number.find() ? number.group(1) : "?";
  }

  private static Fault ofMalformed(StreamReadException error) {
    TokenStreamLocation at = error.getLocation();
    return new Fault(
        400,
        "json.malformed",
        BODY,
        Map.of(
            "line", at == null ? "?" : String.valueOf(at.getLineNr()),
            "column", at == null ? "?" : String.valueOf(at.getColumnNr())),
        Map.of());
  }

  private static String allowed(UnrecognizedPropertyException error) {
    var known = error.getKnownPropertyIds();
    return known == null
        ? ""
        : String.join(", ", known.stream().map(String::valueOf).sorted().toList());
  }

  /** The expected type in the words of JSON; the names of an enumeration are listed. */
  private static String expected(@org.jspecify.annotations.Nullable Class<?> type) {
    if (type == null) {
      return "JSON";
    }
    if (type.isEnum()) {
      return String.join(
          " | ", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "[…]";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true | false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return type == double.class || type == Double.class ? "1.5" : "1";
    }
    if (type == Instant.class) {
      return "\"2026-11-22T14:00:00Z\"";
    }
    return CharSequence.class.isAssignableFrom(type) ? "\"…\"" : "{…}";
  }

  private static String join(String path, String field) {
    boolean same = path.equals(field) || path.endsWith("." + field);
    if (path.isEmpty() || field.isEmpty() || same) {
      return path.isEmpty() ? field : path;
    }
    return path + "." + field;
  }

  private static String path(List<JacksonException.Reference> references) {
    var path = new StringBuilder();
    for (JacksonException.Reference reference : references) {
      if (reference.getPropertyName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
      }
    }
    return path.toString();
  }
}
