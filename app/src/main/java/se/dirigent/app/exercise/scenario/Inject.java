package se.dirigent.app.exercise.scenario;

import java.util.Map;
import se.dirigent.core.masscasualty.sieve.Category;

/** Something those who practise are told in the middle of it. */
public sealed interface Inject {
  /** Minutes after the event. */
  int minute();

  /** Somebody else calls about the same event, as a case of its own. */
  record Call(int minute, String address, String description) implements Inject {}

  /** The emergency centre has learnt more; it comes on the first case. */
  record News(int minute, String text) implements Inject {}

  /** A hospital takes nobody more. */
  record Closed(int minute, String hospital, String text) implements Inject {}

  /** A hospital says how many more it can take. */
  record Takes(int minute, String hospital, Map<Category, Integer> persons) implements Inject {
    public Takes {
      persons = Map.copyOf(persons);
    }
  }
}
