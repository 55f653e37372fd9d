package se.dirigent.server.picture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.incident.IncidentReads;
import se.dirigent.server.platform.ClockSpeed;
import se.dirigent.server.presence.Presences;
import tools.jackson.databind.json.JsonMapper;

/** A region's picture and its live stream of server-sent events. */
@RestController
@RequestMapping("/api/regions/{region}")
class StreamController {
  /** Time between ticks of the clock, by which a page knows that the line is alive. */
  private static final Duration TICK = Duration.ofSeconds(2);

  /** Shortest time between two batches of positions. */
  private static final Duration POSITIONS_EVERY = Duration.ofSeconds(1);

  /** Shortest time between two lists of who looks at what: a person cannot take in more. */
  private static final Duration PRESENCE_EVERY = Duration.ofSeconds(1);

  /** Those who see who else is there; a program has no colleagues. */
  private static final Set<Role> PEOPLE =
      Set.of(Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND);

  /** Longest wait for news before positions and the clock are looked at. */
  private static final Duration LOOK = Duration.ofMillis(250);

  /**
   * A stream ends by itself after this and the page comes back for a new one, so that who has been
   * logged out or lost a role does not read on for ever.
   */
  private static final Duration LIFE = Duration.ofMinutes(15);

  /** How long a request waits for a service that is just starting. */
  private static final Duration READY = Duration.ofSeconds(10);

  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private static final Logger LOG = LoggerFactory.getLogger(StreamController.class);

  private final Feeds feeds;
  private final Pictures pictures;
  private final IncidentReads reads;
  private final Presences presences;
  private final InstantSource clock;
  private final ClockSpeed speed;
  private final JsonMapper json;
  private final Readers readers = new Readers();
  private final AtomicInteger numbers = new AtomicInteger();

  StreamController(
      Feeds feeds,
      Pictures pictures,
      IncidentReads reads,
      Presences presences,
      InstantSource clock,
      ClockSpeed speed,
      JsonMapper json) {
    this.feeds = feeds;
    this.pictures = pictures;
    this.reads = reads;
    this.presences = presences;
    this.clock = clock;
    this.speed = speed;
    this.json = json;
  }

  /**
   * A tick of the service's clock.
   *
   * @param confirmedAt when the picture was last known to be right: it falls behind while the
   *     database is away
   */
  record Tick(Instant now, double speed, long seq, Instant confirmedAt) {}

  @GetMapping("/picture")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Picture picture(
      @PathVariable String region,
      @RequestParam(defaultValue = IncidentReads.PURPOSE) String purpose,
      Actor actor)
      throws InterruptedException {
    RegionFeed feed = feeds.get(new RegionCode(region));
    reads.recordMany(new RegionCode(region), actor, purpose, "picture");
    var _ = feed.awaitReady(READY);
    return pictures.of(feed);
  }

  /**
   * Streams the picture: a snapshot, or what was missed since {@code Last-Event-ID}, then changes,
   * positions and the clock. Each reader has a thread of its own, so that none waits for another.
   */
  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  SseEmitter stream(
      @PathVariable String region,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestParam(defaultValue = IncidentReads.PURPOSE) String purpose,
      Actor actor) {
    RegionCode code = new RegionCode(region);
    RegionFeed feed = feeds.get(code);
    readers.enter(actor.username());
    try {
      // Once for a stream: who reads it sees all that is open until it ends.
      readers.oneOfFew(() -> reads.recordMany(code, actor, purpose, "stream"));
      return begin(new Reader(code, feed, actor), number(lastEventId));
    } catch (RuntimeException e) {
      readers.leave(actor.username());
      throw e;
    }
  }

  private SseEmitter begin(Reader reader, long from) {
    SseEmitter emitter = reader.emitter;
    Thread thread =
        Thread.ofVirtual()
            .name("stream-" + numbers.incrementAndGet())
            .unstarted(() -> reader.run(from));
    // A sign, not an interrupt: interrupting a write would break the connector's own channel.
    emitter.onCompletion(reader::leave);
    emitter.onTimeout(reader::leave);
    emitter.onError(_ -> reader.leave());
    thread.start();
    return emitter;
  }

