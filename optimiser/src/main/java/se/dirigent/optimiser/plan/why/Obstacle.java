package se.dirigent.optimiser.plan.why;

import se.dirigent.optimiser.plan.Break;
import se.dirigent.optimiser.plan.Plan;

/**
 * What speaks against a vehicle for a ride. Times and costs are in the problem's units; the name of
 * the record is the code, its components are the values.
 */
public sealed interface Obstacle {
  /** The ride is bound to another vehicle. */
  record Bound(int vehicle) implements Obstacle {}

  /** The vehicle lacks these abilities, as bits. */
  record Lacks(long abilities) implements Obstacle {}

  /** Even empty it has too little room in this dimension of its capacity. */
  record TooSmall(int dimension, int room, int load) implements Obstacle {}

  /** There is no way for it to where the ride begins or ends, or home. */
  record NoWay() implements Obstacle {}

  /** Whoever rides is not ready before this time. */
  record NotReady(double earliest) implements Obstacle {}

  /** The shift from {@code from} to {@code to} is too late, too early or too short. */
  record Shift(double from, double to) implements Obstacle {}

  /**
   * It cannot be there in time.
   *
   * @param atDelivery where it is too late: where the ride ends, or already where it begins
   * @param reached when it is there at the earliest, with nothing else to do
   * @param latest when it should be
   */
  record TooLate(boolean atDelivery, double reached, double latest) implements Obstacle {}

  /** On board at least {@code least}, and {@code most} is allowed. */
  record RideTooLong(double least, double most) implements Obstacle {}

  /** The crew would drive for {@code driving}, and {@code most} is allowed. */
  record DrivesTooLong(double driving, double most) implements Obstacle {}

  /** One of the crew's rests would fall away; the first is given. */
  record Rest(Break rest) implements Obstacle {}

  /** Others are on board then. */
  record Full() implements Obstacle {}

  /** Another ride would be kept too late, or too long on board, by {@code late} at the least. */
  record AnotherRide(int ride, double late) implements Obstacle {}

  /** It has {@code rides} others, and more than one of them would be kept too late. */
  record SeveralRides(int rides) implements Obstacle {}

  /**
   * Nothing forbids it.
   *
   * @param dearer what the whole plan would cost more than now; 0 or less when the search has
   *     merely not come to it
   * @param tour what the vehicle would do then, the ride where it costs least and the others in the
   *     order they have; {@link se.dirigent.optimiser.plan.Timetable} gives the times
   */
  record Possible(double dearer, Plan.Tour tour) implements Obstacle {}
}
