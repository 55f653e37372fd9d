package se.dirigent.server.plan;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Transport;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.PlanBudget;
import se.dirigent.optimiser.plan.PlanChecker;
import se.dirigent.optimiser.plan.order.PlanRules;
import se.dirigent.optimiser.plan.order.Suffered;
import se.dirigent.optimiser.plan.search.PlanSearch;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.picture.Pictures;
import se.dirigent.server.plan.Board.Reason;
import se.dirigent.server.plan.RidePlan.Search;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.road.RoadsChanged;
import se.dirigent.server.transport.PlannedOrders;
import se.dirigent.server.transport.PlannedOrders.OrderChange;

/**
 * Keeps every served region's plan: mends it at once when an order, a unit or the time has changed,
 * betters it in the background, and commits the differences. One thread of its own takes the
 * regions in turn, so that planning never has more of the machine than one core, and of that a
 * quarter in searches.
 */
@Component
class Planner implements NeighbourRides.Known {
  /** Without any change it is looked at anew for what the time brings: delays, locks, shifts. */
  private static final Duration LOOK_AT_LEAST = Duration.ofSeconds(20);

  /** After a search its length times this is left to others. */
  private static final int REST_TIMES = 3;

  /** A plan that has not changed is searched again for what the hour has changed of the roads. */
  private static final long SEARCH_AGAIN_NANOS = TimeUnit.MINUTES.toNanos(5);

  /** What was suffered is counted anew this often. */
  private static final Duration REMEMBER_ANEW = Duration.ofMinutes(10);

  /**
   * So long a plan's reasons are asked for before it is shown: enough for all of a small region.
   */
  private static final long EXPLAIN_AT_ONCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /** So long they are asked for at each look that follows. */
  private static final long EXPLAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final Logger LOG = LoggerFactory.getLogger(Planner.class);

