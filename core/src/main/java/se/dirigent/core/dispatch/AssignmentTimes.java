package se.dirigent.core.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of time stamps of an assignment; null is a step not passed, or skipped. */
public record AssignmentTimes(
    Instant assignedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant rollingAt,
    @Nullable Instant atAddressAt,
    @Nullable Instant atPatientAt,
    @Nullable Instant loadedAt,
    @Nullable Instant atDestinationAt,
    @Nullable Instant handedOverAt,
    @Nullable Instant clearAt) {

  /** A row that has only begun. */
  public static AssignmentTimes assigned(Instant at) {
    return new AssignmentTimes(at, null, null, null, null, null, null, null, null);
  }

  /** When the step was passed, or null. */
  public @Nullable Instant of(Milestone milestone) {
    return switch (milestone) {
      case ASSIGNED -> assignedAt;
      case ACKNOWLEDGED -> acknowledgedAt;
      case ROLLING -> rollingAt;
      case AT_ADDRESS -> atAddressAt;
      case AT_PATIENT -> atPatientAt;
      case LOADED -> loadedAt;
      case AT_DESTINATION -> atDestinationAt;
      case HANDED_OVER -> handedOverAt;
      case CLEAR -> clearAt;
    };
  }

  /** The row with one more step passed. */
  public AssignmentTimes with(Milestone m, Instant at) {
    return new AssignmentTimes(
        m == Milestone.ASSIGNED ? at : assignedAt,
        m == Milestone.ACKNOWLEDGED ? at : acknowledgedAt,
        m == Milestone.ROLLING ? at : rollingAt,
        m == Milestone.AT_ADDRESS ? at : atAddressAt,
        m == Milestone.AT_PATIENT ? at : atPatientAt,
        m == Milestone.LOADED ? at : loadedAt,
        m == Milestone.AT_DESTINATION ? at : atDestinationAt,
        m == Milestone.HANDED_OVER ? at : handedOverAt,
        m == Milestone.CLEAR ? at : clearAt);
  }
}
