package se.dirigent.core.incident;

import java.time.Instant;

/**
 * Marks an incident that was first written on paper, while the systems were away.
 *
 * @param number of the form
 * @param writtenBy who wrote it, as signed
 * @param reenteredBy user name of who entered it afterwards
 * @param reenteredAt when
 */
public record Paper(String number, String writtenBy, String reenteredBy, Instant reenteredAt) {}
