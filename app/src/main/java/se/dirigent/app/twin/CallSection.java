package se.dirigent.app.twin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import se.dirigent.app.twin.RideSection.Made;
import se.dirigent.simulator.trial.CallModel;
import se.dirigent.simulator.twin.Change;

/** The part of a scenario file about calls: how many, when and why. */
final class CallSection {
  private CallSection() {}

  /** The changes, in the order of the keys below. */
  static List<Made> changes(String file, Node node) {
    List<Made> made = new ArrayList<>();
    Section calls =
        new Section(
            file, node, Set.of("factor", "per-day", "week", "months", "begins", "unrest", "types"));
    if (calls.has("factor")) {
      made.add(new Made(calls.at("factor"), () -> new Change.CallFactor(calls.number("factor"))));
    }
    if (calls.has("per-day")) {
      made.add(
          new Made(calls.at("per-day"), () -> new Change.CallsPerDay(calls.number("per-day"))));
    }
    if (calls.has("week")) {
      made.add(new Made(calls.at("week"), () -> new Change.Week(calls.numbers("week"))));
    }
    if (calls.has("months") != calls.has("begins")) {
      throw calls.refused(
          calls.at(calls.has("months") ? "months" : "begins"),
          "a season has both months and begins; give the Monday that the run begins on, or"
              + " neither");
    }
    if (calls.has("months")) {
      made.add(
          new Made(
              calls.at("months"),
              () -> new Change.Season(calls.numbers("months"), calls.date("begins"))));
    }
    if (calls.has("unrest")) {
      Section unrest =
          new Section(file, calls.at("unrest"), Set.of("deviation", "memory", "day-deviation"));
      made.add(
          new Made(
              unrest.node(),
              () ->
                  new Change.Restless(
                      unrest.number("deviation"),
                      unrest.number("memory"),
                      unrest.number("day-deviation"))));
    }
    if (calls.has("types")) {
      made.add(new Made(calls.at("types"), () -> types(file, calls)));
    }
    return made;
  }

  private static Change types(String file, Section calls) {
    List<CallModel.Type> types = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node one : calls.list("types")) {
      Section type = new Section(file, one, Set.of("name", "share", "levels", "conveyed", "scene"));
      String name = type.text("name");
      if (!names.add(name)) {
        throw type.refused(one, "there is a type '%s' already; give another name".formatted(name));
      }
      double share = type.within("share", 0, 1);
      double conveyed = type.within("conveyed", 0, 1);
      double scene = type.has("scene") ? type.within("scene", 0.1, CallModel.Type.SCENE_MAX) : 1;
      types.add(
          ChainSection.fit(
              type,
              () -> new CallModel.Type(name, share, type.numbers("levels"), conveyed, scene)));
    }
    return new Change.Types(types);
  }
}
