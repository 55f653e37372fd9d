package se.dirigent.app.exercise.play;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.masscasualty.sieve.Category;
import tools.jackson.databind.JsonNode;

/**
 * A casualty as the service knows it.
 *
 * @param tag of the casualty's card
 * @param place where it is or was, in the words of whoever looked; may be empty
 * @param category it has now, or null
 * @param sievedAt when it first got one, or null
 * @param sentTo hospital that a person has decided, or empty
 * @param departedAt when it left the scene, or null
 * @param arrivedAt when it came to a hospital, or null
 * @param facility the hospital it has come to, or empty
 * @param vehicle that it left the scene with, or empty
 * @param clean whether it has been made clean
 * @param stage how far it has come, by the service's word
 */
public record Person(
    String tag,
    String place,
    @Nullable Category category,
    @Nullable Instant sievedAt,
    String sentTo,
    @Nullable Instant departedAt,
    @Nullable Instant arrivedAt,
    String facility,
    String vehicle,
    boolean clean,
    String stage) {

  /** Reads one; null for a tag that turned out to be somebody else's too. */
  static @Nullable Person of(JsonNode node) {
    if (node.hasNonNull("mergedInto")) {
      return null;
    }
    JsonNode history = node.path("history");
    JsonNode first = history.path(0);
    JsonNode times = node.path("times");
    String category = node.path("category").asString("");
    return new Person(
        tag(node.path("id").asString()),
        node.path("about").path("place").asString(""),
        category.isEmpty() ? null : Category.valueOf(category),
        time(first.path("at")),
        node.path("destination").path("facility").asString(""),
        time(times.path("departedAt")),
        time(times.path("arrivedAt")),
        node.path("facility").asString(""),
        node.path("vehicle").asString(""),
        node.path("about").path("decontamination").asString("").equals("DONE"),
        node.path("stage").asString(""));
  }

  /** An id is {@code majorIncident:tag}. */
  private static String tag(String id) {
    return id.substring(id.indexOf(':') + 1);
  }

  private static @Nullable Instant time(JsonNode node) {
    return node.isString() ? Instant.parse(node.asString()) : null;
  }
}
