package se.dirigent.app.twin;

import org.yaml.snakeyaml.nodes.Node;

/** A scenario file that cannot be used; the message says where, what and how to mend it. */
public final class ScenarioRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  ScenarioRefused(String file, int line, String what) {
    super("%s:%d: %s".formatted(file, line, what));
  }

  ScenarioRefused(String file, Node at, String what) {
    this(file, at.getStartMark().getLine() + 1, what);
  }
}
