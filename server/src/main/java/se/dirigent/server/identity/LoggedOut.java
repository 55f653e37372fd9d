package se.dirigent.server.identity;

/**
 * Told to the rest of the service when a person has logged out, for what was held in the person's
 * name.
 */
public record LoggedOut(String username) {}
