package se.dirigent.core.masscasualty.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.capacity.DistributionKey;
import se.dirigent.core.masscasualty.capacity.DistributionKey.KeyShare;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Overflow;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Tier;
import se.dirigent.core.masscasualty.capacity.TypeEvent;

/**
 * A key that has been worked out and that nobody has approved: it cannot be taken in use.
 *
 * @param code of the key it becomes the first or the next version of, 1–40 characters
 * @param place where the event was thought to be, as people say it
 * @param grounds what it was worked out from, by hospital, the nearest first
 */
public record KeyDraft(
    String code,
    String name,
    TypeEvent type,
    String place,
    List<KeyShare> shares,
    List<Overflow> overflow,
    List<Ground> grounds) {
  /**
   * What was known of a hospital.
   *
   * @param minutes there by road with lights and siren
   * @param documentedOn when it documented what it takes, or null when it has not
   */
  public record Ground(String facility, Tier tier, int minutes, @Nullable LocalDate documentedOn) {}

  /** The post that approves it, never a person, and for how long. */
  public record Approval(
      String approver, LocalDate validFrom, LocalDate validUntil, LocalDate reviewOn) {}

  public KeyDraft {
    code = Texts.require("code", code, 1, 40);
    name = Texts.require("name", name, 1, 120);
    place = Texts.require("place", place, 1, 120);
    Objects.requireNonNull(type, "type");
    shares = List.copyOf(shares);
    overflow = List.copyOf(overflow);
    grounds = List.copyOf(grounds);
  }

  /** The key, approved; checked as every key is. */
  public DistributionKey approved(RegionCode region, int version, Approval by) {
    return new DistributionKey(
        code,
        name,
        region,
        type,
        version,
        by.validFrom(),
        by.validUntil(),
        by.approver(),
        by.reviewOn(),
        shares,
        List.of(),
        overflow);
  }
}
