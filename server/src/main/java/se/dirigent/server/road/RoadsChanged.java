package se.dirigent.server.road;

/** Told to the rest of the service when travel times have become others; it carries no state. */
public record RoadsChanged() {}
