package se.dirigent.simulator.service;

import java.util.random.RandomGenerator;
import se.dirigent.simulator.chance.Spread;
import se.dirigent.simulator.trial.CallModel;

/**
 * How long crews take, as it was found.
 *
 * @param conveyed at the scene, when the patient is taken along
 * @param left at the scene, when the patient stays
 * @param hospital from arrival there until free
 */
public record CrewService(Spread conveyed, Spread left, Spread hospital)
    implements CallModel.Service {
  private static final double MINUTE_MILLIS = 60_000;

  @Override
  public double scene(RandomGenerator chance, boolean taken) {
    return MINUTE_MILLIS * (taken ? conveyed : left).draw(chance);
  }

  @Override
  public double hospital(RandomGenerator chance) {
    return MINUTE_MILLIS * hospital.draw(chance);
  }
}
