package se.dirigent.core.masscasualty.rationing;

import java.util.List;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.MajorIncidentId;

/** What may be asked of a rationing. */
public sealed interface RationingCommand {
  String rationing();

  /**
   * Put a rule in force.
   *
   * @param lotSeed drawn by the service, so that nobody can choose the lot
   */
  record Begin(
      String rationing,
      RegionCode region,
      MajorIncidentId majorIncident,
      RationingRule rule,
      String resource,
      String reason,
      String decider,
      long lotSeed)
      implements RationingCommand {
    public Begin {
      resource = Texts.require("resource", resource, 2, 120);
      reason = Texts.require("reason", reason, 2, 500);
      decider = Texts.require("decider", decider, 2, 120);
    }
  }

  /**
   * Rank claims by the rule in force.
   *
   * @param available minutes of what is short
   */
  record Rank(String rationing, List<Claim> claims, int available) implements RationingCommand {
    public Rank {
      claims = List.copyOf(claims);
    }
  }

  /** End it. */
  record EndRationing(String rationing, String reason) implements RationingCommand {
    public EndRationing {
      reason = Texts.require("reason", reason, 2, 500);
    }
  }
}
