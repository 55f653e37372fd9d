package se.dirigent.simulator.twin;

import java.util.List;
import java.util.Objects;

/**
 * A base and what is otherwise in it.
 *
 * @param name short, for files and tables
 * @param title in words
 * @param base what is changed
 * @param changes in the order they are made
 */
public record Scenario(String name, String title, Blueprint base, List<Change> changes) {
  public Scenario {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    changes = List.copyOf(changes);
  }

  /**
   * What is run.
   *
   * @throws Change.Unfit when a change cannot be made
   */
  public Blueprint blueprint() {
    Blueprint changed = base;
    for (Change change : changes) {
      changed = change.apply(changed);
    }
    return changed;
  }
}
