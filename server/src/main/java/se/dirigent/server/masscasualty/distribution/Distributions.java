package se.dirigent.server.masscasualty.distribution;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import se.dirigent.core.facility.Facility;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.masscasualty.MajorIncident;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.routing.travel.TravelTimes;
import se.dirigent.server.incident.IncidentRepository;
import se.dirigent.server.masscasualty.HospitalService;
import se.dirigent.server.masscasualty.HospitalService.Situation;
import se.dirigent.server.masscasualty.distribution.Plan.Elsewhere;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.picture.Pictures;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/**
 * Keeps the plan of each major incident that somebody looks at, made anew when a fact has changed:
 * beside the request, by one thread, so that a hard question delays no other room. Who asks waits a
 * moment for it, and is else told that it is being made.
 */
@Service
class Distributions {
  /** Who asks waits no longer; the plan comes with the next question. */
  private static final Duration WAIT = Duration.ofMillis(900);

  /** What one deviation costs is worth waiting for a little longer: nothing else is shown yet. */
  private static final Duration WAIT_ELSEWHERE = Duration.ofSeconds(3);

  /** Major incidents looked at at once, and plans of each that a decision may refer to. */
  private static final int DESKS_MAX = 20;

  private static final int REMEMBERED_MAX = 50;

  private static final Logger LOG = LoggerFactory.getLogger(Distributions.class);

