package se.dirigent.simulator.fault;

import java.util.List;
import java.util.random.RandomGenerator;
import se.dirigent.core.dispatch.Scene;

/**
 * What somebody at a screen or a phone knows: the journal as far as it has come there. It comes
 * late and in fits, but in order: whoever has missed something is told everything since.
 */
final class Eye {
  private final List<Register.Entry> journal;
  private final RandomGenerator chance;
  private final Scene scene = new Scene();
  private int seen;

  Eye(List<Register.Entry> journal, RandomGenerator chance) {
    this.journal = journal;
    this.chance = chance;
  }

  /** The scene as it is known here. */
  Scene scene() {
    return scene;
  }

  /** Looks again: sees all that is new, or, when the stream hangs, nothing. */
  void look(double hangs) {
    if (chance.nextDouble() >= hangs) {
      for (; seen < journal.size(); seen++) {
        scene.apply(journal.get(seen).event(), journal.get(seen).stamp());
      }
    }
  }
}
