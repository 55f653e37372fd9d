package se.dirigent.core.transport.trial;

import java.util.Objects;
import se.dirigent.core.transport.mode.Facts;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.ModeAdvisor.When;

/**
 * An order that has been, as its table saw it.
 *
 * @param id its name
 * @param mode what it went by
 * @param ownChoice whether somebody chose that for a reason, against what was advised: such an
 *     order stands as it was, whatever a table says
 */
public record PastOrder(String id, Facts facts, When when, Mode mode, boolean ownChoice) {
  public PastOrder {
    Objects.requireNonNull(mode, "mode");
  }
}
