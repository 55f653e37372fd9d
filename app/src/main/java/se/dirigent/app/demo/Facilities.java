package se.dirigent.app.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;
import tools.jackson.databind.JsonNode;

/** The facilities of the country, the region's own first, as the service tells on first use. */
final class Facilities {
  private final Play play;
  private final Map<String, Position> positions = new LinkedHashMap<>();
  private final List<String> ofOthers = new ArrayList<>();

  Facilities(Play play) {
    this.play = play;
  }

  /** Where it lies, or null when there is none of that id. */
  synchronized @Nullable Position find(String id) {
    read();
    return positions.get(id);
  }

  /** Facilities of other regions, the nearest first. */
  synchronized List<String> ofOthers() {
    read();
    return List.copyOf(ofOthers);
  }

  private void read() {
    if (!positions.isEmpty()) {
      return;
    }
    for (JsonNode d : play.client().get(play.path()).path("destinations")) {
      Position position = Seen.position(d.path("position"));
      if (position != null) {
        positions.put(d.path("id").asString(), position);
        if (!d.path("region").asString("").equals(play.region())) {
          ofOthers.add(d.path("id").asString());
        }
      }
    }
  }
}