  private final Regions regions;
  private final Pictures pictures;
  private final PlannedOrders orders;
  private final Doors doors;
  private final NeighbourRides neighbours;
  private final TravelTimes times;
  private final long everyMillis;
  private final Map<RegionCode, Desk> desks = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("planner").daemon().factory());

  /** Marks of this run alone: another counts its rounds anew. */
  private final String born = Long.toString(System.nanoTime(), Character.MAX_RADIX);

  private volatile boolean going = true;

  /** What is remembered of a region between looks; nothing that a restart may not lose. */
  private static final class Desk {
    final PlanRules rules;
    final WayTable ways;
    final Rests rests = new Rests();
    volatile PlanState state = PlanState.NONE;
    String signature = "";
    Instant lookedAt = Instant.MIN;
    long searchedNanos;
    String searched = "";
    long restUntilNanos;
    volatile @Nullable Suffered suffered;
    volatile Instant sufferedAt = Instant.MIN;

    Desk(PlanRules rules, WayTable ways) {
      this.rules = rules;
      this.ways = ways;
    }
  }

  Planner(
      Regions regions,
      Pictures pictures,
      PlannedOrders orders,
      Doors doors,
      NeighbourRides neighbours,
      TravelTimes times,
      @Value("${dirigent.plan.every:PT1S}") Duration every) {
    this.regions = regions;
    this.pictures = pictures;
    this.orders = orders;
    this.doors = doors;
    this.neighbours = neighbours;
    this.times = times;
    this.everyMillis = every.toMillis();
  }

  @EventListener
  void begin(ApplicationReadyEvent ready) {
    if (everyMillis > 0) {
      var _ =
          thread.scheduleWithFixedDelay(
              this::lookAtAll, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }
  }

  @PreDestroy
  void end() {
    going = false;
    thread.shutdownNow();
  }

  @EventListener
  void roadsChanged(RoadsChanged changed) {
    desks
        .values()
        .forEach(desk -> {
          desk.ways.forget();
          desk.signature = "";
        });
  }

  /** What the region has settled about planning. */
  @Override
  public PlanRules rules(RegionCode region) {
    return desk(region).rules;
  }

  /** Ways as the region's plan reckons them. */
  WayTable ways(RegionCode region) {
    return desk(region).ways;
  }

  /** What the last look found. */
  @Override
  public PlanState state(RegionCode region) {
    return desk(region).state;
  }

  /** Which pauses crews have begun. */
  Rests rests(RegionCode region) {
    return desk(region).rests;
  }

  /** A mark that changes whenever the plan, an order of it or the search of it does. */
  String mark(RegionCode region) {
    Search search = desk(region).state.search();
    return String.join(
        ".", born, orders.signature(region), "" + search.rounds(), "" + search.running());
  }

  private Desk desk(RegionCode region) {
    return desks.computeIfAbsent(
        region, r -> new Desk(regions.settled("plan", r, PlanRules.class), new WayTable(times)));
  }

  private void lookAtAll() {
    for (RegionCode region : regions.served()) {
      try {
        if (going) {
          look(region);
        }
      } catch (RuntimeException | Error e) {
        // One region's trouble must not end the planning of the others, nor of this for good.
        if (!going) {
          return; // The search was ended with the service.
        }
        LOG.error("the plan of {} could not be looked at; the last one stands", region, e);
      }
    }
    try {
      neighbours.look(this);
    } catch (RuntimeException | Error e) {
      if (going) {
        LOG.error("rides could not be shared between regions; the next look tries again", e);
      }
    }
  }

  /** The problem as it is now, with the running plan mended; nothing is committed. */
  Looked now(RegionCode region) {
    Desk desk = desk(region);
    Board board = board(region, desk, orders.list(region, desk.rules.ridesMax()));
    return new Looked(board, mend(board));
  }

  /** A problem and its running plan. */
  record Looked(Board board, Plan plan) {}

  private static Plan mend(Board board) {
    return board.rides().isEmpty()
        ? board.running()
        : PlanSearch.mend(board.problem(), board.running(), 1);
  }

  /** Looks once at a region, in the planner's turn. */
  synchronized void look(RegionCode region) {
    Desk desk = desk(region);
    Picture picture = pictures.latest(region);
    if (picture.seq() < 0) {
      return;
    }
    String signature = orders.signature(region) + " " + units(desk, picture);
    boolean changed = !signature.equals(desk.signature);
    boolean due = !desk.lookedAt.plus(LOOK_AT_LEAST).isAfter(picture.now());
    if (changed || due) {
      desk.signature = signature;
      desk.lookedAt = picture.now();
      mendAndCommit(region, desk);
    }
    explain(desk);
    if (wantsSearch(desk)) {
      better(region, desk);
    }
  }

  private static int units(Desk desk, Picture picture) {
    List<Object> seen = new ArrayList<>();
    for (Unit unit : picture.units()) {
      if (desk.rules.kind(unit.kind()) != null) {
        seen.add(List.of(unit.id(), unit.status(), "" + unit.assignment(), "" + unit.shift()));
      }
    }
    return seen.hashCode();
  }

  private void mendAndCommit(RegionCode region, Desk desk) {
    long begun = System.nanoTime();
    List<Transport> open = orders.list(region, desk.rules.ridesMax());
    Picture picture = pictures.current(region);
    desk.rests.note(desk.state.seen(), desk.rules, picture.units(), open, picture.now());
    Board board = board(region, desk, open);
    Plan plan = mend(board);
    commit(region, board, plan, begun);
  }

  private Board board(RegionCode code, Desk desk, List<Transport> open) {
    Region region = regions.getServed(code);
    Picture picture = pictures.current(code);
    Map<String, Position> where = new HashMap<>();
    picture.positions().forEach(p -> where.put(p.unit().value(), p.position()));
    return new BoardMaker(
            new BoardMaker.Scene(
                region,
                desk.rules,
                regions.transportRules(code).receiving(),
                picture.units(),
                where,
                desk.rests,
                orders.driven(code, picture.now()),
                suffered(code, desk, picture.now()),
                open,
                picture.now()),
            doors)
        .make(desk.ways);
  }

  private ToDoubleFunction<Transport> suffered(RegionCode region, Desk desk, Instant now) {
    Suffered known = desk.suffered;
    if (known == null || desk.sufferedAt.plus(REMEMBER_ANEW).isBefore(now)) {
      Duration back = Duration.ofDays(desk.rules.delay().rememberDays());
      known = orders.suffered(region, now.minus(back));
      desk.suffered = known;
      desk.sufferedAt = now;
    }
    return known::minutes;
  }

  /**
   * Commits what the plan changes, if the separate checker finds no fault with it.
   *
   * @param begun when the work on it began, by the machine's clock in nanoseconds
   */
  boolean commit(RegionCode region, Board board, Plan plan, long begun) {
    Desk desk = desk(region);
    List<String> faults =
        board.rides().isEmpty() ? List.of() : PlanChecker.faults(board.problem(), plan);
    if (!faults.isEmpty()) {
      LOG.error("a plan of {} is refused and not committed: {}", region, faults);
      desk.state = desk.state.refused();
      return false;
    }
    PlanState.Seen before = desk.state.seen();
    Explained why = before == null ? Explained.of(board, plan) : Explained.of(board, plan, before);
    List<List<OrderChange>> groups =
        new ArrayList<>(
            Moves.of(
                board,
                plan,
                desk.rules,
                r -> why.reasons().getOrDefault(board.rides().get(r).id(), Reason.of("dear"))));
    groups.addAll(Bought.of(board, plan, desk.rules));
    boolean told = !groups.isEmpty() && orders.commit(region, groups) > 0;
    long millis = (System.nanoTime() - begun) / 1_000_000;
    PlanState.Seen found =
        new PlanState.Seen(board, plan, why.more(board, plan, EXPLAIN_AT_ONCE_NANOS));
    desk.state = desk.state.after(found, board.kronor(plan, desk.rules), told ? millis : -1);
    return told;
  }

  /** Explains some more of what the plan leaves out. */
  private static void explain(Desk desk) {
    PlanState.Seen seen = desk.state.seen();
    if (seen != null && !seen.why().open().isEmpty()) {
      Explained why = seen.why().more(seen.board(), seen.plan(), EXPLAIN_NANOS);
      desk.state = desk.state.explained(new PlanState.Seen(seen.board(), seen.plan(), why));
    }
  }

  /** Only what has changed is worth a search, and others want the machine too. */
  private static boolean wantsSearch(Desk desk) {
    long now = System.nanoTime();
    PlanState.Seen seen = desk.state.seen();
    boolean fresh = !desk.signature.equals(desk.searched);
    return seen != null
        && seen.board().rides().size() > 1
        && now - desk.restUntilNanos >= 0
        && (fresh || now - desk.searchedNanos > SEARCH_AGAIN_NANOS);
  }

  private void better(RegionCode region, Desk desk) {
    long begun = System.nanoTime();
    double seconds = desk.rules.better().seconds();
    desk.searched = desk.signature;
    desk.searchedNanos = begun;
    desk.state = desk.state.running(true);
    try {
      List<Transport> open = orders.list(region, desk.rules.ridesMax());
      Board board = board(region, desk, open);
      Plan mended = mend(board);
      Plan found =
          PlanSearch.run(
              board.problem(),
              mended,
              PlanBudget.ofSeconds(1, 1, seconds),
              System::nanoTime,
              _ -> going);
      if (isBetter(board, desk.rules, found, mended)) {
        boolean _ = commit(region, board, found, begun);
      }
    } finally {
      desk.state = desk.state.running(false);
      long took = System.nanoTime() - begun;
      desk.restUntilNanos = System.nanoTime() + REST_TIMES * took;
    }
  }

  /**
   * More rides, or so much cheaper that it is worth moving them: a plan must not flutter. What is
   * left out and what is late counts, so that a ride may give way to one that has waited longer.
   */
  private static boolean isBetter(Board board, PlanRules rules, Plan found, Plan mended) {
    long missing = board.missing(found, rules);
    long before = board.missing(mended, rules);
    double least = 1 + board.kronor(mended, rules) * rules.better().percent() / 100;
    return missing < before
        || missing == before && cost(board, found, rules) <= cost(board, mended, rules) - least;
  }

  private static double cost(Board board, Plan plan, PlanRules rules) {
    return plan.cost() + Delays.kronor(board, plan, rules);
  }

  /** Units that take planned rides, for who asks by name. */
  @Nullable Unit unit(RegionCode region, String id) {
    return pictures.latest(region).units().stream()
        .filter(u -> u.id().value().equals(id))
        .findAny()
        .orElse(null);
  }
}
