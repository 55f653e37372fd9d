package se.dirigent.server.incident;

/** Body of what needs nothing but a reason. */
public record ReasonBody(String reason) {}
