package se.dirigent.benchmarks.plan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;
import se.dirigent.core.transport.mode.Facts;
import se.dirigent.core.transport.mode.ModeAdvisor;
import se.dirigent.core.transport.mode.ModeAdvisor.When;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.Needs.Care;
import se.dirigent.core.transport.mode.Needs.Posture;
import se.dirigent.core.transport.mode.Urgency;
import se.dirigent.core.transport.mode.Ways;
import se.dirigent.core.transport.trial.PastOrder;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.server.transport.DoorToDoor;

/**
 * A month of Jämtland's secondary transports, invented: the places are the region's and its usual
 * receivers', the journeys are on the built-in network, and how many there are of each kind is an
 * assumption named here. Nobody publishes them.
 */
final class TransportMonth {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
  private static final Instant FIRST = Instant.parse("2026-10-01T06:00:00Z");
  private static final int DAYS = 30;

  /** 20 flights a month: 240 of the country's 3 800 missions a year (2023), 6 %. [assumption] */
  private static final int SUBACUTE = 5;

  private static final int NO_CARE = 3;
  private static final int MUST_FLY = 12;

  /** Light care within the county, by ambulance before: one or two a day. [assumption] */
  private static final int LIGHT_CARE = 45;

  /** What no measure touches: planned care by ambulance, and sjukresor home. [assumption] */
  private static final int SKILLED = 40;

  private static final int HOME_SITTING = 400;
  private static final int HOME_LYING = 60;

  private final RegionPack pack;
  private final List<Position> receivers;
  private final DoorToDoor doors;
  private final SplittableRandom chance;
  private final List<PastOrder> orders = new ArrayList<>();

  /**
   * A month.
   *
   * @param receivers hospitals outside the region, each as likely as the next
   */
  TransportMonth(RegionPack pack, List<Position> receivers, DoorToDoor doors, long seed) {
    this.pack = pack;
    this.receivers = receivers;
    this.doors = doors;
    this.chance = new SplittableRandom(seed);
  }

  /** The orders, each with the mode that the table of that time gave it. */
  List<PastOrder> orders(ModeAdvisor then) {
    orders.clear();
    out(then, SUBACUTE, Posture.LIES, Care.SKILLED, Urgency.DAYS);
    out(then, NO_CARE, Posture.SITS, Care.NONE, Urgency.PLANNED);
    out(then, MUST_FLY, Posture.LIES, Care.SKILLED, Urgency.HOURS);
    within(then, LIGHT_CARE, Posture.LIES, Care.LIGHT);
    within(then, SKILLED, Posture.LIES, Care.SKILLED);
    within(then, HOME_SITTING, Posture.SITS, Care.NONE);
    within(then, HOME_LYING, Posture.LIES, Care.NONE);
    return List.copyOf(orders);
  }

  private void out(ModeAdvisor then, int count, Posture posture, Care care, Urgency urgency) {
    for (int n = 0; n < count; n++) {
      Position receiver = receivers.get(chance.nextInt(receivers.size()));
      boolean homewards = chance.nextBoolean();
      Position from = homewards ? receiver : hospital();
      Position to = homewards ? hospital() : receiver;
      add(then, from, to, needs(posture, care), urgency, true, false);
    }
  }

  private void within(ModeAdvisor then, int count, Posture posture, Care care) {
    for (int n = 0; n < count; n++) {
      add(then, hospital(), town(), needs(posture, care), Urgency.PLANNED, false, true);
    }
  }

  private void add(
      ModeAdvisor then,
      Position from,
      Position to,
      Needs needs,
      Urgency urgency,
      boolean outside,
      boolean home) {
    Instant ready = weekdayMorning();
    Ways ways = doors.ways(from, to, ready);
    Facts facts = new Facts(needs, urgency, outside, home, ways);
    When when = new When(ready.minus(Duration.ofHours(20)), ready, null);
    orders.add(
        new PastOrder("t" + orders.size(), facts, when, then.advise(facts, when).mode(), false));
  }

  private Instant weekdayMorning() {
    Instant at = FIRST;
    DayOfWeek day;
    do {
      at = FIRST.plus(Duration.ofDays(chance.nextInt(DAYS)));
      day = at.atZone(ZONE).getDayOfWeek();
    } while (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY);
    return at.plus(Duration.ofMinutes(15L * chance.nextInt(32)));
  }

  private Position hospital() {
    return pack.facilities().getFirst().position();
  }

  /** A town, the more likely the more live there. */
  private Position town() {
    int all = pack.places().stream().mapToInt(RegionPack.Place::population).sum();
    int turn = chance.nextInt(all);
    for (RegionPack.Place place : pack.places()) {
      turn -= place.population();
      if (turn < 0) {
        return place.position();
      }
    }
    throw new IllegalStateException("no town of " + pack.code());
  }

  private static Needs needs(Posture posture, Care care) {
    @Nullable Integer unknown = null;
    return new Needs(
        posture,
        false,
        care,
        0,
        care == Care.SKILLED,
        false,
        false,
        false,
        false,
        unknown,
        Needs.Infection.NONE,
        false,
        0,
        Needs.Escort.NONE,
        "");
  }
}
