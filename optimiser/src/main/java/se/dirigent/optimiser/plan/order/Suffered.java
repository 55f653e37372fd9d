package se.dirigent.optimiser.plan.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.Transport;

/**
 * What was suffered of delays past the promised windows.
 *
 * @param ofPatient minutes in all, by the patient's reference
 * @param ofWard minutes a ride on average, by who ordered
 */
public record Suffered(Map<PatientId, Double> ofPatient, Map<String, Double> ofWard) {
  public Suffered {
    ofPatient = Map.copyOf(ofPatient);
    ofWard = Map.copyOf(ofWard);
  }

  /**
   * A ride that has ended.
   *
   * @param minutes after its window that the patient was on board; 0 for in time
   */
  public record Late(PatientId patient, String careUnit, double minutes) {}

  /** Of rides that have ended. */
  public static Suffered of(Iterable<Late> rides) {
    Map<PatientId, Double> patients = new HashMap<>();
    Map<String, List<Double>> wards = new HashMap<>();
    for (Late late : rides) {
      patients.merge(late.patient(), late.minutes(), Double::sum);
      wards.computeIfAbsent(late.careUnit(), _ -> new ArrayList<>()).add(late.minutes());
    }
    Map<String, Double> mean = new HashMap<>();
    wards.forEach((ward, all) ->
        mean.put(ward, all.stream().mapToDouble(Double::doubleValue).average().orElse(0)));
    return new Suffered(patients, mean);
  }

  /** What counts for an order, in minutes: its patient's, and its ward's usual. */
  public double minutes(Transport t) {
    return ofPatient.getOrDefault(t.patient(), 0.0) + ofWard.getOrDefault(t.careUnit(), 0.0);
  }
}
