package se.dirigent.server.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.dirigent.server.plan.TwoRegions.AT_HOME;
import static se.dirigent.server.plan.TwoRegions.HOMEWARD;
import static se.dirigent.server.plan.TwoRegions.NEXT;
import static se.dirigent.server.plan.TwoRegions.OWN;
import static se.dirigent.server.plan.TwoRegions.ok;
import static se.dirigent.server.plan.TwoRegions.own;
import static se.dirigent.server.plan.TwoRegions.path;
import static se.dirigent.server.plan.TwoRegions.there;
import static se.dirigent.server.plan.TwoRegions.unitOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportId;
import se.dirigent.server.identity.Role;
import se.dirigent.server.platform.TestDatabase;
import se.dirigent.server.transport.PlannedOrders;
import se.dirigent.server.web.Client;
import se.dirigent.server.web.Client.Answer;

/**
 * Two regions that share a ride decide against each other at the same moment, are asked by people
 * who may not, and are stopped in the middle: in the end one of them drives it, and both know who.
 */
@TestMethodOrder(MethodName.class)
class NeighbourRaceTest {
  private static final TestDatabase DATABASE = TestDatabase.migrated(NeighbourRaceTest.class);
  private static final Duration SOON = Duration.ofMinutes(40);
  private static final int ROUNDS = 4;

  private static TwoRegions both = TwoRegions.start(DATABASE.url());

  @AfterAll
  static void stop() {
    both.server.stop();
    DATABASE.close();
  }

  @Test
  void s01TakenInTwiceAtTheSameMomentItIsThereOnce() throws Exception {
    PlanFixture.onDuty(both.command, AT_HOME);
    both.onDutyThere();
    String id = both.order(Duration.ofHours(9));
    PlannedOrders orders = both.server.bean(PlannedOrders.class);
    Transport order = orders.get(OWN, new TransportId(id));
    TransportId as = new TransportId(id + "-x");
    Callable<Boolean> take =
        () -> {
          orders.take(NEXT, order, as, "Demo vårdenhet", 1000);
          return true;
        };
    assertEquals(List.of(true, true), atOnce(take, take));
    assertEquals(1, ordered(as));
    // Nobody offers it there, so that the next look gives it back.
    both.await("given back", () -> closed(both.there(as.value()).get("ride").asString()));
    ok(both.command.send("POST", own(id, "fate"), "{\"fate\":\"MOVED\"}"));
  }

  private static long ordered(TransportId as) {
    return both.there(as.value())
        .get("changes")
        .valueStream()
        .filter(c -> c.get("what").asString().equals("TransportOrdered"))
        .count();
  }

