package se.dirigent.simulator.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.simulator.chain.Air;
import se.dirigent.simulator.chain.Chain;
import se.dirigent.simulator.chain.DoctorCars;
import se.dirigent.simulator.chance.Interval;
import se.dirigent.simulator.ground.Daylight;
import se.dirigent.simulator.ground.Journey;
import se.dirigent.simulator.policy.ClosestIdle;

/** Helicopters: weather, where they are sent, and what is flown. */
class SkyTest {
  private static final int DAYS = 11;

  private static Chain air(double notFlyable, int beyondMinutes) {
    return Chain.NONE.withAir(
        new Air(
            notFlyable,
            notFlyable,
            Duration.ofHours(6),
            Duration.ofMinutes(beyondMinutes),
            Duration.ofMinutes(2)));
  }

  private static TrialWorld world(Chain chain) {
    List<TrialUnit> units = new ArrayList<>();
    IntStream.range(0, 4).forEach(u -> units.add(TrialUnit.always("u" + u, 0)));
    TrialUnit road = units.getFirst();
    units.add(new TrialUnit("h", UnitKind.HELICOPTER, 1, 0, road.duty(), road.ends(), List.of()));
    return TrialWorld.of(
            "town",
            TrialTest.GROUND,
            TrialTest.STREETS.nodes(),
            TrialWorld.Areas.one("town", TrialTest.GROUND.zones()),
            TrialTest.MODEL.withPerDay(60),
            units,
            1,
            StandbyRules.defaults())
        .with(chain, TrialWorld.Named.NOTHING);
  }

  private static TrialReport run(Chain chain, long seed) {
    TrialWorld world = world(chain);
    return new Trial(world, Calls.draw(world, seed, DAYS), ClosestIdle.home()).run(DAYS);
  }

  /** A renewal process that is bad a fifth of the time in the long run. */
  @Test
  void s1_weatherStopsFlyingForItsShareOfTheTime() {
    double[] bad =
        IntStream.range(0, 40)
            .mapToDouble(seed -> {
              TrialWorld world = world(air(0.2, 5));
              Sky sky = new Sky(world, Calls.draw(world, seed, 1));
              return IntStream.range(0, 100 * 24)
                      .filter(hour -> !sky.isFlyable(0, hour * 3_600_000L))
                      .count()
                  / 2_400.0;
            })
            .toArray();
    Interval interval = Interval.of(bad);
    assertTrue(interval.half() < 0.02, interval.toString());
    assertEquals(0.2, interval.mean(), 1.5 * interval.half());
  }

  /** In the dark it is stopped more often, by day as before, with the very same weather. */
  @Test
  void s7_theDarkNeedsBetterWeather() {
    double[] byDay = new double[40];
    double[] inTheDark = new double[40];
    Daylight light = new Daylight(null);
    for (int seed = 0; seed < 40; seed++) {
      TrialWorld world =
          world(
              Chain.NONE.withAir(
                  new Air(0.2, 0.5, Duration.ofHours(6), Duration.ZERO, Duration.ZERO)));
      TrialWorld before = world(air(0.2, 5));
      Sky sky = new Sky(world, Calls.draw(world, seed, 1));
      Sky was = new Sky(before, Calls.draw(before, seed, 1));
      Position at = TrialTest.GROUND.position(TrialTest.GROUND.node(0));
      int[] dark = new int[2];
      int[] stopped = new int[2];
      for (int hour = 0; hour < 100 * 24; hour++) {
        int which = light.isDark(hour * 3_600_000L, at) ? 1 : 0;
        boolean flies = sky.isFlyable(0, hour * 3_600_000L);
        boolean flew = was.isFlyable(0, hour * 3_600_000L);
        assertTrue(which == 0 ? flies == flew : !flies || flew, "hour " + hour);
        dark[which]++;
        stopped[which] += flies ? 0 : 1;
      }
      byDay[seed] = (double) stopped[0] / dark[0];
      inTheDark[seed] = (double) stopped[1] / dark[1];
    }
    assertEquals(0.2, Interval.of(byDay).mean(), 1.5 * Interval.of(byDay).half());
    assertEquals(0.5, Interval.of(inTheDark).mean(), 1.5 * Interval.of(inTheDark).half());
  }

