package se.dirigent.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.AirRequest.State;
import se.dirigent.core.transport.Request.Resuscitation;
import se.dirigent.core.transport.Transport.Ride;
import se.dirigent.core.transport.TransportCommand.Advance;
import se.dirigent.core.transport.TransportCommand.AnswerAir;
import se.dirigent.core.transport.TransportCommand.Approve;
import se.dirigent.core.transport.TransportCommand.Cancel;
import se.dirigent.core.transport.TransportCommand.Change;
import se.dirigent.core.transport.TransportCommand.ChooseMode;
import se.dirigent.core.transport.TransportCommand.Order;
import se.dirigent.core.transport.TransportCommand.RequestAir;
import se.dirigent.core.transport.mode.Facts;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.ModeAdvice;
import se.dirigent.core.transport.mode.ModeAdvisor;
import se.dirigent.core.transport.mode.ModeAdvisor.When;
import se.dirigent.core.transport.mode.Needs.Care;
import se.dirigent.core.transport.mode.Needs.Posture;
import se.dirigent.core.transport.mode.Rules;
import se.dirigent.core.transport.mode.Urgency;

/** The request for a flight and the centre's answers. */
class FlightsTest {
  private static final Instant TEN = Instant.parse("2026-02-03T09:00:00Z");
  private static final TransportId ID = new TransportId("a");
  private static final ModeAdvisor ADVISOR =
      new ModeAdvisor(Rules.small(), ZoneId.of("Europe/Stockholm"));
  private static final Duration TO_AIRCRAFT = Duration.ofMinutes(25);

  private @Nullable Transport order;

  private static Request request(Urgency urgency, String note) {
    return new Request(
        Stop.at("ostersund", "Medicinavdelning"),
        Stop.at("sundsvall", "Thorax"),
        new Timing(TEN.plusSeconds(3600), null, null, false, null),
        Rules.needs(Posture.LIES, Care.LIGHT, false, 80),
        urgency,
        Resuscitation.FULL,
        "Testläkare Ett",
        "Kranskärlsröntgen",
        note);
  }

  private static Order byAir() {
    return new Order(
        ID,
        new RegionCode("testlan"),
        "Demo vårdenhet",
        new PatientId(new UUID(0, 1)),
        request(Urgency.IMMEDIATE, ""),
        null,
        "");
  }

  private Transport run(TransportCommand command) {
    Stamp stamp = new Stamp("test.ett", TEN);
    Request r =
        switch (command) {
          case Order c -> c.request();
          case Change c -> c.request();
          case TransportCommand _ -> Objects.requireNonNull(order).request();
        };
    Facts facts = new Facts(r.needs(), r.urgency(), true, false, Rules.WAYS);
    ModeAdvice advice = ADVISOR.advise(facts, new When(TEN, r.timing().readyAt(), null));
    Circumstances known = new Circumstances(advice, List.of(), List.of(), TO_AIRCRAFT);
    for (TransportEvent e : Transports.decide(order, command, known, stamp)) {
      order = Transports.fold(order, e, stamp);
    }
    return Objects.requireNonNull(order);
  }

  private void refused(String code, TransportCommand command) {
    Transport before = order;
    assertEquals(code, assertThrows(Refused.class, () -> run(command)).code());
    assertEquals(before, order);
  }

  private static AnswerAir flight(int minutesFromTen) {
    Instant departAt = TEN.plus(Duration.ofMinutes(minutesFromTen));
    return new AnswerAir(ID, departAt, departAt.plus(Duration.ofMinutes(50)), "");
  }

  private static State state(Transport t) {
    return Objects.requireNonNull(t.air()).state();
  }

  @Test
  void s01AnAeroplaneIsAskedForWhenItIsApprovedAndNotBefore() {
    Transport t = run(byAir());
    assertEquals(Mode.AEROPLANE, t.choice().mode());
    assertNull(t.air());
    assertTrue(t.awaitsFlight());
    refused("transport.noFlightAsked", flight(180));
    refused("transport.notApproved", new RequestAir(ID, ""));
    t = run(new Approve(ID, null));
    assertEquals(State.REQUESTED, state(t));
    refused("transport.airAsked", new RequestAir(ID, "Igen"));
  }

