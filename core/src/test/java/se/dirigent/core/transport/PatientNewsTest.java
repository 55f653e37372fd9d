package se.dirigent.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.Position;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.Advance;
import se.dirigent.core.transport.TransportCommand.Fate;
import se.dirigent.core.transport.mode.Needs;

/** Which orders close themselves when a patient system tells what became of the patient. */
class PatientNewsTest extends OrdersFixture {
  private static final Stop HOME =
      Stop.home("Testvägen 1, Testby", new Position(63.2, 14.7), 0, true);
  private static final PatientNews DIED = new PatientNews(Fate.DIED, null);
  private static final PatientNews WENT_HOME = new PatientNews(Fate.DISCHARGED, null);

  private Transport order(Stop from, Stop to) {
    return run(order(ID, request(from, to, at(TEN, null), Needs.none())));
  }

  private static List<Boolean> ends(Transport t, PatientNews... news) {
    return List.of(news).stream().map(one -> one.ends(t)).toList();
  }

  @Test
  void s01BetweenWardsAllOfThemEndIt() {
    Transport t = order(WARD, OTHER);
    assertEquals(
        List.of(true, true, true), ends(t, DIED, WENT_HOME, new PatientNews(Fate.MOVED, null)));
  }

  @Test
  void s02WhoWentHomeIsStillDrivenHome() {
    assertEquals(List.of(true, false), ends(order(WARD, HOME), DIED, WENT_HOME));
  }

  @Test
  void s03AVisitFromHomeStandsWhenTheStayBeforeItEnds() {
    Transport t = order(HOME, OTHER);
    assertEquals(
        List.of(true, false, false), ends(t, DIED, WENT_HOME, new PatientNews(Fate.MOVED, WARD)));
  }

  @Test
  void s04WhoWasMovedIsFetchedWhereThePatientIsNow() {
    Transport t = order(WARD, OTHER);
    assertTrue(new PatientNews(Fate.MOVED, OTHER).ends(t), "is there already");
    assertFalse(new PatientNews(Fate.MOVED, WARD).ends(t), "was moved to where it begins");
  }

  @Test
  void s05WhoIsOnBoardGoesOnAndWhatIsClosedStaysAsItIs() {
    order(WARD, OTHER);
    Transport aboard = run(new Advance(ID, Ride.LOADED, null));
    assertFalse(DIED.ends(aboard));
    assertFalse(DIED.ends(run(new Advance(ID, Ride.ARRIVED, null))));
  }
}