  /** A number that is not one means that the reader knows nothing. */
  private static long number(@Nullable String lastEventId) {
    boolean numeric = lastEventId != null && lastEventId.matches("[0-9]{1,18}");
    return numeric ? Long.parseLong(lastEventId) : -1;
  }

  /** One reader of the stream. */
  private final class Reader {
    private final RegionCode region;
    private final RegionFeed feed;
    private final SseEmitter emitter = new SseEmitter(LIFE.plusMinutes(1).toMillis());
    private final String user;
    private final boolean person;
    private final Map<String, PositionReport> sent = new HashMap<>();
    private long seq;
    private long tickedNanos;
    private long positionsNanos;
    private long presenceNanos;
    private long presenceVersion;
    private volatile boolean gone;

    Reader(RegionCode region, RegionFeed feed, Actor actor) {
      this.region = region;
      this.feed = feed;
      this.user = actor.username();
      this.person = actor.holds(PEOPLE, region);
    }

    /** The reader has hung up; the thread ends at its next look. */
    void leave() {
      gone = true;
    }

    void run(long from) {
      try {
        if (!feed.awaitReady(READY)) {
          emitter.complete();
          return;
        }
        seq = from;
        long until = System.nanoTime() + LIFE.toNanos();
        begin();
        while (!gone && System.nanoTime() < until) {
          feed.await(seq, LOOK);
          sendChange();
          sendPositions();
          sendPresence();
          sendTick();
        }
        if (!gone) {
          emitter.complete();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        LOG.debug("a reader went away: {}", e.toString());
      } catch (RuntimeException e) {
        // Whatever it was, the line is ended: a silent one would keep its reader waiting.
        if (!gone) {
          LOG.warn("a stream broke off", e);
          emitter.completeWithError(e);
        }
      } finally {
        readers.leave(user);
      }
    }

    private void begin() throws IOException {
      if (seq < 0 || feed.changeSince(seq).isEmpty()) {
        sendSnapshot();
      }
      sendTick();
    }

    private void sendSnapshot() throws IOException {
      Picture picture = pictures.of(feed);
      seq = picture.seq();
      picture.positions().forEach(p -> sent.put(p.unit().value(), p));
      send("snapshot", Long.toString(seq), picture);
    }

    private void sendChange() throws IOException {
      if (feed.seq() == seq) {
        return;
      }
      Optional<Change> change = feed.changeSince(seq);
      if (change.isEmpty()) {
        sendSnapshot();
      } else if (change.get().seq() > seq) {
        seq = change.get().seq();
        send("change", Long.toString(seq), change.get());
      }
    }

    private void sendPositions() throws IOException {
      long now = System.nanoTime();
      if (now - positionsNanos < POSITIONS_EVERY.toNanos()) {
        return;
      }
      positionsNanos = now;
      List<PositionReport> moved =
          feed.positions().stream().filter(p -> sent.get(p.unit().value()) != p).toList();
      if (!moved.isEmpty()) {
        moved.forEach(p -> sent.put(p.unit().value(), p));
        send("positions", null, moved);
      }
    }

    /** The whole list, which is short: a region has some tens of desks. */
    private void sendPresence() throws IOException {
      long now = System.nanoTime();
      if (!person || now - presenceNanos < PRESENCE_EVERY.toNanos()) {
        return;
      }
      presenceNanos = now;
      Presences.People people = presences.of(region);
      if (people.version() != presenceVersion) {
        presenceVersion = people.version();
        send("presence", null, people.people());
      }
    }

    private void sendTick() throws IOException {
      long now = System.nanoTime();
      if (tickedNanos == 0 || now - tickedNanos >= TICK.toNanos()) {
        tickedNanos = now;
        Instant at = clock.instant();
        Instant confirmedAt = Pictures.confirmedAt(at, feed.age(), speed.value());
        send("clock", null, new Tick(at, speed.value(), seq, confirmedAt));
      }
    }

    private void send(String name, @Nullable String id, Object data) throws IOException {
      SseEmitter.SseEventBuilder event = SseEmitter.event().name(name);
      if (id != null) {
        event.id(id);
      }
      // As text: written as it is made, a lost reader would look like JSON that cannot be made.
      emitter.send(event.data(json.writeValueAsString(data), TEXT));
    }
  }
}
