package se.dirigent.core.masscasualty.sieve;

/**
 * Something found with a casualty.
 *
 * @param finding what was looked for
 * @param value the code of the answer in a sieve, the number in a sort
 */
public record Found(String finding, String value) {}
