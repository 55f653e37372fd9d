package se.dirigent.core.incident;

/**
 * A threat standing on an incident.
 *
 * @param id its number on the incident, from 1
 * @param by who put it there
 */
public record ThreatFlag(int id, Threat threat, String by) {}
