package se.dirigent.simulator.crew;

import java.util.List;
import se.dirigent.routing.travel.TravelTimes;

/**
 * What all crews of a region share.
 *
 * @param travelTimes how long journeys take
 * @param hospitals where patients can be taken; empty means that nobody is conveyed
 * @param times how long crews take
 */
public record CrewWorld(TravelTimes travelTimes, List<Hospital> hospitals, CrewTimes times) {
  public CrewWorld {
    hospitals = List.copyOf(hospitals);
  }
}