  private final Regions regions;
  private final HospitalService hospitals;
  private final Candidates candidates;
  private final IncidentRepository incidents;
  private final Pictures pictures;
  private final TravelTimes times;
  private final InstantSource clock;
  private final ExecutorService worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(2 * DESKS_MAX),
          Thread.ofPlatform().name("distribution").daemon().factory());
  private final Map<String, Desk> desks =
      new LinkedHashMap<>(DESKS_MAX, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Desk> eldest) {
          return size() > DESKS_MAX;
        }
      };

  /** What is known of one major incident's plan; guarded by itself. */
  private static final class Desk {
    private String mark = "";
    private @Nullable DistributionAnswer answer;
    private @Nullable Plan plan;
    private @Nullable CompletableFuture<Void> running;
    private final Map<String, Map<String, String>> remembered =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Map<String, String>> eldest) {
            return size() > REMEMBERED_MAX;
          }
        };
  }

  Distributions(
      Regions regions,
      HospitalService hospitals,
      Candidates candidates,
      IncidentRepository incidents,
      Pictures pictures,
      TravelTimes times,
      InstantSource clock) {
    this.regions = regions;
    this.hospitals = hospitals;
    this.candidates = candidates;
    this.incidents = incidents;
    this.pictures = pictures;
    this.times = times;
    this.clock = clock;
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  /**
   * The proposal as facts are now, or the one before while a new one is made.
   *
   * @throws se.dirigent.core.Refused {@code majorIncident.unknown}
   */
  DistributionAnswer current(RegionCode code, MajorIncidentId of) {
    Region region = regions.getServed(code);
    String mark = mark(region.code(), of);
    Desk desk = desk(region.code(), of);
    long until = System.nanoTime() + WAIT.toNanos();
    // Somebody else's question may be under way, of facts before these: then once more.
    for (int turn = 0; turn < 2; turn++) {
      CompletableFuture<Void> running;
      synchronized (desk) {
        if (mark.equals(desk.mark) && desk.answer != null) {
          return desk.answer;
        }
        running = desk.running;
        if (running == null || running.isDone()) {
          running = start(desk, region, of, mark);
        }
      }
      if (running == null || !wait(running, until - System.nanoTime())) {
        break;
      }
    }
    synchronized (desk) {
      if (desk.answer == null) {
        return DistributionAnswer.none(clock.instant(), "first");
      }
      return mark.equals(desk.mark) ? desk.answer : desk.answer.overtaken(clock.instant());
    }
  }

  /** What the facts are by which the plan is made: as long as it is the same, so is the plan. */
  private String mark(RegionCode code, MajorIncidentId of) {
    Picture picture = pictures.latest(code);
    int units = picture.units().stream().map(u -> u.id() + ":" + u.version()).toList().hashCode();
    long minute = clock.instant().getEpochSecond() / 60;
    return hospitals.mark(code, of) + " " + Integer.toHexString(units) + " " + minute;
  }

  private Desk desk(RegionCode code, MajorIncidentId of) {
    synchronized (desks) {
      return desks.computeIfAbsent(code + " " + of, _ -> new Desk());
    }
  }

  private @Nullable CompletableFuture<Void> start(
      Desk desk, Region region, MajorIncidentId of, String mark) {
    try {
      CompletableFuture<Void> running =
          CompletableFuture.runAsync(() -> reckon(desk, region, of, mark), worker);
      desk.running = running;
      return running;
    } catch (RejectedExecutionException e) {
      LOG.warn("too many distributions are asked for at once; the one before stands", e);
      return null;
    }
  }

  /** Whether it came in time. */
  private static boolean wait(CompletableFuture<?> running, long nanos) {
    try {
      running.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void reckon(Desk desk, Region region, MajorIncidentId of, String mark) {
    Plan before;
    synchronized (desk) {
      before = desk.plan;
    }
    Plan plan = null;
    DistributionAnswer answer;
    try {
      Situation situation = hospitals.situation(region.code(), of);
      Picture picture = pictures.current(region.code());
      Question question = question(region, situation, picture);
      String why = why(situation, question);
      if (question == null || why != null) {
        answer = DistributionAnswer.none(picture.now(), Objects.requireNonNullElse(why, "place"));
      } else {
        plan = Plan.of(UUID.randomUUID().toString(), question, before);
        answer = Waves.of(plan, picture.now());
      }
    } catch (RuntimeException e) {
      LOG.error("the distribution of {} could not be reckoned; the key's stands", of, e);
      plan = null;
      answer = DistributionAnswer.none(clock.instant(), "failed");
    }
    synchronized (desk) {
      desk.running = null;
      desk.mark = mark;
      desk.plan = plan;
      desk.answer = answer;
      if (plan != null) {
        desk.remembered.put(plan.id(), plan.facilities());
      }
    }
  }

  private static @Nullable String why(Situation situation, @Nullable Question question) {
    if (!situation.major().open()) {
      return "over";
    }
    if (situation.casualties().stream().noneMatch(Question::asks)) {
      return "nobody";
    }
    if (question == null) {
      return "place";
    }
    return question.carriers().isEmpty() ? "vehicles" : null;
  }

  private @Nullable Question question(Region region, Situation situation, Picture picture) {
    Position main = place(situation.major());
    if (main == null) {
      return null;
    }
    Instant now = picture.now();
    List<Facility> facilities = candidates.of(situation, main, now);
    Map<String, Position> where = new HashMap<>();
    facilities.forEach(f -> where.put(f.id(), f.position()));
    region.facilities().forEach(f -> where.put(f.id(), f.position()));
    Carriers carriers = new Carriers(region, picture, situation, main, where, times);
    return Question.of(new Question.Known(situation, now, main, facilities, carriers, times));
  }

  /** Where the event is: where the first of its incidents with a position is. */
  private @Nullable Position place(MajorIncident major) {
    for (IncidentId id : major.incidents()) {
      Position at =
          incidents.find(major.region(), id).map(i -> i.location().position()).orElse(null);
      if (at != null) {
        return at;
      }
    }
    return null;
  }

  /**
   * What was planned for those without a hospital, by tag; empty when the proposal is not
   * remembered, and nothing is known to follow it.
   */
  Map<String, String> planned(RegionCode code, MajorIncidentId of, String proposal) {
    Desk desk = desk(regions.getServed(code).code(), of);
    synchronized (desk) {
      return desk.remembered.getOrDefault(proposal, Map.of());
    }
  }

  /**
   * What it would cost to send a casualty to another hospital than is proposed.
   *
   * @return null when there is no room, no way, or no proposal to measure from
   */
  @Nullable Elsewhere elsewhere(RegionCode code, MajorIncidentId of, String tag, String facility) {
    current(code, of);
    Desk desk = desk(regions.getServed(code).code(), of);
    Plan plan;
    synchronized (desk) {
      plan = desk.plan;
    }
    if (plan == null) {
      return null;
    }
    int casualty = plan.question().casualty(tag);
    int hospital = plan.question().hospital(facility);
    if (casualty < 0 || hospital < 0) {
      return null;
    }
    return ask(() -> plan.elsewhere(casualty, hospital));
  }

  private <T> @Nullable T ask(Supplier<@Nullable T> question) {
    try {
      return CompletableFuture.supplyAsync(question, worker)
          .get(WAIT_ELSEWHERE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
      LOG.warn("what a deviation costs could not be reckoned", e);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
