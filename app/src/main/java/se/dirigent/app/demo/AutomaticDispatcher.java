package se.dirigent.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.ServiceRefused;
import tools.jackson.databind.JsonNode;

/**
 * Sends the first suitable unit of the service's own recommendation to what persons leave to it. It
 * never redirects, never stands a unit down and never sends a special resource.
 */
final class AutomaticDispatcher implements Part {
  /** An incident nobody can be sent to is looked at again after this, by the service's clock. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  /** Incidents taken in one turn at most, so that the most urgent of a flood come first anew. */
  private static final int TURN_MAX = 20;

  private final Play play;
  private final Map<String, Instant> notBefore = new HashMap<>();

  AutomaticDispatcher(Play play) {
    this.play = play;
  }

  @Override
  public void act() {
    Automatic automatic = play.controls().automatic();
    if (!automatic.on()) {
      return;
    }
    Instant now = play.picture().now();
    List<Seen.Incident> waiting = play.picture().incidents();
    notBefore.keySet().retainAll(waiting.stream().map(Seen.Incident::id).toList());
    waiting.stream()
        .filter(i -> i.phase().equals("WAITING") && !i.duplicate())
        .filter(i -> !now.isBefore(i.waitingSince().plus(automatic.patience())))
        .filter(i -> !now.isBefore(notBefore.getOrDefault(i.id(), Instant.EPOCH)))
        .sorted(
            Comparator.comparingInt((Seen.Incident i) -> play.level(i.priority()))
                .thenComparing(Seen.Incident::waitingSince))
        .limit(TURN_MAX)
        .forEach(i -> dispatch(i, now));
  }

  private void dispatch(Seen.Incident incident, Instant now) {
    notBefore.put(incident.id(), now.plus(LOOK_AGAIN));
    try {
      String unit = best(incident);
      if (unit == null) {
        play.count("noUnitFree");
        return;
      }
      play.client()
          .post(
              play.path("incidents", incident.id(), "assignments"), Map.of("units", List.of(unit)));
      play.count("assigned");
    } catch (ServiceRefused e) {
      play.refused("assignRefused", "assign to " + incident.id(), e);
    }
  }

  private @Nullable String best(Seen.Incident incident) {
    JsonNode answer = play.client().get(play.path("incidents", incident.id(), "recommendation"));
    for (JsonNode unit : answer.path("units")) {
      if (unit.path("suitable").asBoolean(false) && unit.hasNonNull("arrivalSeconds")) {
        if (handingOver(unit)) {
          continue;
        }
        return unit.path("unit").asString();
      }
    }
    return null;
  }

  /** A unit still within its hand-over time would be refused. */
  private static boolean handingOver(JsonNode unit) {
    for (JsonNode reason : unit.path("reasons")) {
      if (reason.path("code").asString("").equals("HANDING_OVER")) {
        return true;
      }
    }
    return false;
  }
}