  @Test
  void s02TheSlotSettlesWhenThePatientIsFetched() {
    run(byAir());
    run(new Approve(ID, null));
    refused("transport.noFlight", new Advance(ID, Ride.LOCKED, null));
    Transport t = run(flight(180));
    assertEquals(State.ACCEPTED, state(t));
    assertEquals(TEN.plus(Duration.ofMinutes(180 - 25 - 20)), t.pickupUntil());
    assertEquals(TEN.plus(Duration.ofMinutes(180 - 25 - 20 - 45)), t.pickupFrom());
    assertFalse(t.awaitsFlight());
    refused("transport.airAnswered", flight(180));
    t = run(flight(240));
    assertEquals(State.CHANGED, state(t));
    assertEquals(Ride.LOCKED, run(new Advance(ID, Ride.LOCKED, null)).ride());
    t = run(flight(260));
    assertEquals(Ride.LOCKED, t.ride(), "a flight that changes leaves the ride where it is");
  }

  @Test
  void s03AFlightThatCannotBe() {
    run(byAir());
    run(new Approve(ID, null));
    refused("transport.slotPast", flight(-10));
    refused("transport.slotBeforeReady", flight(100));
    assertEquals(State.ACCEPTED, state(run(flight(105))), "ready at 60, and 45 to be on board");
    Refused code =
        assertThrows(Refused.class, () -> new AnswerAir(ID, TEN, TEN.minusSeconds(1), ""));
    assertEquals("transport.slotTimes", code.code());
    code = assertThrows(Refused.class, () -> new AnswerAir(ID, null, null, ""));
    assertEquals("text.missing", code.code());
  }

  @Test
  void s04ANoIsFollowedByAskingAgainOrAnotherMode() {
    run(byAir());
    run(new Approve(ID, null));
    Transport t = run(new AnswerAir(ID, null, null, "Dimma i Umeå"));
    assertEquals(State.DECLINED, state(t));
    assertEquals("Dimma i Umeå", Objects.requireNonNull(t.air()).text());
    assertEquals(Ride.APPROVED, t.ride());
    assertEquals(State.REQUESTED, state(run(new RequestAir(ID, "Kan vänta till kvällen"))));
    t = run(new ChooseMode(ID, Mode.AMBULANCE, "Vägen är öppen", null));
    assertEquals(State.WITHDRAWN, state(t));
    refused("transport.noFlightAsked", flight(180));
    assertEquals(
        State.REQUESTED, state(run(new ChooseMode(ID, Mode.AEROPLANE, "Snöoväder", null))));
  }

  @Test
  void s05AnotherTripIsAnotherFlightAndANoteIsNot() {
    run(byAir());
    run(new Approve(ID, null));
    run(flight(180));
    Transport t = run(new Change(ID, request(Urgency.IMMEDIATE, "Tolk"), null, "", null));
    assertEquals(State.ACCEPTED, state(t));
    assertEquals(State.ACCEPTED, state(run(new Approve(ID, null))));
    t = run(new Change(ID, request(Urgency.PLANNED, ""), Mode.AEROPLANE, "Långt", null));
    assertEquals(State.WITHDRAWN, state(t));
    assertEquals(State.REQUESTED, state(run(new Approve(ID, null))));
    run(flight(180));
    t = run(new Cancel(ID, "Behövs inte"));
    assertEquals(State.WITHDRAWN, state(t));
    assertEquals(t.choice().pickupUntil(), t.pickupUntil());
  }

  @Test
  void s06AVehicleOutsideTheRegionHasATimeItIsBack() {
    run(byAir());
    assertNull(run(new ChooseMode(ID, Mode.AMBULANCE, "Vägen är öppen", null)).absence());
    run(new Advance(ID, Ride.UNDER_WAY, null));
    Transport t = Objects.requireNonNull(order);
    int busy = Objects.requireNonNull(t.choice().trip()).busyMinutes();
    Transport.Absence away = Objects.requireNonNull(t.absence());
    assertEquals(TEN, away.leftAt());
    assertEquals(t.pickupFrom().plus(Duration.ofMinutes(busy)), away.backAt());
    run(new Advance(ID, Ride.LOADED, null));
    assertNotNull(run(new Advance(ID, Ride.ARRIVED, null)).absence());
    int road = Objects.requireNonNull(Rules.WAYS.roadMinutes());
    assertEquals(
        TEN.plus(Duration.ofMinutes(road)),
        Objects.requireNonNull(Objects.requireNonNull(order).absence()).backAt());
  }
}
