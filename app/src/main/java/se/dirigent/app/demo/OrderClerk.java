package se.dirigent.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.app.client.ServiceRefused;
import se.dirigent.app.demo.OrderList.SeenOrder;

/**
 * Answers orders that no person has answered: inner command approves, receivers take or decline,
 * taxi companies and the coordination of flights give what is asked of them, and a ward takes back
 * what nobody has fetched for hours.
 */
final class OrderClerk implements Part {
  /** How long a receiver takes to answer [assumption]. */
  private static final Duration RECEIVER = Duration.ofMinutes(4);

  /** One receiver in so many is full [assumption]. */
  private static final int DECLINES_ONE_IN = 25;

  /** So long after it was ready a patient nobody fetched has found another way [assumption]. */
  private static final Duration GIVEN_UP = Duration.ofHours(6);

  /** How long a taxi company takes to answer [assumption]. */
  private static final Duration CARRIER = Duration.ofMinutes(3);

  /** One ride in so many a taxi company has no car for [assumption]. */
  private static final int NO_CAR_ONE_IN = 30;

  /** A flight that is given leaves so long after it could [assumption]. */
  private static final Duration FLIGHT_WAITS = Duration.ofHours(3);

  /** In the air, over half of Norrland [assumption]. */
  private static final Duration FLIES = Duration.ofMinutes(50);

  /** After a refusal or an answer the list has not shown yet, by the service's clock. */
  private static final Duration TRY_AGAIN = Duration.ofMinutes(2);

  private final Play wards;
  private final Play command;
  private final OrderList orders;
  private final Map<String, Instant> notBefore = new HashMap<>();

  OrderClerk(Play wards, Play command, OrderList orders) {
    this.wards = wards;
    this.command = command;
    this.orders = orders;
  }

  @Override
  public void act() {
    Automatic automatic = wards.controls().automatic();
    List<SeenOrder> open = orders.list();
    if (!automatic.on() || open == null) {
      return;
    }
    Instant now = wards.picture().now();
    notBefore.keySet().retainAll(open.stream().map(SeenOrder::id).toList());
    for (SeenOrder order : open) {
      if (!now.isBefore(notBefore.getOrDefault(order.id(), Instant.EPOCH))) {
        answer(order, automatic.patience(), now);
      }
    }
  }

  private void answer(SeenOrder order, Duration patience, Instant now) {
    boolean waits = order.ride().equals("ORDERED");
    boolean changeable = waits || order.ride().equals("APPROVED");
    // What is driven for another region is for its ward to take back.
    if (changeable && !order.forAnother() && order.readyAt().plus(GIVEN_UP).isBefore(now)) {
      String reason = "Ingen bil i tid, patienten har fått skjuts";
      post(wards, order, "cancellation", Map.of("reason", reason), now);
    } else if (waits && order.orderedAt().plus(patience).isBefore(now)) {
      post(command, order, "approval", Map.of(), now);
    } else if (order.booking().equals("ASKED") && order.bookedAt().plus(CARRIER).isBefore(now)) {
      post(wards, order, "booking-answer", carried(order), now);
    } else if (order.flight().equals("REQUESTED")
        && order.orderedAt().plus(patience).isBefore(now)) {
      post(wards, order, "air-answer", flight(order, now), now);
    } else if (order.reception().equals("ASKED")
        && order.orderedAt().plus(RECEIVER).isBefore(now)) {
      boolean full = Math.floorMod(order.id().hashCode(), DECLINES_ONE_IN) == 0;
      Map<String, Object> body =
          full ? Map.of("accepted", false, "text", "Fullt, ring oss") : Map.of("accepted", true);
      post(wards, order, "answer", body, now);
    }
  }

  private static Map<String, Object> carried(SeenOrder order) {
    int number = Math.floorMod(order.id().hashCode(), 100_000);
    return number % NO_CAR_ONE_IN == 0
        ? Map.of("accepted", false, "text", "Ingen bil ledig")
        : Map.of("accepted", true, "reference", "T-" + number);
  }

  private static Map<String, Object> flight(SeenOrder order, Instant now) {
    Instant from = order.readyAt().isAfter(now) ? order.readyAt() : now;
    Instant departAt = from.plus(FLIGHT_WAITS);
    return Map.of("departAt", departAt.toString(), "arriveAt", departAt.plus(FLIES).toString());
  }

  private void post(Play who, SeenOrder order, String what, Map<String, Object> body, Instant now) {
    notBefore.put(order.id(), now.plus(TRY_AGAIN));
    try {
      who.client().post(who.path("transports", order.id(), what), body);
      who.count("transport." + what);
    } catch (ServiceRefused e) {
      who.refused("transportAnswerRefused", what + " of " + order.id(), e);
    }
  }
}
