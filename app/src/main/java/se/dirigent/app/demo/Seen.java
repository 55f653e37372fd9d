package se.dirigent.app.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.geo.Position;
import tools.jackson.databind.JsonNode;

/** What the driver needs of the things in the picture, read from their JSON. */
public final class Seen {
  private Seen() {}

  /** An incident. */
  public record Incident(
      String id,
      String phase,
      String priority,
      @Nullable Position position,
      Instant waitingSince,
      @Nullable Instant contactDueAt,
      boolean downgradePending,
      boolean duplicate) {
    static Incident of(JsonNode node) {
      JsonNode times = node.path("times");
      JsonNode waiting = node.path("waiting");
      Instant received = time(node, "receivedAt");
      Instant in = time(times, "waitingRoomInAt");
      return new Incident(
          node.path("id").asString(),
          node.path("phase").asString(""),
          node.path("priority").asString(""),
          Seen.position(node.path("location").path("position")),
          in != null ? in : received != null ? received : Instant.EPOCH,
          time(waiting, "nextDueAt"),
          node.hasNonNull("pendingDowngrade"),
          node.hasNonNull("duplicateOf"));
    }
  }

  /** A unit. */
  public record Unit(
      String id,
      String status,
      @Nullable String assignment,
      @Nullable Instant shiftEnd,
      @Nullable Standby standby,
      boolean drives) {
    static Unit of(JsonNode node) {
      JsonNode assignment = node.path("assignment");
      return new Unit(
          node.path("id").asString(),
          node.path("status").asString(""),
          assignment.isString() ? assignment.asString() : null,
          time(node.path("shift"), "end"),
          Standby.of(node.path("standby")),
          drives(node.path("rides")));
    }

    /** Whether it is on its way with a care transport. */
    private static boolean drives(JsonNode rides) {
      for (JsonNode ride : rides) {
        if (!ride.path("stage").asString("").equals("LOCKED")) {
          return true;
        }
      }
      return false;
    }
  }

  /** Where a unit is to stand while it is free. */
  public record Standby(String state, Position position, Instant orderedAt) {
    static @Nullable Standby of(JsonNode node) {
      Position position = Seen.position(node.path("place").path("position"));
      Instant at = time(node, "orderedAt");
      return position == null || at == null
          ? null
          : new Standby(node.path("state").asString(""), position, at);
    }
  }

  /** An assignment. */
  public record Assignment(
      String id,
      String incident,
      String unit,
      String priority,
      boolean open,
      @Nullable String destination,
      Milestone reached,
      Instant reachedAt) {
    static Assignment of(JsonNode node) {
      Milestone reached = Milestone.ASSIGNED;
      Instant at = Instant.EPOCH;
      for (Milestone milestone : Milestone.values()) {
        Instant passed = time(node.path("times"), field(milestone));
        if (passed != null) {
          reached = milestone;
          at = passed;
        }
      }
      return new Assignment(
          node.path("id").asString(),
          node.path("incident").asString(),
          node.path("unit").asString(),
          node.path("priority").asString(""),
          node.path("state").asString("").equals("OPEN"),
          node.path("destination").isString() ? node.path("destination").asString() : null,
          reached,
          at);
    }

    /** The JSON name of a milestone's time. */
    private static String field(Milestone milestone) {
      return switch (milestone) {
        case ASSIGNED -> "assignedAt";
        case ACKNOWLEDGED -> "acknowledgedAt";
        case ROLLING -> "rollingAt";
        case AT_ADDRESS -> "atAddressAt";
        case AT_PATIENT -> "atPatientAt";
        case LOADED -> "loadedAt";
        case AT_DESTINATION -> "atDestinationAt";
        case HANDED_OVER -> "handedOverAt";
        case CLEAR -> "clearAt";
      };
    }
  }

  static @Nullable Position position(JsonNode node) {
    return node.hasNonNull("lat") && node.hasNonNull("lon")
        ? new Position(node.path("lat").asDouble(), node.path("lon").asDouble())
        : null;
  }

  static @Nullable Instant time(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? Instant.parse(value.asString()) : null;
  }
}
