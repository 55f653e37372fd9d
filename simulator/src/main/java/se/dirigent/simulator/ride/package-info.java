/**
 * Care transports in the twin: wards order, inner command steers, the live service's own decision
 * tables choose the kind of vehicle, its own planner gives each ride a unit, and the units that
 * meet calls drive them. Taxis are bought and aircraft shared with the nation. It decides nothing
 * by rules of its own that the live service has rules for, and never sees a patient.
 */
@NullMarked
package se.dirigent.simulator.ride;

import org.jspecify.annotations.NullMarked;
