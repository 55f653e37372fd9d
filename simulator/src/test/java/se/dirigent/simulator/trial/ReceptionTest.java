package se.dirigent.simulator.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.optimiser.queueing.Erlang;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.chain.Event;
import se.dirigent.simulator.chain.Receiving;
import se.dirigent.simulator.chain.Talk;
import se.dirigent.simulator.chain.Travel;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.policy.ClosestIdle;

/** Emergency departments that are full, hospitals chosen, and drives that differ. */
class ReceptionTest {
  private static final int DAYS = 12;
  private static final Event.Span ALWAYS = new Event.Span(Duration.ZERO, Duration.ofDays(100));

  /** Two hospitals, one in the middle and one in a corner. */
  private static final Ground GROUND =
      new Ground(
          TrialTest.STREETS,
          IntStream.range(0, TrialTest.GROUND.zones()).toArray(),
          TrialTest.GROUND.demand(),
          new int[] {13, 22, 121, 130},
          new int[] {66, 0},
          1);

  private static TrialReport run(Chain chain, int units, long seed) {
    TrialWorld world =
        TrialWorld.of(
                "town",
                GROUND,
                TrialTest.STREETS.nodes(),
                TrialWorld.Areas.one("town", GROUND.zones()),
                TrialTest.MODEL,
                IntStream.range(0, units).mapToObj(u -> TrialUnit.always("u" + u, u % 4)).toList(),
                GROUND.bases(),
                StandbyRules.defaults())
            .with(
                chain,
                new TrialWorld.Named(List.of("a", "b", "c", "d"), List.of("middle", "corner")));
    Calls calls = Calls.draw(world, seed, DAYS);
    return new Trial(world, calls, ClosestIdle.home()).run(DAYS);
  }

  private static Receiving.Room room(String hospital, int places, double walkIns, int hours) {
    return new Receiving.Room(
        hospital, places, walkIns, new Talk.Exponential(Duration.ofHours(hours)), 1, 100);
  }

  private static Chain rooms(Receiving.Choice choice, Receiving.Room... rooms) {
    return Chain.NONE.withReceiving(new Receiving(List.of(rooms), choice));
  }

  private static Interval of(Chain chain, ToDoubleFunction<TrialReport> measure) {
    return Interval.of(
        IntStream.range(0, 40)
            .parallel()
            .mapToDouble(seed -> measure.applyAsDouble(run(chain, 40, seed)))
            .toArray());
  }

  /**
   * All patients to one hospital; those by ambulance go first: a queue with two sorts of customers
   * for the same servers (Cobham 1954), in which the first wait C / (c μ − λ₁).
   */
  @Test
  void s1_crewsWaitAsTheQueueWithPrioritySays() {
    Chain chain =
        rooms(Receiving.Choice.NEAREST, room("middle", 24, 190, 2))
            .withEvents(List.of(new Event.HospitalClosed(ALWAYS, "corner")));
    double ambulances = 120 * (0.5 * 0.8 + 0.5 * 0.5) / 86_400;
    double all = ambulances + 190 / 86_400.0;
    double stay = 7_200;
    double exact = Erlang.waiting(all * stay, 24) / (24 / stay - ambulances);
    Interval wait = of(chain, r -> r.chain().offload().meanSeconds());
    assertTrue(wait.half() < 0.2 * exact, wait.toString());
    assertEquals(exact, wait.mean(), 1.5 * wait.half());
    Interval taken = of(chain, r -> r.chain().placesTaken());
    assertEquals(all * stay / 24, taken.mean(), 1.5 * taken.half());
  }

  @Test
  void s2_aDepartmentWithPlacesCostsNothing() {
    TrialReport open = run(rooms(Receiving.Choice.NEAREST, room("middle", 500, 10, 2)), 6, 1);
    TrialReport none = run(Chain.NONE, 6, 1);
    assertEquals(none.meanSeconds(), open.meanSeconds(), 1e-9);
    assertEquals(none.busy(), open.busy(), 1e-9);
    assertEquals(0, open.chain().offload().meanSeconds());
    assertEquals(0, open.chain().elsewhere());
  }

