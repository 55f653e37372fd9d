package se.dirigent.core.masscasualty.rationing;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * A rule for who comes first when there is not enough, as a region has settled it.
 *
 * @param code unique in the region, 1–40 characters
 * @param name what it is called
 * @param version counts up from 1
 * @param validFrom first day it may be used
 * @param validUntil last day
 * @param approver the post that approved it, never a person
 * @param source the document it stands in
 * @param criteria in the order they are asked, the next only of those whom the ones before do not
 *     part; the last is {@link Criterion#LOT}, so that chance decides openly or not at all
 */
public record RationingRule(
    String code,
    String name,
    int version,
    LocalDate validFrom,
    LocalDate validUntil,
    String approver,
    String source,
    List<Criterion> criteria) {

  /**
   * Checks that it is whole.
   *
   * @throws Refused {@code rationing.version}, {@code rationing.dates}, {@code rationing.twice},
   *     {@code rationing.lot}, or {@code rationing.order} when economy would come before need
   */
  public RationingRule {
    code = Texts.require("code", code, 1, 40);
    name = Texts.require("name", name, 1, 120);
    approver = Texts.require("approver", approver, 2, 120);
    source = Texts.require("source", source, 2, 400);
    criteria = List.copyOf(criteria);
    if (version < 1) {
      throw new Refused("rationing.version", "version", Map.of("value", "" + version));
    }
    if (validUntil.isBefore(validFrom)) {
      throw new Refused(
          "rationing.dates",
          "validUntil",
          Map.of("from", "" + validFrom, "until", "" + validUntil));
    }
    if (criteria.isEmpty() || criteria.getLast() != Criterion.LOT) {
      throw new Refused("rationing.lot", "criteria", Map.of());
    }
    if (criteria.size() > EnumSet.copyOf(criteria).size()) {
      throw new Refused("rationing.twice", "criteria", Map.of());
    }
    requireNeedFirst(criteria);
  }

  private static void requireNeedFirst(List<Criterion> criteria) {
    boolean need = criteria.contains(Criterion.CATEGORY);
    for (Criterion criterion : criteria) {
      boolean economy = criterion.principle() == Principle.COST_EFFECTIVENESS;
      int category = criteria.indexOf(Criterion.CATEGORY);
      if (economy && (!need || criteria.indexOf(criterion) < category)) {
        throw new Refused("rationing.order", "criteria", Map.of("criterion", criterion.name()));
      }
    }
  }

  /** Whether it may be used on a day. */
  public boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom) && !day.isAfter(validUntil);
  }
}
