package se.dirigent.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.simulator.caller.Callers;
import se.dirigent.simulator.caller.Condition;
import se.dirigent.simulator.caller.Reply;
import se.dirigent.simulator.chance.Streams;

/**
 * Makes the waiting room's contacts that no nurse has made in time. Worse raises the priority one
 * step; better changes nothing: a downgrade needs two persons and is never automatic.
 */
final class NurseDesk implements Part {
  private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

  private final Play play;
  private final Callers callers;
  private final Map<String, Instant> notBefore = new HashMap<>();

  NurseDesk(Play play, long seed) {
    this.play = play;
    this.callers = new Callers(Callers.Habits.defaults(), new Streams(seed).of("callers"));
  }

  @Override
  public void act() {
    Automatic automatic = play.controls().automatic();
    if (!automatic.on()) {
      return;
    }
    Instant now = play.picture().now();
    var incidents = play.picture().incidents();
    notBefore.keySet().retainAll(incidents.stream().map(Seen.Incident::id).toList());
    for (Seen.Incident incident : incidents) {
      Instant due = incident.contactDueAt();
      boolean late =
          incident.phase().equals("WAITING")
              && due != null
              && !now.isBefore(due.plus(automatic.patience()));
      if (late && !now.isBefore(notBefore.getOrDefault(incident.id(), Instant.EPOCH))) {
        notBefore.put(incident.id(), now.plus(TRY_AGAIN));
        contact(incident);
      }
    }
  }

  private void contact(Seen.Incident incident) {
    Reply reply = callers.ring();
    try {
      play.client()
          .post(
              play.path("incidents", incident.id(), "contacts"),
              Map.of(
                  "answered", reply.answered(),
                  "condition", reply.words(),
                  "decision", decision(reply.condition())));
      play.count("contacts");
      if (reply.condition() == Condition.WORSE && !incident.downgradePending()) {
        raise(incident, reply);
      }
    } catch (ServiceRefused e) {
      play.refused("contactRefused", "contact about " + incident.id(), e);
    }
  }

  private void raise(Seen.Incident incident, Reply reply) {
    int wanted = play.level(incident.priority()) - 1;
    String code =
        new TreeMap<>(play.levels())
            .entrySet().stream()
                .filter(e -> e.getValue() == wanted)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    if (!code.isEmpty()) {
      play.client()
          .post(
              play.path("incidents", incident.id(), "priority"),
              Map.of("priority", code, "reason", "Återkontakt: " + reply.words()));
      play.count("raised");
    }
  }

  private static String decision(Condition condition) {
    return switch (condition) {
      case SAME -> "Fortsatt väntan.";
      case BETTER -> "Fortsatt väntan, prioriteten prövas av person.";
      case WORSE -> "Prioriteten höjs.";
      case UNKNOWN -> "Nytt försök.";
    };
  }
}
