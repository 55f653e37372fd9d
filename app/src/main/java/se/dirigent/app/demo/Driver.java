package se.dirigent.app.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import se.dirigent.app.client.EventStream;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.client.ServiceFailure;
import se.dirigent.app.pack.Packs;
import se.dirigent.app.pack.Setting;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.server.identity.account.DemoUsers.Played;
import se.dirigent.server.platform.region.RegionPack;

/**
 * Plays one region against a running service: callers, crews, shifts, positions, and as far as
 * persons leave it to the machine, dispatch and waiting room. Each part has a thread of its own;
 * when the service goes away they wait, and go on when it is back.
 */
public final class Driver implements AutoCloseable {
  /** After a failure a part rests for this long, so that a sick service is not hammered. */
  private static final long REST_MILLIS = 1_000;

  private final Play play;
  private final EventStream stream;
  private final List<Thread> threads = new ArrayList<>();
  private final CrewRoom crews;
  private volatile boolean closed;

  /** A part and how often it acts, in milliseconds of the machine's clock. */
  private record Beat(String name, Part part, LongSupplier everyMillis) {}

  /**
   * Begins to play.
   *
   * @param client the service, with the demo's integration token, from which the tokens of those
   *     who are played are made
   * @param pack the region
   * @param controls what persons may change meanwhile
   * @param travelTimes how long crews take from place to place
   * @param demand calls handed over, as a multiple of the region's own
   * @param seed decides everything that chance decides
   * @param log told what a person may want to know
   */
  public Driver(
      ServiceClient client,
      RegionPack pack,
      DemoControls controls,
      TravelTimes travelTimes,
      double demand,
      long seed,
      Consumer<String> log) {
    Setting setting = Packs.setting(pack, demand);
    Map<String, Integer> levels = new HashMap<>();
    pack.priorities().forEach(p -> levels.put(p.code(), p.level()));
    LivePicture picture = new LivePicture();
    if (controls.led()) {
      picture.follow(controls.clock());
    }
    this.play = new Play(client, pack.code().value(), picture, levels, controls, log);
    this.stream = new EventStream(client, play.path("stream"), picture);
    Facilities facilities = new Facilities(play.as(Played.WARDS));
    Map<String, Position> errands = RideRoom.errands();
    this.crews =
        new CrewRoom(play.as(Played.CREWS), setting, travelTimes, facilities, errands, seed);
    beats(pack, setting, travelTimes, facilities, errands, seed).forEach(this::start);
  }

  private void start(Beat beat) {
    String name = play.region() + "-" + beat.name();
    threads.add(Thread.ofVirtual().name(name).start(() -> run(beat)));
  }

  /**
   * Lets one more part act, until the driver is closed.
   *
   * @param name in the log
   * @param everyMillis how often, in milliseconds of the machine's clock
   * @param made the part, of what all parts share
   */
  public void add(String name, long everyMillis, Function<Play, Part> made) {
    start(new Beat(name, made.apply(play), () -> everyMillis));
  }

  /** Tells at which incidents crews wait on the scene until they are given somebody to take. */
  public void waitAt(Set<String> incidents) {
    crews.waitAt(incidents);
  }

  private List<Beat> beats(
      RegionPack pack,
      Setting setting,
      TravelTimes travelTimes,
      Facilities facilities,
      Map<String, Position> errands,
      long seed) {
    Play asCrews = play.as(Played.CREWS);
    Play asCallers = play.as(Played.CALLERS);
    Play asWards = play.as(Played.WARDS);
    OrderList orders = new OrderList(asWards, facilities);
    // Positions every 5 s; more often when the clock runs fast, so that vehicles do not jump.
    LongSupplier positions = () -> play.controls().clock().speed() > 3 ? 1_500 : 5_000;
    CallFeed calls =
        new CallFeed(
            asCallers, setting.demand(), setting.zone(), seed, play.controls().headStart());
    return List.of(
        new Beat("calls", calls, () -> 100),
        new Beat("crews", crews, () -> 100),
        new Beat("shifts", new ShiftClerk(asCrews, pack, setting, crews, seed), () -> 500),
        new Beat("positions", new PositionPulse(asCrews, crews), positions),
        new Beat("orders", orders, () -> 2_000),
        new Beat(
            "wards", new WardDesk(asWards, pack, setting, orders, facilities, seed), () -> 1_000),
        new Beat("clerk", new OrderClerk(asWards, play.as(Played.COMMAND), orders), () -> 1_000),
        new Beat(
            "rides", new RideRoom(asCrews, orders, crews, travelTimes, errands, seed), () -> 500),
        new Beat("dispatch", new AutomaticDispatcher(play.as(Played.DISPATCHER)), () -> 250),
        new Beat("waiting-room", new NurseDesk(play.as(Played.NURSE), seed), () -> 500));
  }

  private void run(Beat beat) {
    try {
      while (!closed) {
        long pause = beat.everyMillis().getAsLong();
        try {
          if (play.picture().ready()) {
            beat.part().act();
          }
        } catch (ServiceFailure e) {
          play.count("failures");
          play.log().accept(beat.name() + ": " + e.getMessage());
          pause = REST_MILLIS;
        } catch (RuntimeException e) {
          // A fault of ours must not leave a region without crews: say it, and go on.
          play.count("broken");
          play.log().accept(beat.name() + " failed: " + e);
          pause = REST_MILLIS;
        }
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      // Closed while resting.
      Thread.currentThread().interrupt();
    }
  }

  /** What was done so far, by name. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    play.counts().forEach((name, count) -> counts.put(name, count.get()));
    return counts;
  }

  /** Waits until the picture has come. */
  public boolean awaitReady(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!play.picture().ready() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    return play.picture().ready();
  }

  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
    stream.close();
  }
}