  /** Does both at the same moment, and gives what each gave. */
  private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<T>> futures = new ArrayList<>();
    try (var pool = Executors.newFixedThreadPool(2)) {
      for (Callable<T> each : List.of(one, other)) {
        futures.add(
            pool.submit(() -> {
              start.await();
              return each.call();
            }));
      }
    }
    return List.of(futures.get(0).get(), futures.get(1).get());
  }

  @Test
  void s02OneRegionTakesItBackWhileTheOtherSetsOut() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String out = both.outward(SOON);
      String id = both.order(HOMEWARD);
      String as = both.takenIn(id);
      List<Answer> answers =
          atOnce(
              () -> both.command.send("POST", own(id, "release"), "{}"),
              () -> both.neighbour.send("POST", there(as, "steps"), "{\"ride\":\"UNDER_WAY\"}"));
      answers.forEach(answer -> assertTrue(answer.status() < 500, answer.body()));
      both.await("one drives it", () -> settled(id, as));
      both.end(out, id);
    }
  }

  @Test
  void s03BothSayNoAtOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String out = both.outward(SOON);
      String id = both.order(HOMEWARD);
      String as = both.takenIn(id);
      List<Answer> answers =
          atOnce(
              () -> both.command.send("POST", own(id, "fate"), "{\"fate\":\"DIED\"}"),
              () -> both.neighbour.send("POST", there(as, "refusal"), "{\"reason\":\"Prio 1\"}"));
      answers.forEach(answer -> assertTrue(answer.status() < 500, answer.body()));
      both.await("nobody drives it", () -> closed(both.there(as).get("ride").asString()));
      assertEquals("ENDED", both.rideOf(id));
      assertFalse(both.patientThere(as).contains("Testperson Tolv"), "a stranger again");
      both.end(out, "");
    }
  }

  /** Either the other region drives it and the own has no vehicle for it, or the other way. */
  private static boolean settled(String id, String as) {
    String ride = both.there(as).get("ride").asString();
    boolean others =
        both.booking(id).equals("CONFIRMED")
            && !closed(ride)
            && ride.equals(both.rideOf(id))
            && unitOf(both.own(id)).isEmpty();
    boolean ours =
        !both.booking(id).equals("CONFIRMED")
            && closed(ride)
            && unitOf(both.own(id)).equals(AT_HOME);
    return others || ours;
  }

  private static boolean closed(String ride) {
    return List.of("CANCELLED", "REFUSED", "ENDED").contains(ride);
  }

  @Test
  void s04WhoIsNotOfTheRegionMayNeitherReadNorSay() {
    String out = both.outward(SOON);
    String id = both.order(HOMEWARD);
    String as = both.takenIn(id);
    String step = "{\"ride\":\"UNDER_WAY\"}";
    String no = "{\"reason\":\"Nej\"}";
    Client nurse = both.user("test.grannavdelning", "Annan enhet", Role.WARD_NURSE);
    Client crew = both.user("test.grannbil", "", Role.CREW);
    for (Client stranger : List.of(both.command, both.ward)) {
      forbidden(stranger.get(path(NEXT) + "/transports/" + as));
      forbidden(stranger.send("POST", there(as, "steps"), step));
      forbidden(stranger.send("POST", there(as, "refusal"), no));
      forbidden(stranger.send("POST", there(as, "answer"), "{\"accepted\":true}"));
    }
    for (Client stranger : List.of(both.neighbour, nurse, crew)) {
      forbidden(stranger.get(path(OWN) + "/transports/" + id));
      forbidden(stranger.send("POST", own(id, "steps"), step));
      forbidden(stranger.send("POST", own(id, "release"), "{}"));
      forbidden(stranger.send("POST", own(id, "booking-answer"), "{\"accepted\":true}"));
    }
    nurse.get(path(NEXT) + "/transports/" + as).refused(404, "transport.unknown");
    crew.send("POST", there(as, "steps"), step).refused(409, "transport.otherUnit");
    crew.send("POST", there(as, "refusal"), no).refused(403, "access.forbidden");
    // Neither name leads to the other's order.
    both.command.get(path(OWN) + "/transports/" + as).refused(404, "transport.unknown");
    both.neighbour.get(path(NEXT) + "/transports/" + id).refused(404, "transport.unknown");
    both.end(out, id);
  }

  private static void forbidden(Answer answer) {
    assertEquals(403, answer.status(), answer.body());
  }

  @Test
  void s05StoppedInTheMiddleBothGoOnWhereTheyWere() {
    String out = both.outward(SOON);
    String id = both.order(HOMEWARD);
    String as = both.takenIn(id);
    both.server.stop();
    both = TwoRegions.start(DATABASE.url());
    assertEquals("CONFIRMED", both.booking(id));
    both.step(as, "UNDER_WAY");
    both.await("told after the restart", () -> both.rideOf(id).equals("UNDER_WAY"));
    both.step(as, "LOADED");
    // Stopped before the other region has heard of it.
    both.server.stop();
    both = TwoRegions.start(DATABASE.url());
    both.await("told later", () -> both.rideOf(id).equals("LOADED"));
    both.step(as, "ARRIVED");
    both.await("there", () -> both.rideOf(id).equals("ARRIVED"));
    assertEquals(1, both.taken(id).size() + closedThere(id), "taken in once");
    both.end(out, "");
  }

  private static int closedThere(String id) {
    String closed = both.neighbour.get(path(NEXT) + "/transports?open=false").body();
    return closed.split("\"order\":\"" + id + "\"", -1).length - 1;
  }

  @Test
  void s06EachRegionsJournalTellsItsOwn() {
    both.requireJournalsTell();
  }
}
