package se.dirigent.app.twin;

import org.yaml.snakeyaml.nodes.Node;

/** A scenario file that cannot be used; the message says where, what and how to mend it. */
public final class ScenarioRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;
  private final String what;

  ScenarioRefused(String file, int line, String what) {
    this(file, line, 1, what);
  }

  private ScenarioRefused(String file, int line, int column, String what) {
    super("%s:%d: %s".formatted(file, line, what));
    this.line = line;
    this.column = column;
    this.what = what;
  }

  ScenarioRefused(String file, Node at, String what) {
    this(file, at.getStartMark().getLine() + 1, at.getStartMark().getColumn() + 1, what);
  }

  /** The line it is about, from 1. */
  public int line() {
    return line;
  }

  /** Where on the line the value begins, from 1. */
  public int column() {
    return column;
  }

  /** What is wrong and how to mend it, without the place. */
  public String what() {
    return what;
  }
}
