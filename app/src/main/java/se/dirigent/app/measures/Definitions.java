package se.dirigent.app.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import se.dirigent.app.twin.Words;
import se.dirigent.simulator.twin.Measure;

/** How each figure of the report is counted, and what it leans on. */
final class Definitions {
  private Definitions() {}

  /**
   * One figure.
   *
   * @param name as the report calls it
   * @param counted in words
   * @param source of what it leans on, and what is assumed
   */
  record Definition(String name, String counted, String source) {}

  /** All figures that are defined, in the order of the measures. */
  static List<Definition> all(Words words) {
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "measures.definitions", Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    List<Definition> all = new ArrayList<>();
    for (Measure.Kind kind : Measure.Kind.values()) {
      if (texts.containsKey(kind + ".counted")) {
        String name = words.name(new Measure(kind, 0));
        all.add(
            new Definition(
                name, texts.getString(kind + ".counted"), texts.getString(kind + ".source")));
      }
    }
    return all;
  }
}