  @Test
  void s3_patientsGoWhereThereIsAPlaceSoonest() {
    Receiving.Room full = room("middle", 20, 230, 2);
    Receiving.Room other = room("corner", 20, 50, 2);
    Interval nearest =
        of(rooms(Receiving.Choice.NEAREST, full, other), r -> r.chain().offload().meanSeconds());
    Interval soonest =
        of(rooms(Receiving.Choice.SOONEST, full, other), r -> r.chain().offload().meanSeconds());
    assertTrue(soonest.mean() < 0.7 * nearest.mean(), soonest + " against " + nearest);
    TrialReport steered = run(rooms(Receiving.Choice.SOONEST, full, other), 12, 1);
    assertTrue(steered.chain().elsewhere() > 0.01);
    assertEquals(steered, run(rooms(Receiving.Choice.SOONEST, full, other), 12, 1));
  }

  @Test
  void s4_capabilityAndDiversionSteerToo() {
    Talk stay = new Talk.Exponential(Duration.ofHours(2));
    Receiving.Room light = new Receiving.Room("middle", 500, 0, stay, 2, 100);
    TrialReport capable = run(rooms(Receiving.Choice.NEAREST, light), 12, 1);
    double middle =
        IntStream.range(0, GROUND.zones())
            .filter(zone -> GROUND.hospitalNearest(zone) == 0)
            .mapToDouble(zone -> GROUND.demand()[zone])
            .sum();
    // Of those conveyed .8 of .5 are of the first level.
    assertEquals(middle * 0.4 / 0.65, capable.chain().elsewhere(), 0.05);
    Receiving.Room diverts = new Receiving.Room("middle", 20, 260, stay, 1, 0);
    TrialReport diverted = run(rooms(Receiving.Choice.NEAREST, diverts), 20, 1);
    assertTrue(diverted.chain().elsewhere() > 0.05, diverted.chain().toString());
  }

  /** Median 1 and nine of ten within a quarter more, the same for a call in every run. */
  @Test
  void s5_drivesSpreadAsTheyAreSaidTo() {
    TrialWorld world =
        TrialTest.WORLD.with(
            Chain.NONE.withTravel(new Travel(0.25, null)), TrialWorld.Named.NOTHING);
    Calls calls = Calls.draw(world, 1, 100);
    Roads roads = new Roads(world, calls);
    double[] luck =
        IntStream.range(0, calls.size())
            .mapToDouble(call -> roads.luck(call, Roads.TO_CALL))
            .sorted()
            .toArray();
    assertEquals(1, luck[luck.length / 2], 0.01);
    assertEquals(1.25, luck[luck.length * 9 / 10], 0.02);
    assertEquals(roads.luck(7, 0), new Roads(world, Calls.draw(world, 1, 100)).luck(7, 0));
    assertTrue(Arrays.stream(luck).allMatch(l -> l > 0.4 && l < 2.5));
  }

  /** In winter driving takes 1.08 times as long; the rest of the response is as it was. */
  @Test
  void s6_winterIsSlower() {
    Interval bare = of(Chain.NONE, TrialReport::meanSeconds);
    Chain january = Chain.NONE.withTravel(new Travel(0, LocalDate.of(2027, 1, 4)));
    Chain june = Chain.NONE.withTravel(new Travel(0, LocalDate.of(2027, 6, 7)));
    assertEquals(bare, of(june, TrialReport::meanSeconds));
    double drive = bare.mean() - 90;
    assertEquals(bare.mean() + 0.08 * drive, of(january, TrialReport::meanSeconds).mean(), 5);
  }

  /**
   * Common random numbers: a patient stays as long wherever it is taken, and whoever came before.
   */
  @Test
  void s7_aPatientStaysAsLongInWhicheverDepartment() {
    Chain both =
        rooms(Receiving.Choice.NEAREST, room("middle", 500, 0, 2), room("corner", 500, 0, 2));
    Chain one = both.withEvents(List.of(new Event.HospitalClosed(ALWAYS, "corner")));
    double taken = run(both, 20, 1).chain().placesTaken();
    assertEquals(taken, run(one, 20, 1).chain().placesTaken(), 0.01 * taken);
  }
}
