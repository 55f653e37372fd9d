package se.dirigent.server.platform.web;

/**
 * Something that must be in place before the service can do its work, beside the service's own
 * start. Until then {@code GET /health} answers 503 with the status {@code STARTING}.
 */
@FunctionalInterface
public interface Readiness {
  /** Whether it is in place; once true it stays so. */
  boolean ready();
}