  @Test
  void s2_whereStationsAreNearNobodyFlies() {
    assertEquals(0, run(air(0, 600), 1).flightHoursPerDay());
    assertTrue(run(air(0, 5), 1).flightHoursPerDay() > 0.1);
    assertEquals(run(air(0.2, 5), 1), run(air(0.2, 5), 1));
  }

  @Test
  void s3_theMoreItIsFlyableTheSoonerTheMostUrgentAreMet() {
    double[] gain =
        IntStream.range(0, 10)
            .mapToDouble(seed ->
                run(air(0.9, 5), seed).levels().getFirst().meanSeconds()
                    - run(air(0, 5), seed).levels().getFirst().meanSeconds())
            .toArray();
    Interval interval = Interval.of(gain);
    assertTrue(interval.mean() - interval.half() > 0, interval.toString());
  }

  @Test
  void s4_whoFliesTurnsBackInTheFirstHalfAndGoesOnInTheSecond() {
    int from = TrialTest.GROUND.node(TrialTest.GROUND.base(0));
    int goal = TrialTest.GROUND.zones() - 1;
    Journey flight = new Journey(TrialTest.GROUND, from);
    assertEquals(160_000, flight.fly(goal, 0, 60_000, 100_000));
    assertEquals(from, flight.node(90_000));
    assertEquals(30_000, flight.ahead(90_000));
    assertEquals(TrialTest.GROUND.node(goal), flight.node(120_000));
    assertEquals(40_000, flight.ahead(120_000));
    assertEquals(0, flight.ahead(200_000));
  }

  /** A doctor car beside each most urgent call that it reaches; the first unit comes as before. */
  @Test
  void s5_doctorsComeBesideTheFirstUnit() {
    TrialUnit road = TrialUnit.always("d", 1);
    TrialUnit doctor =
        new TrialUnit("d", UnitKind.DOCTOR_CAR, 100, 1, road.duty(), road.ends(), List.of());
    List<TrialUnit> units =
        new ArrayList<>(IntStream.range(0, 4).mapToObj(u -> TrialUnit.always("u" + u, u)).toList());
    TrialReport without = with(units, Chain.NONE);
    units.add(doctor);
    TrialReport always = with(units, Chain.NONE.withDoctors(new DoctorCars(Duration.ofDays(1))));
    TrialReport near = with(units, Chain.NONE.withDoctors(new DoctorCars(Duration.ofMinutes(5))));
    assertEquals(without.levels(), always.levels());
    assertTrue(always.chain().withDoctor() > 0.7, always.chain().toString());
    assertTrue(near.chain().withDoctor() < always.chain().withDoctor());
    assertTrue(near.chain().doctorSeconds() <= 30 + 5 * 60);
    assertTrue(Double.isNaN(without.chain().withDoctor()));
  }

  /** 230 km/h, and three minutes to land; what comes before take-off is told apart. */
  @Test
  void s6_aFlightHoldsNoTakeOffAndItsHoursNoGround() {
    TrialWorld world = world(air(0, 5));
    Sky sky = new Sky(world, Calls.draw(world, 1, 1));
    int from = TrialTest.GROUND.node(TrialTest.GROUND.base(0));
    int zone = TrialTest.GROUND.zones() - 1;
    double metres =
        TrialTest.GROUND
            .position(from)
            .metresTo(TrialTest.GROUND.position(TrialTest.GROUND.node(zone)));
    assertEquals(metres / 230 * 3.6, sky.flightMillis(from, zone) / 1000.0, 0.01);
    assertEquals(metres / 230 * 3.6 + 180, sky.millis(from, zone) / 1000.0, 0.01);
    assertEquals(120_000, sky.startMillis());
  }

  private static TrialReport with(List<TrialUnit> units, Chain chain) {
    TrialWorld world =
        TrialWorld.of(
                "town",
                TrialTest.GROUND,
                TrialTest.STREETS.nodes(),
                TrialWorld.Areas.one("town", TrialTest.GROUND.zones()),
                TrialTest.MODEL.withPerDay(40),
                units,
                4,
                StandbyRules.defaults())
            .with(chain, TrialWorld.Named.NOTHING);
    return new Trial(world, Calls.draw(world, 1, DAYS), ClosestIdle.home()).run(DAYS);
  }
}
