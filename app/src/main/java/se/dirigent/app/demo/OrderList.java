package se.dirigent.app.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.Position;
import tools.jackson.databind.JsonNode;

/** The region's open orders of care transports, read anew each turn for those who play them. */
final class OrderList implements Part {
  /** As many as the service gives at once. */
  private static final int LIMIT = 500;

  private final Play play;
  private final Facilities facilities;
  private volatile @Nullable List<SeenOrder> orders;

  OrderList(Play play, Facilities facilities) {
    this.play = play;
    this.facilities = facilities;
  }

  /**
   * An order.
   *
   * @param from where the patient is fetched; null when nobody knows
   * @param unit the unit it is planned on, or null
   * @param pickupAt when that is to be there; null without a unit
   * @param arriveAt when it is to be done; null without a unit
   * @param windowAt earliest pick-up as promised
   * @param flight state of the request for a flight; empty without one
   * @param booking state of the booking of another carrier; empty without one
   * @param bookedAt when that was asked; the beginning of time without one
   * @param forAnother whether it is driven for another region, which alone takes it back
   */
  record SeenOrder(
      String id,
      String ride,
      String reception,
      String mode,
      Instant orderedAt,
      Instant readyAt,
      Instant windowAt,
      @Nullable Position from,
      @Nullable Position to,
      @Nullable String unit,
      @Nullable Instant pickupAt,
      @Nullable Instant arriveAt,
      @Nullable Instant underWayAt,
      @Nullable Instant loadedAt,
      String flight,
      String booking,
      Instant bookedAt,
      boolean forAnother) {
    boolean loaded() {
      return ride.equals("LOADED");
    }

    boolean begun() {
      return loaded() || ride.equals("UNDER_WAY");
    }
  }

  /** As last read; null before the first time. */
  @Nullable List<SeenOrder> list() {
    return orders;
  }

  @Override
  public void act() {
    List<SeenOrder> seen = new ArrayList<>();
    JsonNode answer = play.client().get(play.path("transports") + "?open=true&limit=" + LIMIT);
    for (JsonNode node : answer.path("transports")) {
      seen.add(order(node));
    }
    orders = List.copyOf(seen);
  }

  private SeenOrder order(JsonNode node) {
    JsonNode request = node.path("request");
    JsonNode planned = node.path("planned");
    Instant ordered = time(node, "orderedAt");
    return new SeenOrder(
        node.path("id").asString(),
        node.path("ride").asString(""),
        node.path("reception").asString(""),
        node.path("choice").path("mode").asString(""),
        ordered,
        time(request.path("timing"), "readyAt"),
        time(node.path("choice"), "pickupFrom"),
        place(request.path("from")),
        place(request.path("to")),
        planned.path("unit").isString() ? planned.path("unit").asString() : null,
        Seen.time(planned, "pickupAt"),
        Seen.time(planned, "arriveAt"),
        Seen.time(node.path("times"), "underWayAt"),
        Seen.time(node.path("times"), "loadedAt"),
        node.path("air").path("state").asString(""),
        node.path("booking").path("state").asString(""),
        time(node.path("booking"), "askedAt"),
        node.path("onBehalf").isObject());
  }

  private static Instant time(JsonNode node, String field) {
    Instant at = Seen.time(node, field);
    return at == null ? Instant.EPOCH : at;
  }

  private @Nullable Position place(JsonNode stop) {
    Position home = Seen.position(stop.path("position"));
    return home != null ? home : facilities.find(stop.path("facility").asString(""));
  }
}
