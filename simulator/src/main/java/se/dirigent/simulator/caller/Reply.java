package se.dirigent.simulator.caller;

/**
 * What a caller answers when rung back.
 *
 * @param answered whether anybody answered
 * @param condition how it is now, compared with the call
 * @param words what is said, in Swedish; empty when nobody answered
 */
public record Reply(boolean answered, Condition condition, String words) {}
