package se.dirigent.app.demo;

/** One of the parts played in the demonstration: it looks at the picture and acts. */
@FunctionalInterface
public interface Part {
  /**
   * Does what is due now. Called again and again by one thread; a failure to reach the service or a
   * refusal ends this turn, not the part.
   */
  void act();
}
