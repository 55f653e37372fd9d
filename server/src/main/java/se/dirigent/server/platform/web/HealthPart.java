package se.dirigent.server.platform.web;

/** One line of {@code GET /health}, contributed by the room that knows. */
public interface HealthPart {
  /** Name of the line, lower camel case, for instance {@code journal}. */
  String name();

  /**
   * What is to be said; open to all, so nothing secret. Answers within two seconds.
   *
   * @throws RuntimeException when the part is not well; the service is then reported as down
   */
  Object check();
}
