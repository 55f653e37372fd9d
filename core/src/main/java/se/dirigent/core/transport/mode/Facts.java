package se.dirigent.core.transport.mode;

import java.util.Objects;

/**
 * All that a rule may look at.
 *
 * @param needs of the patient
 * @param urgency how long it can wait
 * @param outside whether the way leads out of the region, or begins outside it
 * @param home whether it ends in somebody's home
 * @param ways how far it is
 */
public record Facts(Needs needs, Urgency urgency, boolean outside, boolean home, Ways ways) {
  public Facts {
    Objects.requireNonNull(needs, "needs");
    Objects.requireNonNull(urgency, "urgency");
    Objects.requireNonNull(ways, "ways");
  }
}
