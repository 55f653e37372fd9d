package se.dirigent.app.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value in a JSON file with the way to it, so that whatever is wrong is said with file, field,
 * value and remedy. Comments, names without quotation marks and a last comma are allowed: people
 * write these files.
 */
final class Field {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:h](\\d{2})");
  private static final int MINUTES_AN_HOUR = 60;

  private final String file;
  private final String path;
  private final JsonNode value;

  private Field(String file, String path, JsonNode value) {
    this.file = file;
    this.path = path;
    this.value = value;
  }

  static Field read(Path file) throws IOException {
    String text = Files.readString(file);
    try {
      return new Field(file.toString(), "", JSON.readTree(text));
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "%s is not JSON: %s; mend it there".formatted(file, broken.getOriginalMessage()), broken);
    }
  }

  boolean has(String name) {
    return value.hasNonNull(name);
  }

  /** The field of this name, which must be there. */
  Field get(String name) {
    Field field = new Field(file, path.isEmpty() ? name : path + "." + name, value.path(name));
    if (!has(name)) {
      throw field.wrong("give it");
    }
    return field;
  }

  /** The elements of an array. */
  List<Field> list() {
    if (!value.isArray()) {
      throw wrong("give an array, in [ ]");
    }
    return IntStream.range(0, value.size())
        .mapToObj(k -> new Field(file, path + "[" + k + "]", value.get(k)))
        .toList();
  }

  /** The elements of an array that may be missing. */
  List<Field> list(String name) {
    return has(name) ? get(name).list() : List.of();
  }

  String text() {
    if (!value.isString() || value.asString().isBlank()) {
      throw wrong("give a word in quotation marks");
    }
    return value.asString();
  }

  boolean flag() {
    if (!value.isBoolean()) {
      throw wrong("give true or false");
    }
    return value.booleanValue();
  }

  double number(double least, double most) {
    if (!value.isNumber() || !(value.doubleValue() >= least && value.doubleValue() <= most)) {
      throw wrong("give a number from " + least + " to " + most);
    }
    return value.doubleValue();
  }

  double number(String name, double least, double most, double otherwise) {
    return has(name) ? get(name).number(least, most) : otherwise;
  }

  int whole(int least, int most) {
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      throw wrong("give a whole number from " + least + " to " + most);
    }
    return value.intValue();
  }

  int whole(String name, int least, int most, int otherwise) {
    return has(name) ? get(name).whole(least, most) : otherwise;
  }

  /** Minutes of the day from text as 07:30 or 07h30, or 31:30 for half past seven tomorrow. */
  double time() {
    Matcher time = TIME.matcher(value.isString() ? value.asString() : "");
    if (!time.matches() || Integer.parseInt(time.group(2)) >= MINUTES_AN_HOUR) {
      throw wrong("give a time as \"07:30\"");
    }
    return Integer.parseInt(time.group(1)) * MINUTES_AN_HOUR + Integer.parseInt(time.group(2));
  }

  double time(String name, double otherwise) {
    return has(name) ? get(name).time() : otherwise;
  }

  /** Position of the text among these names. */
  int among(List<String> names, String what) {
    int at = names.indexOf(text());
    if (at < 0) {
      throw wrong("give the name of a " + what + " of the file");
    }
    return at;
  }

  /** The names of all elements, none of them twice. */
  static List<String> names(List<Field> fields) {
    List<String> names = new ArrayList<>();
    for (Field field : fields) {
      Field name = field.get("name");
      if (names.contains(name.text())) {
        throw name.wrong("give another: it is taken");
      }
      names.add(name.text());
    }
    return names;
  }

  /** A square of numbers, row by row. */
  double[] square(int side, double most) {
    List<Field> rows = list();
    double[] square = new double[side * side];
    for (int k = 0; k < square.length; k++) {
      List<Field> row = rows.size() == side ? rows.get(k / side).list() : List.of();
      if (row.size() != side) {
        throw wrong("give " + side + " rows of " + side + " numbers, one for each place");
      }
      square[k] = row.get(k % side).number(0, most);
    }
    return square;
  }

  /** What making something of this field says is wrong, with the way to it. */
  <T> T made(IntFunction<T> maker, int number) {
    try {
      return maker.apply(number);
    } catch (IllegalArgumentException refused) {
      throw refused.getMessage() != null && refused.getMessage().startsWith(file)
          ? refused
          : new IllegalArgumentException(
              "%s: %s: %s".formatted(file, path, refused.getMessage()), refused);
    }
  }

  IllegalArgumentException wrong(String remedy) {
    String shown = value.isMissingNode() ? "missing" : value.toString();
    String said = shown.length() > MINUTES_AN_HOUR ? shown.substring(0, MINUTES_AN_HOUR) : shown;
    return new IllegalArgumentException(
        "%s: %s is %s; %s".formatted(file, path.isEmpty() ? "the file" : path, said, remedy));
  }
}
