package se.dirigent.simulator.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.cover.DemandZone;
import se.dirigent.optimiser.standby.Base;
import se.dirigent.optimiser.standby.CoverPrice;
import se.dirigent.optimiser.standby.Movable;
import se.dirigent.optimiser.standby.Relocations;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.ground.GroundTravelTimes;
import se.dirigent.simulator.policy.ClosestIdle;
import se.dirigent.simulator.policy.Posts;

/**
 * The twin's dispatchers price the cover as the live service does: at every call of a run, both are
 * asked about the same units and say the same to the last bit.
 */
class OnePriceTest {
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

  private static final Ground GROUND = TrialTest.GROUND;

  @Test
  void s1_theTwinsPriceIsTheLiveServices() {
    var both = new Both();
    new Trial(TrialTest.WORLD, Calls.draw(TrialTest.WORLD, 1, 8), both).run(8);
    assertTrue(both.compared > 2_000, "units compared: " + both.compared);
    assertTrue(both.different > 10, "prices that are told apart: " + both.different);
  }

  /** Asks both before each call and sends the nearest. */
  private static final class Both implements Policy {
    private final ClosestIdle nearest = ClosestIdle.home();
    private final Posts posts = Posts.of(TrialTest.WORLD, StandbyRules.defaults());
    private final Relocations live = live();
    private final List<Double> seen = new ArrayList<>();
    private int compared;
    private int different;

    @Override
    public int send(Situation situation, int call) {
      double urgent = 1 + call % 3;
      List<Movable> free = new ArrayList<>();
      for (int unit = 0; unit < situation.units(); unit++) {
        if (situation.free(unit)) {
          String base = "b" + situation.baseOf(unit);
          String id = situation.unit(unit).id();
          free.add(new Movable(id, base, base, position(situation.nodeOf(unit)), false, 0, false));
        }
      }
      Map<String, Double> asked = live.callsLost(free, urgent, NOON);
      CoverPrice price = posts.price(situation, 0, urgent);
      for (int unit = 0; unit < situation.units(); unit++) {
        double twin = price.callsLost(posts.covered(situation, unit));
        assertEquals(asked.getOrDefault(situation.unit(unit).id(), 0.0), twin, 0);
        compared++;
        if (!seen.contains(twin)) {
          seen.add(twin);
          different++;
        }
      }
      return nearest.send(situation, call);
    }

    private static Position position(int node) {
      return GROUND.position(node);
    }

    private static Relocations live() {
      List<Base> bases =
          IntStream.range(0, GROUND.bases())
              .mapToObj(b -> new Base("b" + b, position(GROUND.node(GROUND.base(b)))))
              .toList();
      List<DemandZone> places =
          IntStream.range(0, GROUND.zones())
              .mapToObj(z ->
                  new DemandZone("z" + z, "town", position(GROUND.node(z)), GROUND.demand()[z]))
              .toList();
      return new Relocations(
          bases,
          places,
          new Relocations.Goal(Duration.ofSeconds(270), Urgency.LIGHTS_AND_SIRENS),
          StandbyRules.defaults(),
          3,
          new GroundTravelTimes(GROUND, TrialTest.STREETS.nodes()));
    }
  }
}
