package se.dirigent.core.masscasualty.rationing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.MajorIncidentId;

/**
 * A rule put in force because there is not enough of something, by a person, until a person ends
 * it.
 *
 * @param id named after the command that began it
 * @param rule as it was when it was put in force
 * @param resource what is short, in words
 * @param reason why there is not enough, in words
 * @param decider post that put it in force, never a person
 * @param by user name of who did it
 * @param lotSeed by which lots are drawn; drawn once, before anybody's claim was known
 * @param ranking the latest, or null before the first; the journal has all
 * @param rankings how many there have been
 * @param ended null while it is in force
 */
public record Rationing(
    String id,
    RegionCode region,
    MajorIncidentId majorIncident,
    RationingRule rule,
    String resource,
    String reason,
    String decider,
    Instant at,
    String by,
    long lotSeed,
    @Nullable Ranking ranking,
    int rankings,
    @Nullable Ended ended,
    int version) {
  /** When it was ended, by whom and why. */
  public record Ended(Instant at, String by, String reason) {}

  /** The same without whom it ranked, for who may not read of each. */
  public Rationing unranked() {
    return new Rationing(
        id,
        region,
        majorIncident,
        rule,
        resource,
        reason,
        decider,
        at,
        by,
        lotSeed,
        null,
        rankings,
        ended,
        version);
  }

  /** Whether the rule is in force. */
  public boolean inForce() {
    return ended == null;
  }
}
