package se.dirigent.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.Position;
import se.dirigent.core.transport.Transport.Reception;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.Advance;
import se.dirigent.core.transport.TransportCommand.Answer;
import se.dirigent.core.transport.TransportCommand.AnswerAir;
import se.dirigent.core.transport.TransportCommand.AnswerBooking;
import se.dirigent.core.transport.TransportCommand.Approve;
import se.dirigent.core.transport.TransportCommand.Book;
import se.dirigent.core.transport.TransportCommand.Cancel;
import se.dirigent.core.transport.TransportCommand.Change;
import se.dirigent.core.transport.TransportCommand.ChooseMode;
import se.dirigent.core.transport.TransportCommand.End;
import se.dirigent.core.transport.TransportCommand.Fate;
import se.dirigent.core.transport.TransportCommand.Offer;
import se.dirigent.core.transport.TransportCommand.Order;
import se.dirigent.core.transport.TransportCommand.OrderReturn;
import se.dirigent.core.transport.TransportCommand.Place;
import se.dirigent.core.transport.TransportCommand.Plan;
import se.dirigent.core.transport.TransportCommand.Refuse;
import se.dirigent.core.transport.TransportCommand.Release;
import se.dirigent.core.transport.TransportCommand.RequestAir;
import se.dirigent.core.transport.TransportCommand.Unplan;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.Rules;

class TransportsTest extends OrdersFixture {
  @Test
  void s01ATaxiIsOrderedAndNeedsNobodysApproval() {
    Transport t = run(order(ID, simple()));
    assertEquals(Ride.APPROVED, t.ride());
    assertEquals(Reception.ASKED, t.reception());
    assertEquals(Mode.TAXI, t.choice().mode());
    assertEquals(Mode.AMBULANCE, t.choice().instead());
    assertEquals(2500, t.choice().kronor());
    assertEquals("test.ett", t.orderedBy());
    assertEquals(1, t.version());
  }

  @Test
  void s02AnAmbulanceWaitsForInnerCommand() {
    run(order(ID, request(WARD, OTHER, at(TEN, null), lying())));
    assertEquals(Ride.ORDERED, get(ID).ride());
    refused("transport.notApproved", new Advance(ID, Ride.UNDER_WAY, null));
    run(new Approve(ID, null));
    assertEquals(Ride.APPROVED, get(ID).ride());
    refused("transport.approved", new Approve(ID, null));
  }

  @Test
  void s02bWhatHasChangedSinceItWasReadIsNotDecided() {
    int seen = run(order(ID, request(WARD, OTHER, at(TEN, null), lying()))).changes().size();
    run(
        new Change(
            ID, request(WARD, OTHER, at(TEN.plusSeconds(60), null), lying()), null, "", null));
    refused("transport.decidedUnseen", new Approve(ID, seen));
    refused("transport.decidedUnseen", new Refuse(ID, "Kan vänta", seen));
    refused("transport.decidedUnseen", new ChooseMode(ID, Mode.AEROPLANE, "Fort", seen));
    run(new Approve(ID, seen + 1));
    run(new Plan(ID, "23-4050", TEN, TEN.plusSeconds(900)));
    run(new Refuse(ID, "Inga bilar", seen + 2));
    assertEquals(Ride.REFUSED, get(ID).ride(), "that it was planned meanwhile is no change");
  }

  @Test
  void s03InnerCommandTakesAnotherModeOrRefusesWithAReason() {
    run(order(ID, request(WARD, OTHER, at(TEN, null), lying())));
    refused("transport.sameMode", new ChooseMode(ID, Mode.AMBULANCE, "Samma", null));
    refused("transport.unsuitable", new ChooseMode(ID, Mode.TAXI, "Billigare", null));
    Transport t = run(new ChooseMode(ID, Mode.AEROPLANE, "Inga bilar kvar i länet", null));
    assertEquals(Ride.APPROVED, t.ride());
    assertEquals(Mode.AMBULANCE, t.choice().instead());
    run(new Refuse(ID, "Kan vänta till imorgon", null));
    assertEquals(Ride.REFUSED, get(ID).ride());
    refused("transport.closed", new Approve(ID, null));
  }

  @Test
  void s03bWhatSomebodyElseHasChangedSinceIsNotUndoneUnseen() {
    Request seen = run(order(ID, simple())).request();
    Request infected = request(WARD, OTHER, seen.timing(), lying());
    run(new Change(ID, infected, null, "", seen));
    refused("transport.changedSince", new Change(ID, simple(), null, "", seen));
    run(new Change(ID, simple(), null, "", infected));
    assertEquals(simple(), get(ID).request());
  }

