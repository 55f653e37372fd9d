package se.dirigent.app.study;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import se.dirigent.app.twin.ScenarioFile;
import se.dirigent.app.twin.ScenarioRefused;

/**
 * A scenario file as maps, lists and texts, for a form to fill in: whatever keys it has, also those
 * that no form knows. Says nothing of whether it can be used; {@link ScenarioFile} does.
 */
final class ScenarioTree {
  /** No scenario nests deeper; an alias inside itself would never end. */
  private static final int DEPTH_MAX = 8;

  private static final int ALIASES_MAX = 20;

  private ScenarioTree() {}

  /** Keys and values; empty when the text is no YAML or not made of keys and values. */
  static Optional<Object> find(String text) {
    try {
      return compose(text).map(node -> value(node, 0));
    } catch (YAMLException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /** Which value a refusal of a text is about, as {@code units.0.station}; empty for all of it. */
  static String path(String text, ScenarioRefused refused) {
    try {
      return compose(text).map(node -> path(node, "", refused, 0)).orElse("");
    } catch (YAMLException | IllegalArgumentException broken) {
      return "";
    }
  }

  private static Optional<Node> compose(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(ALIASES_MAX);
    Node node = new Yaml(options).compose(new StringReader(text));
    return node instanceof MappingNode ? Optional.of(node) : Optional.empty();
  }

  /** The path to the value that begins where the refusal says; empty when none does. */
  private static String path(Node node, String sofar, ScenarioRefused at, int depth) {
    boolean here =
        node.getStartMark().getLine() + 1 == at.line()
            && node.getStartMark().getColumn() + 1 == at.column();
    if (here || depth > DEPTH_MAX) {
      return sofar;
    }
    Map<String, Node> parts = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(pair -> parts.put(key(pair), pair.getValueNode()));
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(one -> parts.put(Integer.toString(parts.size()), one));
    }
    return parts.entrySet().stream()
        .map(one -> {
          String below = sofar.isEmpty() ? one.getKey() : sofar + "." + one.getKey();
          return path(one.getValue(), below, at, depth + 1);
        })
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String key(NodeTuple pair) {
    return pair.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
  }

  private static Object value(Node node, int depth) {
    if (depth > DEPTH_MAX) {
      throw new IllegalArgumentException("nested deeper than " + DEPTH_MAX);
    }
    return switch (node) {
      case MappingNode mapping -> {
        Map<String, Object> values = new LinkedHashMap<>();
        for (NodeTuple pair : mapping.getValue()) {
          values.put(key(pair), value(pair.getValueNode(), depth + 1));
        }
        yield values;
      }
      case SequenceNode sequence ->
          sequence.getValue().stream()
              .map(one -> value(one, depth + 1))
              .collect(Collectors.toList());
      case ScalarNode scalar -> scalar.getValue();
      default -> "";
    };
  }

  /** The title that a tree has, or another when it has none. */
  static String title(@Nullable Object tree, String otherwise) {
    return tree instanceof Map<?, ?> map && map.get("title") instanceof String title
        ? title
        : otherwise;
  }

  /**
   * The text of a scenario with the same base and no changes.
   *
   * @param tree as {@link #find} gave it; anything else has no base
   */
  static String onlyBase(@Nullable Object tree) {
    for (String key : List.of("region", "base")) {
      if (tree instanceof Map<?, ?> map && map.get(key) instanceof String name) {
        return key + ": '" + name.replace("'", "''") + "'\n";
      }
    }
    return "";
  }
}
