package se.dirigent.server.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.dispatch.DispatchCommand;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.UnitCommand;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentCommand;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Location;
import se.dirigent.core.incident.Outcome;
import se.dirigent.core.incident.PositionQuality;
import se.dirigent.core.incident.Source;
import se.dirigent.server.RunningService;
import se.dirigent.server.fleet.FleetService;
import se.dirigent.server.fleet.UnitRepository;
import se.dirigent.server.incident.IncidentService;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.JournalVerifier;
import se.dirigent.server.picture.StateVerifier;

/**
 * Many people on the same few incidents and units at once, each command sent twice: whatever
 * happens, the journal is whole, its fold is the tables, and nothing is done twice.
 */
class CrowdedRoomTest {
  private static final RunningService SERVICE = RunningService.start(CrowdedRoomTest.class);
  private static final RegionCode REGION = new RegionCode(RunningService.REGION);
  private static final long SEED = 20261122;
  private static final int PEOPLE = 8;
  private static final int COMMANDS_EACH = 150;
  private static final int INCIDENTS = 6;

  private final IncidentService incidents = SERVICE.bean(IncidentService.class);
  private final FleetService fleet = SERVICE.bean(FleetService.class);
  private final DispatchService dispatch = SERVICE.bean(DispatchService.class);
  private final Map<UUID, Answer> answers = new ConcurrentHashMap<>();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void nothingIsLostDoneTwiceOrTorn() throws Exception {
    List<UnitId> units =
        SERVICE.bean(UnitRepository.class).listAll(REGION).stream()
            .limit(5)
            .map(u -> u.id())
            .toList();
    Instant now = Instant.now();
    Shift shift = new Shift(now.minusSeconds(60), now.plus(Duration.ofHours(8)), null, null);
    for (UnitId unit : units) {
      fleet.run(
          REGION, UUID.randomUUID(), "test", new UnitCommand.StartShift(unit, shift, List.of()));
    }
    List<Callable<Integer>> people = new ArrayList<>();
    for (int p = 0; p < PEOPLE; p++) {
      int person = p;
      people.add(() -> work(person, units));
    }
    int carriedOut = 0;
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> done : pool.invokeAll(people)) {
        carriedOut += done.get();
      }
    }
    String seed = "seed " + SEED + ", " + carriedOut + " carried out";
    assertTrue(carriedOut > 100, seed);
    var chain = SERVICE.bean(JournalVerifier.class).verify(REGION, _ -> {});
    assertTrue(chain.whole(), () -> seed + " " + chain);
    assertEquals(List.of(), SERVICE.bean(StateVerifier.class).differences(REGION, _ -> {}), seed);
  }

  private int work(int person, List<UnitId> units) {
    RandomGenerator random = new Random(SEED + person);
    int carriedOut = 0;
    for (int n = 0; n < COMMANDS_EACH; n++) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      Supplier<Answer> command = command(random, id, "person" + person % 3, units);
      boolean twice = random.nextInt(4) == 0;
      try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<@Nullable Answer> first = pool.submit(() -> tried(id, command));
        Future<@Nullable Answer> second = twice ? pool.submit(() -> tried(id, command)) : first;
        Answer one = first.get();
        Answer other = second.get();
        carriedOut += one == null && other == null ? 0 : 1;
        // A refusal is no answer: what was refused once may be allowed a moment later.
        if (one != null && other != null) {
          assertEquals(one, other, "a repeat got another answer");
        }
      } catch (Exception e) {
        throw new AssertionError("seed " + SEED + " person " + person + " command " + n, e);
      }
    }
    return carriedOut;
  }

  /** The answer, or null when the command was refused; the only failure allowed. */
  private @Nullable Answer tried(UUID id, Supplier<Answer> command) {
    try {
      Answer answer = command.get();
      Answer before = answers.putIfAbsent(id, answer);
      assertTrue(before == null || before.equals(answer), "done twice: " + id);
      return answer;
    } catch (Refused refused) {
      return null;
    }
  }

  private Supplier<Answer> command(
      RandomGenerator random, UUID id, String actor, List<UnitId> units) {
    IncidentId incident = incident(random);
    UnitId unit = units.get(random.nextInt(units.size()));
    AssignmentId assignment = new AssignmentId(incident, 1 + random.nextInt(30));
    return switch (random.nextInt(9)) {
      case 0 -> () -> incidents.run(REGION, id, actor, open(incident));
      case 1 -> on(id, actor, new IncidentCommand.ChangePriority(incident, "1A", "sämre"));
      case 2 -> on(id, actor, new IncidentCommand.ChangePriority(incident, "2A", "bättre"));
      case 3 -> on(id, actor, new IncidentCommand.ConfirmDowngrade(incident, null));
      case 4 -> send(id, actor, new DispatchCommand.Assign(incident, List.of(unit)));
      case 5 -> send(id, actor, new DispatchCommand.Redirect(unit, incident, "närmast"));
      case 6 -> send(id, actor, new DispatchCommand.StandDown(assignment, "behövs inte"));
      case 7 -> {
        Milestone milestone = Milestone.values()[1 + random.nextInt(Milestone.values().length - 1)];
        yield send(id, actor, new DispatchCommand.Pass(assignment, milestone, null, null));
      }
      default -> reopenOrClose(id, actor, incident, random.nextBoolean());
    };
  }

  private Supplier<Answer> reopenOrClose(UUID id, String actor, IncidentId i, boolean reopen) {
    Outcome cancelled = new Outcome(Outcome.Kind.CANCELLED, "avbeställd");
    return on(
        id,
        actor,
        reopen ? new IncidentCommand.Reopen(i, "fel") : new IncidentCommand.Close(i, cancelled));
  }

  private Supplier<Answer> on(UUID id, String actor, IncidentCommand command) {
    return () -> incidents.run(REGION, id, actor, command);
  }

  private Supplier<Answer> send(UUID id, String actor, DispatchCommand command) {
    return () -> dispatch.run(REGION, id, actor, command);
  }

  private static IncidentId incident(RandomGenerator random) {
    return new IncidentId("sos", "crowd", String.valueOf(random.nextInt(INCIDENTS)));
  }

  private static IncidentCommand open(IncidentId id) {
    return new IncidentCommand.Open(
        id,
        REGION,
        Source.SOS_ALARM,
        null,
        null,
        null,
        "",
        new Location("Torget", "Östersund", new Position(63.18, 14.64), PositionQuality.ADDRESS),
        "",
        "Prov",
        "1B",
        List.of());
  }
}