  @Test
  void s03cAReceiverWhoAnswersAgainAndAgainKeepsNobodyFromDrivingOrTakingBack() {
    run(order(ID, simple()));
    while (get(ID).changes().size() < 200) {
      boolean yes = get(ID).reception() != Reception.ACCEPTED;
      run(new Answer(ID, yes, "Nej"));
    }
    refused("transport.full", new Answer(ID, get(ID).reception() != Reception.ACCEPTED, "Nej"));
    refused("transport.full", new Change(ID, simple(), null, "", null));
    Transport full = get(ID);
    assertEquals(Ride.LOCKED, run(new Advance(ID, Ride.LOCKED, null)).ride());
    assertEquals(Ride.ARRIVED, run(new Advance(ID, Ride.ARRIVED, null)).ride());
    orders.put(ID, full);
    assertEquals(Ride.ENDED, run(new End(ID, Fate.DIED, "")).ride());
    orders.put(ID, full);
    assertEquals(Ride.CANCELLED, run(new Cancel(ID, "Beställs på nytt")).ride());
  }

  @Test
  void s04AnotherModeThanTheRecommendedNeedsAReason() {
    Order bare = new Order(ID, REGION, "Enhet", PATIENT, simple(), Mode.AMBULANCE, " ");
    refused("transport.modeReason", bare);
    Order told = new Order(ID, REGION, "Enhet", PATIENT, simple(), Mode.AMBULANCE, "Orolig");
    Transport t = run(told);
    assertEquals(Mode.TAXI, t.choice().recommended());
    assertEquals(Mode.TAXI, t.choice().instead());
    assertEquals("Orolig", t.choice().reason());
  }

  @Test
  void s05ATaxiForAStretcherPatientIsRefused() {
    Request lies = request(WARD, OTHER, at(TEN, null), lying());
    refused(
        "transport.unsuitable", new Order(ID, REGION, "Enhet", PATIENT, lies, Mode.TAXI, "Vill"));
  }

  @Test
  void s06ArrivalDoesNotWaitForTheReceiver() {
    run(order(ID, simple()));
    run(new Advance(ID, Ride.UNDER_WAY, null));
    now = TEN.plusSeconds(4000);
    run(new Advance(ID, Ride.LOADED, TEN.plusSeconds(3900)));
    Transport t = run(new Advance(ID, Ride.ARRIVED, null));
    assertEquals(Ride.ARRIVED, t.ride());
    assertEquals(Reception.ASKED, t.reception());
    assertEquals(TEN.plusSeconds(3900), t.times().loadedAt());
    run(new Answer(ID, true, ""));
    assertEquals(Reception.ACCEPTED, get(ID).reception());
    assertEquals(Ride.ARRIVED, get(ID).ride(), "and the answer does not move the ride");
    refused("transport.closed", new Advance(ID, Ride.ARRIVED, null));
  }

  @Test
  void s07TheReceiverMayDeclineAndThinkAgain() {
    run(order(ID, simple()));
    refused("text.missing", () -> new Answer(ID, false, ""));
    run(new Answer(ID, false, "Inga platser"));
    assertEquals(Reception.DECLINED, get(ID).reception());
    refused("transport.answered", new Answer(ID, false, "Fullt"));
    run(new Answer(ID, true, "Plats 12"));
    assertEquals(Reception.ACCEPTED, get(ID).reception());
    run(new Advance(ID, Ride.LOCKED, null));
    assertEquals(Ride.LOCKED, get(ID).ride());
  }

  @Test
  void s08NobodyReceivesAtHome() {
    Stop home = Stop.home("Storgatan 1, Testby", new Position(63, 15), 2, false);
    run(order(ID, request(WARD, home, at(TEN, null), Needs.none())));
    assertEquals(Reception.NONE, get(ID).reception());
    refused("transport.noReceiver", new Answer(ID, true, ""));
  }

  @Test
  void s09AChangeIsAskedAboutAnew() {
    run(order(ID, request(WARD, OTHER, at(TEN, null), lying())));
    run(new Approve(ID, null));
    run(new Answer(ID, true, ""));
    Request later = request(WARD, OTHER, at(TEN.plusSeconds(7200), null), lying());
    Transport t = run(new Change(ID, later, null, "", null));
    assertEquals(Ride.ORDERED, t.ride());
    assertEquals(Reception.ASKED, t.reception());
    assertEquals("timing", t.changes().getLast().text());
    int version = t.version();
    run(new Change(ID, later, null, "", null));
    assertEquals(version, get(ID).version(), "the same again changes nothing");
  }

