package se.dirigent.core.masscasualty.rationing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.core.masscasualty.rationing.Claim.Benefit;
import se.dirigent.core.masscasualty.rationing.RationingCommand.Begin;
import se.dirigent.core.masscasualty.rationing.RationingCommand.EndRationing;
import se.dirigent.core.masscasualty.rationing.RationingCommand.Rank;
import se.dirigent.core.masscasualty.sieve.Category;

/** A rule put in force, used and ended; always by a person, and never without cause. */
class RationingsTest {
  private static final Instant NOON = Instant.parse("2027-01-16T12:00:00Z");
  private static final Stamp STAMP = new Stamp("demo.ledning", NOON);

  private static Begin begin(LocalDate until) {
    RationingRule rule =
        new RationingRule(
            "ventilators",
            "Ventilators",
            2,
            LocalDate.of(2026, 1, 1),
            until,
            "Hälso- och sjukvårdsdirektören",
            "prop. 1996/97:60",
            List.of(Criterion.CATEGORY, Criterion.LOT));
    return new Begin(
        "r1",
        new RegionCode("dalarna"),
        new MajorIncidentId("m1"),
        rule,
        "Ventilatorer",
        "Alla är upptagna",
        "Katastrofmedicinsk chef",
        7);
  }

  private static Claim claim(String tag) {
    return new Claim(tag, Category.IMMEDIATE, Benefit.LARGE, 60, NOON);
  }

  private static Rationing after(@Nullable Rationing before, RationingCommand command) {
    Rationing now = before;
    for (RationingEvent e : Rationings.decide(before, command, false, STAMP)) {
      now = Rationings.fold(now, e, STAMP);
    }
    return Objects.requireNonNull(now);
  }

  private static void refused(
      String code, @Nullable Rationing before, RationingCommand command, boolean same) {
    Refused refused =
        assertThrows(Refused.class, () -> Rationings.decide(before, command, same, STAMP));
    assertTrue(String.valueOf(refused.getMessage()).startsWith(code), refused.getMessage());
  }

  @Test
  void t01_putInForceUsedAndEnded() {
    Rationing r = after(null, begin(LocalDate.of(2028, 1, 1)));
    assertTrue(r.inForce());
    assertEquals("demo.ledning", r.by());
    Rank rank = new Rank("r1", List.of(claim("1"), claim("2")), 60);
    r = after(r, rank);
    Ranking ranking = Objects.requireNonNull(r.ranking());
    assertEquals(2, ranking.version());
    assertEquals("Katastrofmedicinsk chef", ranking.decider());
    assertEquals(1, ranking.ranked().stream().filter(Ranking.Ranked::granted).count());
    r = after(r, new EndRationing("r1", "Fler ventilatorer har kommit"));
    assertFalse(r.inForce());
    assertEquals(3, r.version());
    refused("rationing.ended", r, rank, false);
  }

  @Test
  void t02_notWithoutCauseNotTwiceAndNotByARuleOutOfDate() {
    Rationing r = after(null, begin(LocalDate.of(2028, 1, 1)));
    refused("rationing.enough", r, new Rank("r1", List.of(claim("1"), claim("2")), 120), false);
    refused("rationing.claims", r, new Rank("r1", List.of(), 60), false);
    refused("rationing.available", r, new Rank("r1", List.of(claim("1")), -1), false);
    refused("rationing.exists", r, begin(LocalDate.of(2028, 1, 1)), false);
    refused("rationing.inForce", null, begin(LocalDate.of(2028, 1, 1)), true);
    refused("rationing.notValid", null, begin(LocalDate.of(2026, 12, 31)), false);
    refused("rationing.unknown", null, new EndRationing("r1", "Slut"), false);
  }
}
