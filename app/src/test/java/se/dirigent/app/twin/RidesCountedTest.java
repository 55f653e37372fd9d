package se.dirigent.app.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.TransportRules;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.simulator.ride.model.RideFigure;
import se.dirigent.simulator.ride.model.RideModel;
import se.dirigent.simulator.trial.CallModel;
import se.dirigent.simulator.twin.Blueprint;
import se.dirigent.simulator.twin.Experiment;
import se.dirigent.simulator.twin.RunReport;
import se.dirigent.simulator.twin.Scenario;
import se.dirigent.simulator.twin.Worlds;

/** What care transports that come to nothing are counted as: an order each, and never a trip. */
class RidesCountedTest {
  private static final Set<Mode> WITHOUT_CARE =
      Set.of(Mode.TAXI, Mode.WHEELCHAIR_TAXI, Mode.LYING_TRANSPORT);

  private static Blueprint region() throws IOException {
    return new ScenarioFile().read("jamtland-rides").blueprint();
  }

  private static Blueprint with(Blueprint of, CallModel calls, RideModel rides) {
    return new Blueprint(
        of.region(),
        of.areas(),
        of.regions(),
        of.zones(),
        of.stations(),
        of.standbyPoints(),
        of.hospitals(),
        of.units(),
        calls,
        of.driving(),
        of.dispatch(),
        of.advice(),
        of.chain(),
        rides);
  }

  /** The region's table without what gives care on the way. */
  private static RideModel withoutCare(RideModel of) {
    TransportRules was = of.rules();
    TransportRules rules =
        new TransportRules(
            was.tables(),
            was.modes().stream().filter(t -> WITHOUT_CARE.contains(t.mode())).toList(),
            was.deadlines(),
            was.receiving(),
            was.departments(),
            List.of(),
            was.airFee());
    return new RideModel(
        of.sites(),
        of.wards(),
        of.mix(),
        rules,
        of.planning(),
        of.inForce(),
        of.right(),
        of.command(),
        of.coverKept(),
        of.assessmentCars(),
        of.helicopters(),
        of.areaShare(),
        of.peopleShare());
  }

  private static List<RunReport> run(int days, Blueprint... worlds) throws InterruptedException {
    List<Scenario> scenarios =
        List.of(worlds).stream().map(w -> new Scenario("w", "w", w, List.of())).toList();
    return new Experiment(2, days, 1, 2)
        .run(scenarios, new Worlds(NationalNetwork.load().network(), 2), (_, _) -> true).stream()
            .map(List::getFirst)
            .toList();
  }

  private static double of(RunReport run, RideFigure figure) {
    return Objects.requireNonNull(run.rides()).of(figure);
  }

  @Test
  void s1_anOrderThatNoModeCanTakeIsAnOrderAndNotTaken() throws Exception {
    Blueprint usual = region();
    RideModel rides = Objects.requireNonNull(usual.rides());
    List<RunReport> runs = run(5, usual, with(usual, usual.calls(), withoutCare(rides)));
    RunReport all = runs.getFirst();
    RunReport few = runs.getLast();
    assertEquals(of(all, RideFigure.ORDERS), of(few, RideFigure.ORDERS), "as many are ordered");
    double refused = of(few, RideFigure.NOT_TAKEN) - of(all, RideFigure.NOT_TAKEN);
    assertTrue(refused > 0.1 * of(few, RideFigure.ORDERS), few.toString());
    assertEquals(0, of(few, RideFigure.FLIGHTS) + of(few, RideFigure.HELICOPTER_TRIPS));
    assertTrue(of(few, RideFigure.RIGHT) > 0 && of(few, RideFigure.RIGHT) <= 1);
  }

  /**
   * With twice the calls more trips lose their ambulance on its way to the patient. They are told
   * of as called off, and what is driven out of the county does not grow by them.
   */
  @Test
  void s2_aTripThatIsCalledOffIsNoTrip() throws Exception {
    Blueprint calm = region();
    CallModel many = calm.calls().withPerDay(2 * calm.calls().perDay());
    List<RunReport> runs = run(21, calm, with(calm, many, Objects.requireNonNull(calm.rides())));
    RunReport quiet = runs.getFirst();
    RunReport busy = runs.getLast();
    assertTrue(
        of(busy, RideFigure.CALLED_OFF) > of(quiet, RideFigure.CALLED_OFF),
        of(quiet, RideFigure.CALLED_OFF) + " and " + of(busy, RideFigure.CALLED_OFF));
    assertTrue(
        of(busy, RideFigure.ROAD_OUT) <= of(quiet, RideFigure.ROAD_OUT),
        of(quiet, RideFigure.ROAD_OUT) + " and " + of(busy, RideFigure.ROAD_OUT));
    assertTrue(
        of(busy, RideFigure.AMBULANCE_HOURS_AWAY) <= of(busy, RideFigure.AMBULANCE_HOURS),
        busy.toString());
  }
}
