package se.dirigent.server.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import se.dirigent.core.transport.Transport;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.order.Ability;
import se.dirigent.optimiser.plan.why.Obstacle;
import se.dirigent.optimiser.plan.why.WhyNot;
import se.dirigent.server.plan.Board.Reason;

/** Why no vehicle takes a ride, or not earlier, as codes and values; the words are the page's. */
final class Reasons {
  private Reasons() {}

  /** Why a vehicle does not take the ride, in values that words can hold. */
  static Reason of(Board board, Obstacle obstacle) {
    return switch (obstacle) {
      case Obstacle.Bound o -> Reason.of("bound", "unit", unit(board, o.vehicle()));
      case Obstacle.Lacks o -> Reason.of("lacks", "abilities", Ability.names(o.abilities()));
      case Obstacle.TooSmall o ->
          new Reason(
              "tooSmall",
              Map.of(
                  "place", List.of("SEAT", "WHEELCHAIR", "STRETCHER", "ROOM").get(o.dimension()),
                  "room", "" + o.room(),
                  "load", "" + o.load()));
      case Obstacle.NoWay _ -> Reason.of("noWay");
      case Obstacle.NotReady o -> Reason.of("notReady", "at", board.at(o.earliest()));
      case Obstacle.Shift o ->
          new Reason(
              "outsideShifts",
              Map.of("from", board.at(o.from()).toString(), "to", board.at(o.to()).toString()));
      case Obstacle.TooLate o ->
          new Reason(
              o.atDelivery() ? "arrivesTooLate" : "comesTooLate",
              Map.of(
                  "at", board.at(o.reached()).toString(),
                  "latest", board.at(o.latest()).toString()));
      case Obstacle.RideTooLong o ->
          new Reason(
              "rideTooLong", Map.of("minutes", minutes(o.least()), "max", minutes(o.most())));
      case Obstacle.DrivesTooLong o ->
          new Reason(
              "drivesTooLong", Map.of("minutes", minutes(o.driving()), "max", minutes(o.most())));
      case Obstacle.Rest o -> Reason.of("meal", "at", board.at(o.rest().earliest()));
      case Obstacle.Full _ -> Reason.of("full");
      case Obstacle.AnotherRide o ->
          new Reason(
              "anotherRide",
              Map.of(
                  "transport", board.rides().get(o.ride()).id().value(),
                  "minutes", minutes(o.late())));
      case Obstacle.SeveralRides o -> Reason.of("severalRides", "rides", o.rides());
      case Obstacle.Possible o -> Reason.of("possible", "kronor", Math.round(o.dearer()));
    };
  }

  private static String unit(Board board, int vehicle) {
    return vehicle < board.duties().size() ? board.duties().get(vehicle).unit().id().value() : "";
  }

  private static String minutes(double seconds) {
    return "" + (long) Math.ceil(seconds / 60);
  }

  /**
   * Why nobody takes a ride: what speaks against the vehicle that is nearest to taking it, and how
   * many vehicles there are for the mode.
   */
  static Reason of(Board board, Plan plan, int ride) {
    Transport t = board.rides().get(ride);
    long mode = Ability.of(t.choice().mode());
    List<Obstacle> answers = new ArrayList<>();
    List<Obstacle> all = WhyNot.answers(board.problem(), plan, ride, WhyNot.WHENEVER);
    for (int v = 0; v < board.duties().size(); v++) {
      if ((board.problem().vehicles().get(v).offers() & mode) != 0) {
        answers.add(all.get(v));
      }
    }
    return answers.stream()
        .max(Comparator.comparingInt(Reasons::nearness))
        .map(o -> o instanceof Obstacle.Possible ? Reason.of("dear") : of(board, o))
        .orElseGet(() -> Reason.of("noneOnDuty", "mode", t.choice().mode()));
  }

  /** The more of the rules it got past, the nearer it was. */
  private static int nearness(Obstacle obstacle) {
    return switch (obstacle) {
      case Obstacle.Bound _ -> 0;
      case Obstacle.Lacks _ -> 1;
      case Obstacle.TooSmall _ -> 2;
      case Obstacle.NotReady _ -> 3;
      case Obstacle.NoWay _ -> 4;
      case Obstacle.Shift _ -> 5;
      case Obstacle.TooLate _ -> 6;
      case Obstacle.RideTooLong _ -> 7;
      case Obstacle.DrivesTooLong _ -> 8;
      case Obstacle.Rest _ -> 9;
      case Obstacle.Full _ -> 10;
      case Obstacle.SeveralRides _ -> 11;
      case Obstacle.AnotherRide _ -> 12;
      case Obstacle.Possible _ -> 13;
    };
  }
}
