package se.dirigent.core.masscasualty.capacity;

/**
 * What a hospital has, for proposals of its capacity.
 *
 * @param beds of the whole hospital
 * @param emergencyBeds places of the emergency department
 * @param doctors who can be there for the first casualties
 * @param ventilators free or soon free
 * @param monitors free or soon free
 */
public record Resources(int beds, int emergencyBeds, int doctors, int ventilators, int monitors) {
  public Resources {
    beds = Numbers.require("beds", beds);
    emergencyBeds = Numbers.require("emergencyBeds", emergencyBeds);
    doctors = Numbers.require("doctors", doctors);
    ventilators = Numbers.require("ventilators", ventilators);
    monitors = Numbers.require("monitors", monitors);
  }
}