  @Test
  void s10ItMayBeChangedAndTakenBackUntilItIsLocked() {
    run(order(ID, simple()));
    run(new Advance(ID, Ride.LOCKED, null));
    refused("transport.locked", new Change(ID, simple(), null, "", null));
    refused("transport.locked", new Cancel(ID, "Behövs inte"));
    TransportId second = new TransportId("b");
    run(order(second, simple()));
    run(new Cancel(second, "Behövs inte"));
    assertEquals(Ride.CANCELLED, get(second).ride());
    refused("transport.closed", new Cancel(second, "Igen"));
  }

  @Test
  void s11ItClosesItselfWhenThePatientNeedsItNoLonger() {
    run(order(ID, simple()));
    run(new Advance(ID, Ride.LOCKED, null));
    run(new End(ID, Fate.DISCHARGED, ""));
    assertEquals(Ride.ENDED, get(ID).ride(), "also when it is locked");
    TransportId second = new TransportId("b");
    run(order(second, simple()));
    run(new Advance(second, Ride.LOADED, null));
    refused("transport.onBoard", new End(second, Fate.MOVED, ""));
  }

  @Test
  void s12TheSameTripTwiceIsMarkedOnBothAndNotStopped() {
    run(order(ID, simple()));
    TransportId second = new TransportId("b");
    run(order(second, simple()));
    assertEquals(List.of(ID), get(second).resembles());
    assertEquals(List.of(second), get(ID).resembles());
    TransportId back = new TransportId("c");
    Timing evening = at(TEN.plus(Duration.ofHours(8)), null);
    run(order(back, request(OTHER, WARD, evening, Needs.none())));
    assertEquals(List.of(), get(back).resembles(), "the way back is another trip");
    run(new Cancel(ID, "Dubbel"));
    TransportId fourth = new TransportId("d");
    run(order(fourth, simple()));
    assertEquals(List.of(second), get(fourth).resembles(), "what is closed is no duplicate");
  }

  @Test
  void s13WindowsThatCannotBe() {
    refused("transport.arriveBeforeReady", () -> at(TEN, TEN));
    refused(
        "transport.lateForAppointment",
        () -> new Timing(TEN, TEN.plusSeconds(200), TEN.plusSeconds(100), false, null));
    refused(
        "transport.returnBefore",
        () -> new Timing(TEN, TEN.plusSeconds(200), null, true, TEN.plusSeconds(100)));
    Timing hour = at(TEN.plusSeconds(3600), TEN.plusSeconds(7200));
    refused("transport.impossible", order(ID, request(WARD, OTHER, hour, Needs.none())));
    Instant yesterday = TEN.minus(Duration.ofDays(1));
    refused("transport.past", order(ID, request(WARD, OTHER, at(yesterday, null), lying())));
    Instant far = TEN.plus(Duration.ofDays(200));
    refused("transport.far", order(ID, request(WARD, OTHER, at(far, null), lying())));
  }

  @Test
  void s14PlacesAndNeedsThatCannotBe() {
    refused("transport.samePlace", order(ID, request(WARD, WARD, at(TEN, null), lying())));
    refused("transport.place", () -> new Stop("", "", "", null, 0, true));
    refused("transport.noPosition", () -> new Stop("", "", "Byvägen 3", null, 0, true));
    refused("text.missing", () -> Stop.at("ostersund", ""));
    assertFalse(Rules.small().takes("ostersund", "Avdelning 99"));
    assertTrue(Rules.small().takes("sundsvall", "Avdelning 99"), "none is listed there");
    Stop sydney = Stop.home("Pitt Street 1", new Position(-33.87, 151.21), 0, true);
    refused("transport.outOfReach", () -> sydney.requireReach("to"));
    Stop.home("Drottninggatan 1", new Position(59.33, 18.06), 0, true).requireReach("to");
    refused("transport.form", () -> new TransportId("a b"));
    refused("transport.unknown", new Approve(new TransportId("x"), null));
    run(order(ID, simple()));
    refused("transport.exists", order(ID, simple()));
  }

  @Test
  void s15StepsGoForwardOnly() {
    run(order(ID, simple()));
    run(new Advance(ID, Ride.LOADED, null));
    refused("transport.passed", new Advance(ID, Ride.LOCKED, null));
    refused("transport.stepTime", new Advance(ID, Ride.ARRIVED, TEN.minusSeconds(60)));
    refused("transport.step", () -> new Advance(ID, Ride.CANCELLED, null));
  }

