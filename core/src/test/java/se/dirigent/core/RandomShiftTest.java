package se.dirigent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.dirigent.core.alarm.AlarmEvent;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.AssignmentEvent;
import se.dirigent.core.dispatch.Invariants;
import se.dirigent.core.fleet.UnitEvent;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentEvent;

/**
 * Random commands of all kinds, good and bad, in any order. {@link Centre} checks {@link
 * Invariants} after every one; the seed of a failure stands in its message.
 */
class RandomShiftTest {
  /** Short shifts, each replayed from nothing after every command. */
  private static final int SHORT_SEEDS = 50;

  private static final int SHORT_COMMANDS = 300;

  /** Long ones, in which things pile up; replayed now and then. */
  private static final int LONG_SEEDS = 4;

  private static final int LONG_COMMANDS = 6_000;

  private static final List<Class<?>> ROOMS =
      List.of(IncidentEvent.class, UnitEvent.class, AssignmentEvent.class, AlarmEvent.class);

  private static RandomShift run(long seed, int commands, int replayEvery) {
    RandomShift shift = new RandomShift(new SplittableRandom(seed));
    for (int n = 1; n <= commands; n++) {
      try {
        shift.step();
        if (n % replayEvery == 0) {
          Centre centre = shift.centre();
          assertEquals(Invariants.of(centre.scene()), Invariants.of(centre.replayed()), "replay");
        }
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("seed " + seed + ", command " + n + ": " + shift.last(), failure);
      }
    }
    return shift;
  }

  @Test
  void s01TheSameSeedGivesTheSameShift() {
    assertEquals(
        run(1, SHORT_COMMANDS, 50).centre().journal(),
        run(1, SHORT_COMMANDS, 50).centre().journal());
  }

  @Test
  void s02TheInvariantsHoldAndTheJournalAloneMakesTheScene() {
    TreeSet<String> events = new TreeSet<>();
    TreeMap<String, Integer> refusals = new TreeMap<>();
    for (long seed = 1; seed <= SHORT_SEEDS; seed++) {
      RandomShift shift = run(seed, SHORT_COMMANDS, 1);
      events.addAll(shift.events());
      shift.refusals().forEach((code, times) -> refusals.merge(code, times, Integer::sum));
    }
    assertEquals(allEvents(), events, "a test that never meets an event says nothing of it");
    List<String> expected =
        List.of(
            "alarm.ended",
            "assessment.notOwn",
            "assessment.notWaiting",
            "assessment.taken",
            "assignment.ended",
            "assignment.unknown",
            "contact.nextDue",
            "destination.late",
            "downgrade.samePerson",
            "duplicate.chain",
            "duplicate.urgency",
            "incident.closed",
            "incident.hasUnits",
            "milestone.passed",
            "question.closed",
            "question.open",
            "referral.callBack",
            "referral.pending",
            "referral.urgent",
            "standby.moves",
            "standby.none",
            "standby.same",
            "text.characters",
            "time.future",
            "time.order",
            "unit.busy",
            "unit.driving",
            "unit.patientOnBoard",
            "unit.transportOnBoard");
    assertTrue(refusals.keySet().containsAll(expected), () -> "only these came up: " + refusals);
  }

  @Test
  void s03LongShifts() {
    for (long seed = 1001; seed < 1001 + LONG_SEEDS; seed++) {
      RandomShift shift = run(seed, LONG_COMMANDS, 1_000);
      assertTrue(shift.centre().scene().assignments().size() > 100, "seed " + seed);
      requireVersionsCount(shift.centre());
    }
  }

  /** A version is the number of events a thing has seen, so that nobody overwrites unseen. */
  private static void requireVersionsCount(Centre centre) {
    Map<Object, Integer> seen = new HashMap<>();
    centre.journal().forEach(written -> seen.merge(subject(written.event()), 1, Integer::sum));
    centre.scene().incidents().forEach(i -> assertEquals(seen.get(i.id()), i.version()));
    centre.scene().units().forEach(u -> assertEquals(seen.get(u.id()), u.version()));
    centre.scene().assignments().forEach(a -> assertEquals(seen.get(a.id()), a.version()));
    centre.scene().alarms().forEach(a -> assertEquals(seen.get(a.id()), a.version()));
  }

  private static Object subject(Event event) {
    return switch (event) {
      case IncidentEvent e -> e.incident();
      case UnitEvent e -> e.unit();
      case AssignmentEvent e -> e.assignment();
      case AlarmEvent e -> e.alarm();
      default -> throw new IllegalArgumentException("an event of no known room: " + event);
    };
  }

  @Test
  void s04OnceLookedAtADeadlineIsAhead() {
    for (long seed = 2001; seed <= 2020; seed++) {
      Centre centre = run(seed, SHORT_COMMANDS, SHORT_COMMANDS).centre();
      for (Incident incident : centre.scene().incidents()) {
        centre.look(incident.id());
        Instant deadline = centre.incident(incident.id()).deadline();
        requireAhead(Objects.requireNonNullElse(deadline, Instant.MAX), centre, seed);
        assertEquals(List.of(), centre.look(incident.id()), "seed " + seed);
      }
      for (Assignment assignment : centre.scene().assignments()) {
        centre.look(assignment.id());
        Instant checkAt = centre.assignment(assignment.id()).checkAt();
        requireAhead(Objects.requireNonNullElse(checkAt, Instant.MAX), centre, seed);
      }
    }
  }

  private static void requireAhead(Instant deadline, Centre centre, long seed) {
    assertTrue(
        deadline.isAfter(centre.now()),
        () -> "seed " + seed + ": a clock would spin on " + deadline);
  }

  private static TreeSet<String> allEvents() {
    TreeSet<String> names = new TreeSet<>();
    for (Class<?> room : ROOMS) {
      Arrays.stream(room.getPermittedSubclasses()).map(Class::getSimpleName).forEach(names::add);
    }
    return names;
  }
}
