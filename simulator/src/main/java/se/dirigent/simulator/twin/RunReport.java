package se.dirigent.simulator.twin;

import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.ride.model.RideReport;
import se.dirigent.simulator.trial.TrialReport;

/**
 * What a run came to.
 *
 * @param trial of calls
 * @param rides of care transports; null in a world without
 */
public record RunReport(TrialReport trial, @Nullable RideReport rides) {}
