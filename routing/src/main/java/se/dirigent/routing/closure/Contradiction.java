package se.dirigent.routing.closure;

/**
 * Two reports about the same road at the same time that cannot both be true. The graver one is
 * followed until a person settles it: a road said to be closed is closed.
 *
 * @param followed identity of the report followed
 * @param ignored identity of the other
 * @param why what they say, in words for people
 */
public record Contradiction(String followed, String ignored, String why) {}
