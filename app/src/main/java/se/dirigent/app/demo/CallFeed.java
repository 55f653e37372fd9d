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

/**
 * Plays SOS Alarm: hands over each call when its priority has been set.
 *
 * <p>Nobody begins idle: some calls of the time before the start are told too. Without a head start
 * all of them at once; with one, drawn together over it and the first minutes after it, ever closer
 * to each other, so that the shift is under way, somebody has just called and somebody soon will.
 */
final class CallFeed implements Part {
  /** Calls expected in the time before the start. */
  private static final int BEFORE_CALLS = 9;

  /** With a head start many of them are over when a person comes in, so there are more. */
  private static final int BEFORE_CALLS_HEAD_START = 16;

  /** How far into a person's first minutes the calls of the time before reach. */
  private static final Duration AFTER = Duration.ofMinutes(2);

  /** The least and the longest time before the start whose calls are handed over. */
  private static final Duration BEFORE_MIN = Duration.ofMinutes(20);

  private static final Duration BEFORE_MAX = Duration.ofHours(8);

  /** A call handed over later than this after its priority was set was held up by a pause. */
  private static final Duration LATE = Duration.ofMinutes(10);

  /** Handed over in one turn at most, after a pause of the service or a change of speed. */
  private static final int BATCH_MAX = 50;

  private final Play play;
  private final ZoneId zone;
  private final DemandProfile profile;
  private final long seed;
  private final Duration headStart;
  private final List<Told> handed = new ArrayList<>();
  private @Nullable Demand demand;
  private @Nullable Call next;

  /** When the time before the start ends: calls queued until then are told by {@link #told}. */
  private Instant until = Instant.MIN;

  /**
   * A call and how much later than it came it is told.
   *
   * @param shift for all its times
   */
  private record Told(Call call, Duration shift) {
    Instant queuedAt() {
      return call.queuedAt().plus(shift);
    }

    Instant prioritisedAt() {
      return call.prioritisedAt().plus(shift);
    }
  }

  /**
   * @param headStart how far back in time the demonstration began; zero for no head start
   */
  CallFeed(Play play, DemandProfile profile, ZoneId zone, long seed, Duration headStart) {
    this.headStart = headStart;
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
      until = headStart.isZero() ? now : now.plus(headStart).plus(AFTER);
      calls = new Demand(profile, new Streams(seed), until.minus(before()));
      demand = calls;
    }
    // Calls are made in the order of their queue times; hand-over may overtake by minutes.
    while (handed.size() < BATCH_MAX) {
      Call call = next == null ? calls.next() : next;
      next = call;
      Told told = told(call, now);
      if (told.queuedAt().isAfter(now)) {
        break;
      }
      handed.add(told);
      next = null;
    }
    handed.sort(Comparator.comparing(Told::prioritisedAt));
    while (!handed.isEmpty() && !handed.getFirst().prioritisedAt().isAfter(now)) {
      handOver(handed.getFirst());
      handed.removeFirst();
    }
  }

  private Told told(Call call, Instant now) {
    Instant queued = call.queuedAt();
    if (!queued.isBefore(until)) {
      // After a pause of the service, what came long ago is told as if it came now.
      Duration late = Duration.between(call.prioritisedAt(), now);
      return new Told(call, late.compareTo(LATE) > 0 ? late : Duration.ZERO);
    }
    if (headStart.isZero()) {
      return new Told(call, Duration.between(call.prioritisedAt(), until));
    }
    // The square draws the calls together towards the end.
    double left = Duration.between(queued, until).toMillis() / (double) before().toMillis();
    double millis = headStart.plus(AFTER).toMillis() * left * left;
    return new Told(call, Duration.between(queued, until.minusMillis((long) millis)));
  }

  /** The time in which so many calls are expected. */
  private Duration before() {
    int calls = headStart.isZero() ? BEFORE_CALLS : BEFORE_CALLS_HEAD_START;
    long millis = (long) (calls / profile.callsPerDay() * Duration.ofDays(1).toMillis());
    return Duration.ofMillis(Math.clamp(millis, BEFORE_MIN.toMillis(), BEFORE_MAX.toMillis()));
  }

  private void handOver(Told told) {
    Call call = told.call();
    try {
      play.client()
          .command(
              "PUT",
              play.path("intake", "sos", folder(call), number(call)),
              body(call, told.shift()));
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

  private static Map<String, Object> body(Call call, Duration shift) {
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
