package se.dirigent.core.masscasualty.rationing;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.masscasualty.rationing.Rationing.Ended;
import se.dirigent.core.masscasualty.rationing.RationingCommand.Begin;
import se.dirigent.core.masscasualty.rationing.RationingCommand.EndRationing;
import se.dirigent.core.masscasualty.rationing.RationingCommand.Rank;
import se.dirigent.core.masscasualty.rationing.RationingEvent.CasualtiesRanked;
import se.dirigent.core.masscasualty.rationing.RationingEvent.RationingBegun;
import se.dirigent.core.masscasualty.rationing.RationingEvent.RationingEnded;

/** The rules of rationing: which command leads to which events, and what they make of one. */
public final class Rationings {
  /** More than a person can have judged one by one. */
  public static final int CLAIMS_MAX = 500;

  private Rationings() {}

  /**
   * Decides a command.
   *
   * @param before as it is, or null when there is none of that name
   * @param sameInForce whether a rule is already in force for the same resource at the same event
   * @throws Refused {@code rationing.exists}, {@code rationing.unknown}, {@code rationing.ended},
   *     {@code rationing.inForce}, {@code rationing.notValid}, {@code rationing.claims}, {@code
   *     rationing.available} or {@code rationing.enough}; nothing has changed
   */
  public static List<RationingEvent> decide(
      @Nullable Rationing before, RationingCommand command, boolean sameInForce, Stamp stamp) {
    if (command instanceof Begin c) {
      return begin(before, c, sameInForce, stamp);
    }
    if (before == null) {
      throw Refused.unknown(
          "rationing.unknown", "rationing", Map.of("rationing", command.rationing()));
    }
    if (!before.inForce()) {
      throw Refused.state("rationing.ended", "rationing", Map.of());
    }
    return switch (command) {
      case Begin c -> begin(before, c, sameInForce, stamp);
      case Rank c ->
          List.of(
              new CasualtiesRanked(before.id(), before.majorIncident(), rank(before, c, stamp)));
      case EndRationing c ->
          List.of(new RationingEnded(before.id(), before.majorIncident(), c.reason()));
    };
  }

  private static List<RationingEvent> begin(
      @Nullable Rationing before, Begin c, boolean sameInForce, Stamp stamp) {
    if (before != null) {
      throw Refused.state("rationing.exists", "rationing", Map.of());
    }
    if (sameInForce) {
      throw Refused.state("rationing.inForce", "resource", Map.of("resource", c.resource()));
    }
    RationingRule rule = c.rule();
    if (!rule.validOn(stamp.at().atOffset(ZoneOffset.UTC).toLocalDate())) {
      throw Refused.state(
          "rationing.notValid",
          "rule",
          Map.of("from", rule.validFrom().toString(), "until", rule.validUntil().toString()));
    }
    return List.of(
        new RationingBegun(
            c.rationing(),
            c.region(),
            c.majorIncident(),
            rule,
            c.resource(),
            c.reason(),
            c.decider(),
            c.lotSeed()));
  }

  private static Ranking rank(Rationing r, Rank c, Stamp stamp) {
    if (c.claims().isEmpty() || c.claims().size() > CLAIMS_MAX) {
      throw new Refused(
          "rationing.claims",
          "claims",
          Map.of("count", "" + c.claims().size(), "max", "" + CLAIMS_MAX));
    }
    if (c.available() < 0) {
      throw new Refused("rationing.available", "available", Map.of("value", "" + c.available()));
    }
    long needed = c.claims().stream().mapToLong(Claim::minutes).sum();
    // Whoever can be treated need not be ranked: nobody is to be put after another without cause.
    if (needed <= c.available()) {
      throw Refused.state(
          "rationing.enough",
          "available",
          Map.of("needed", "" + needed, "available", "" + c.available()));
    }
    return Ranking.of(
        r.rule(), c.claims(), r.resource(), c.available(), r.decider(), stamp.at(), r.lotSeed());
  }

  /** The rationing after the event. */
  public static Rationing fold(@Nullable Rationing before, RationingEvent event, Stamp stamp) {
    if (event instanceof RationingBegun e) {
      return new Rationing(
          e.rationing(),
          e.region(),
          e.majorIncident(),
          e.rule(),
          e.resource(),
          e.reason(),
          e.decider(),
          stamp.at(),
          stamp.by(),
          e.lotSeed(),
          null,
          0,
          null,
          1);
    }
    Rationing r = Objects.requireNonNull(before, "event before the beginning");
    Ranking ranking = event instanceof CasualtiesRanked e ? e.ranking() : r.ranking();
    Ended ended =
        event instanceof RationingEnded e
            ? new Ended(stamp.at(), stamp.by(), e.reason())
            : r.ended();
    return new Rationing(
        r.id(),
        r.region(),
        r.majorIncident(),
        r.rule(),
        r.resource(),
        r.reason(),
        r.decider(),
        r.at(),
        r.by(),
        r.lotSeed(),
        ranking,
        r.rankings() + (event instanceof CasualtiesRanked ? 1 : 0),
        ended,
        r.version() + 1);
  }
}
