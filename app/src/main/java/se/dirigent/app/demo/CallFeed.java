package se.dirigent.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.core.geo.Position;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.demand.Call;
import se.dirigent.simulator.demand.Demand;
import se.dirigent.simulator.demand.DemandProfile;

/** Plays SOS Alarm: hands over each call when its priority has been set. */
final class CallFeed implements Part {
  /** Calls of the time before the start are handed over at once, so that nobody begins idle. */
  private static final int BEFORE_CALLS = 6;

  /** The least and the longest time before the start whose calls are handed over. */
  private static final Duration BEFORE_MIN = Duration.ofMinutes(20);

  private static final Duration BEFORE_MAX = Duration.ofHours(4);

  /** A call handed over later than this after its priority was set is one from before the start. */
  private static final Duration LATE = Duration.ofMinutes(10);

  /** Handed over in one turn at most, after a pause of the service or a change of speed. */
  private static final int BATCH_MAX = 50;

  private final Play play;
  private final ZoneId zone;
  private final DemandProfile profile;
  private final long seed;
  private final List<Call> handed = new ArrayList<>();
  private @Nullable Demand demand;
  private @Nullable Call next;

  CallFeed(Play play, DemandProfile profile, ZoneId zone, long seed) {
    this.play = play;
    this.profile = profile;
    this.zone = zone;
    this.seed = seed;
  }

  @Override
  public void act() {
    Instant now = play.picture().now();
    Demand calls = demand;
    if (calls == null) {
      calls = new Demand(profile, new Streams(seed), now.minus(before()));
      demand = calls;
    }
    // Calls are made in the order of their queue times; hand-over may overtake by minutes.
    while (handed.size() < BATCH_MAX) {
      Call call = next == null ? calls.next() : next;
      next = call;
      if (call.queuedAt().isAfter(now)) {
        break;
      }
      handed.add(call);
      next = null;
    }
    handed.sort(Comparator.comparing(Call::prioritisedAt));
    while (!handed.isEmpty() && !handed.getFirst().prioritisedAt().isAfter(now)) {
      handOver(handed.getFirst());
      handed.removeFirst();
    }
  }

  /** The time in which so many calls are expected. */
  private Duration before() {
    long millis = (long) (BEFORE_CALLS / profile.callsPerDay() * Duration.ofDays(1).toMillis());
    return Duration.ofMillis(Math.clamp(millis, BEFORE_MIN.toMillis(), BEFORE_MAX.toMillis()));
  }

  private void handOver(Call call) {
    try {
      play.client()
          .command(
              "PUT",
              play.path("intake", "sos", folder(call), number(call)),
              body(call, play.picture().now()));
      play.count("calls");
    } catch (ServiceRefused e) {
      play.refused("callsRefused", "call refused", e);
    }
  }

  private String folder(Call call) {
    return call.queuedAt().atZone(zone).toLocalDate().toString();
  }

  /** The tenth of a second of the day: unique enough, and the same when the call is sent again. */
  private String number(Call call) {
    ZonedDateTime at = call.queuedAt().atZone(zone);
    return "%06d".formatted(at.toLocalTime().toNanoOfDay() / 100_000_000);
  }

  static Map<String, Object> body(Call call, Instant now) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("source", "SOS_ALARM");
    body.put("callbackNumber", call.callbackNumber());
    body.put(
        "location",
        location(
            call.address(),
            call.municipality(),
            call.position(),
            call.exact() ? "EXACT" : "ADDRESS"));
    body.put("indexCode", call.complaint().code());
    body.put("description", call.complaint().text() + ". " + call.detail());
    body.put("priority", call.priority());
    // A call of the time before the start is told as if it came now.
    Duration late = Duration.between(call.prioritisedAt(), now);
    Duration shift = late.compareTo(LATE) > 0 ? late : Duration.ZERO;
    body.put(
        "times",
        Map.of(
            "queuedAt", call.queuedAt().plus(shift).toString(),
            "answeredAt", call.answeredAt().plus(shift).toString(),
            "prioritisedAt", call.prioritisedAt().plus(shift).toString()));
    body.put("threats", List.of());
    return body;
  }

  static Map<String, Object> location(
      String address, String municipality, Position position, String quality) {
    return Map.of(
        "address",
        address,
        "municipality",
        municipality,
        "position",
        Map.of("lat", position.latitude(), "lon", position.longitude()),
        "quality",
        quality);
  }
}