  /** Random commands: what is refused changes nothing, and what stands is what the events tell. */
  @Test
  void s16RandomOrdersKeepTheirInvariants() {
    for (long seed = 1; seed <= 200; seed++) {
      orders.clear();
      now = TEN;
      SplittableRandom random = new SplittableRandom(seed);
      for (int step = 0; step < 120; step++) {
        now = now.plusSeconds(random.nextInt(60));
        TransportCommand command = random(random);
        Transport before = orders.get(command.transport());
        try {
          Transport after = run(command);
          requireSound(before, after, "seed " + seed + " step " + step);
        } catch (Refused refused) {
          assertEquals(before, orders.get(command.transport()), "seed " + seed);
        }
      }
    }
    List<String> all = new ArrayList<>();
    for (Class<?> type : TransportEvent.class.getPermittedSubclasses()) {
      all.add(type.getSimpleName());
    }
    assertEquals(new TreeSet<>(all), met, "a test that never meets an event says nothing of it");
  }

  private static void requireSound(@Nullable Transport before, Transport after, String where) {
    assertTrue(after.version() >= after.changes().size(), where);
    boolean planned = after.planned() != null;
    boolean mayBe = after.ride().plannable() || after.ride() == Ride.ARRIVED;
    assertTrue(!planned || mayBe, where + ": no vehicle is kept for what is not made");
    boolean booked = after.booking() != null && after.booking().live();
    assertTrue(!booked || !planned && mayBe, where + ": one drives it, or nobody");
    if (before == null) {
      return;
    }
    // Asked about anew, called off or released: then it waits for a vehicle again.
    boolean again = after.ride().changeable() && before.ride().compareTo(Ride.LOADED) < 0;
    assertTrue(
        after.ride().compareTo(before.ride()) >= 0 || again, where + ": a ride never goes back");
    boolean settled = before.ride() == Ride.LOADED && before.planned() != null;
    assertTrue(
        !settled || unit(before).equals(unit(after)), where + ": who is on board stays there");
    assertTrue(before.ride().open() || before.ride() == after.ride(), where + ": an end stands");
  }

  private static AnswerAir flight(TransportId id, Instant ready) {
    Instant departAt = ready.plusSeconds(7200);
    return new AnswerAir(id, departAt, departAt.plusSeconds(3600), "");
  }

  /** One of six that wards make, or a leg of them. */
  private TransportId someOrder(SplittableRandom random) {
    TransportId id = new TransportId("t" + random.nextInt(6));
    List<TransportId> legs =
        orders.values().stream()
            .filter(t -> t.leg() != null && t.ride().open())
            .map(Transport::id)
            .sorted()
            .toList();
    return legs.isEmpty() || random.nextInt(3) > 0 ? id : legs.get(random.nextInt(legs.size()));
  }

  private TransportCommand random(SplittableRandom random) {
    TransportId id = someOrder(random);
    Instant ready = now.plusSeconds(random.nextInt(40_000));
    Stop to = random.nextBoolean() ? OTHER : Stop.at("sundsvall", "Kirurgi");
    Needs needs = random.nextBoolean() ? Needs.none() : lying();
    Instant back = random.nextBoolean() ? ready.plusSeconds(9000) : null;
    Timing timing = new Timing(ready, null, null, back != null, back);
    Request request = request(WARD, to, timing, needs);
    Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
    String unit = "23-40" + random.nextInt(50, 53);
    Instant there = ready.plusSeconds(3600);
    return switch (random.nextInt(20)) {
      case 17 ->
          random.nextBoolean() ? new Book(id, "Taxi Test") : new Offer(id, REGION, "Grannen");
      case 18 -> new AnswerBooking(id, random.nextBoolean(), "T1", null, "Svar");
      case 19 -> new Unplan(id, "byHand", Map.of());
      case 16 -> new OrderReturn(id, ready);
      case 10, 11 -> new Plan(id, unit, ready, there);
      case 12 ->
          random.nextBoolean()
              ? new Place(id, unit, ready, there)
              : new Unplan(id, "plan.unitOut", Map.of());
      case 13 -> new Release(id);
      case 0, 1 -> order(id, request);
      case 2 -> new Change(id, request, random.nextBoolean() ? null : mode, "Därför", null);
      case 3 -> new Cancel(id, "Behövs inte");
      case 4 -> new Approve(id, null);
      case 5 -> new ChooseMode(id, mode, "Därför", null);
      case 6 -> random.nextInt(4) == 0 ? new Refuse(id, "Nej tack", null) : new Approve(id, null);
      case 7 -> new Answer(id, random.nextBoolean(), "Svar");
      case 8 -> new Advance(id, Ride.values()[2 + random.nextInt(4)], null);
      case 14 -> new RequestAir(id, "");
      case 15 -> random.nextBoolean() ? new AnswerAir(id, null, null, "Fullt") : flight(id, ready);
      default -> new End(id, Fate.values()[random.nextInt(3)], "");
    };
  }
}
