package se.dirigent.app.twin;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Keys and values of one part of a scenario file. Whatever is wrong is refused with the file's
 * name, the line, what stands there and what to write instead.
 */
public final class Section {
  private final String file;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /**
   * Reads the keys.
   *
   * @throws ScenarioRefused when it holds other keys than those allowed, or one twice
   */
  public Section(String file, Node node, Set<String> allowed) {
    this.file = file;
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      throw refused(node, "expected keys and values; give some of " + listed(allowed));
    }
    for (NodeTuple pair : mapping.getValue()) {
      Node key = pair.getKeyNode();
      String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!allowed.contains(name)) {
        throw refused(
            key, "there is no key '%s' here; give one of %s".formatted(name, listed(allowed)));
      }
      if (values.put(name, pair.getValueNode()) != null) {
        throw refused(key, "the key '%s' is here twice; keep one".formatted(name));
      }
    }
  }

  private static String listed(Set<String> allowed) {
    return allowed.stream().sorted().collect(Collectors.joining(", "));
  }

  public Node node() {
    return node;
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** Where the value of a key stands. */
  public Node at(String key) {
    Node value = values.get(key);
    if (value == null) {
      throw refused(node, "the key '%s' is missing; add it".formatted(key));
    }
    return value;
  }

  public String text(String key) {
    return text(key, at(key));
  }

  private String text(String key, Node value) {
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw refused(value, "'%s' has no text; write one".formatted(key));
  }

  public double number(String key) {
    return number(key, at(key));
  }

  /** A number within bounds. */
  public double within(String key, double least, double most) {
    double number = number(key);
    if (!(number >= least && number <= most)) {
      throw refused(
          at(key), "'%s' is %s; give %s to %s".formatted(key, number, plain(least), plain(most)));
    }
    return number;
  }

  /** A whole number within bounds. */
  public int whole(String key, int least, int most) {
    double number = within(key, least, most);
    if (number != Math.rint(number)) {
      throw refused(at(key), "'%s' is %s; give a whole number".formatted(key, number));
    }
    return (int) number;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  /** The texts of a list; empty when the key is missing. */
  public List<String> texts(String key) {
    return list(key).stream().map(one -> text(key, one)).toList();
  }

  /** The numbers of a list. */
  List<Double> numbers(String key) {
    return list(key).stream().map(one -> number(key, one)).toList();
  }

  private double number(String key, Node value) {
    String text = value instanceof ScalarNode scalar ? scalar.getValue() : "";
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // Refused below, as what is not finite.
    }
    throw refused(value, "'%s' is '%s'; give a number".formatted(key, text));
  }

  public LocalDate date(String key) {
    String text = text(key);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notOne) {
      throw refused(at(key), "'%s' is '%s'; give a day as 2027-01-04".formatted(key, text));
    }
  }

  LocalTime time(String key) {
    String text = text(key);
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException notOne) {
      throw refused(at(key), "'%s' is '%s'; give a time as 07:30".formatted(key, text));
    }
  }

  /** One of the values of an enumeration, as {@code CLOSEST_IDLE} or {@code closest-idle}. */
  public <E extends Enum<E>> E choice(String key, Class<E> of) {
    String text = text(key);
    return Arrays.stream(of.getEnumConstants())
        .filter(one -> one.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_')))
        .findFirst()
        .orElseThrow(() ->
            refused(
                at(key),
                "'%s' is '%s'; give one of %s"
                    .formatted(
                        key,
                        text,
                        Arrays.stream(of.getEnumConstants())
                            .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .collect(Collectors.joining(", ")))));
  }

  /** What stands in a list; empty when the key is missing. */
  public List<Node> list(String key) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw refused(value, "'%s' is no list; begin each line with a dash".formatted(key));
  }

  public ScenarioRefused refused(Node at, String what) {
    return new ScenarioRefused(file, at, what);
  }
}
