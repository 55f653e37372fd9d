package se.dirigent.simulator.masscasualty;

import java.util.ArrayList;
import java.util.List;
import se.dirigent.optimiser.distribute.Casualty;
import se.dirigent.optimiser.distribute.DistributionProblem;
import se.dirigent.optimiser.distribute.Hospital;
import se.dirigent.optimiser.distribute.Intake;
import se.dirigent.optimiser.distribute.Place;
import se.dirigent.optimiser.distribute.Vehicle;

/** A problem with some of its facts changed. */
final class Residual {
  private Residual() {}

  static DistributionProblem with(
      DistributionProblem of, List<Place> places, List<Casualty> casualties) {
    return with(of, places, of.hospitals(), casualties, of.vehicles());
  }

  static DistributionProblem with(
      DistributionProblem of,
      List<Place> places,
      List<Hospital> hospitals,
      List<Casualty> casualties,
      List<Vehicle> vehicles) {
    return new DistributionProblem(
        places,
        hospitals,
        casualties,
        vehicles,
        of.ways(),
        of.categories(),
        of.specialties(),
        of.cleaning(),
        of.horizonMinutes(),
        of.splitHarm());
  }

  /** The vehicle, which can be at the places at other minutes. */
  static Vehicle with(Vehicle of, List<Integer> firstMinutes) {
    return new Vehicle(
        of.name(),
        of.ways(),
        of.stretchers(),
        of.seats(),
        of.loadMinutes(),
        of.unloadMinutes(),
        of.categories(),
        firstMinutes);
  }

  /** Hospitals with what they still have room for, by hospital, hour and row of who is coming. */
  static List<Hospital> hospitals(DistributionProblem of, Doors doors, int[][][] coming) {
    List<Hospital> hospitals = new ArrayList<>();
    for (int h = 0; h < coming.length; h++) {
      List<Intake> hours = new ArrayList<>();
      for (int hour = 0; hour < coming[h].length; hour++) {
        hours.add(doors.left(h, hour, coming[h][hour]));
      }
      Hospital whole = of.hospitals().get(h);
      // What goes on after the last hour is what the hospital says, whoever has come before.
      hours.add(whole.hours().getLast());
      hospitals.add(new Hospital(whole.name(), hours, whole.cleaningMinutes()));
    }
    return hospitals;
  }
}
