package se.dirigent.core.masscasualty.capacity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * How casualties are shared out before anything is known: settled in advance, so that the first
 * vehicle need not wait.
 *
 * @param code unique in the region, 1–40 characters
 * @param type the sort of event it is made for; OTHER when it is for any
 * @param version counts up from 1
 * @param validFrom first day it may be used
 * @param validUntil last day
 * @param approver the post that approved it, never a person
 * @param reviewOn when it is to be looked over
 * @param shares of hospitals; those of one category make 100 % in the first hour and 100 % after it
 * @param limits of specialties
 * @param overflow where those go for whom there is no room, in order
 */
public record DistributionKey(
    String code,
    String name,
    RegionCode region,
    TypeEvent type,
    int version,
    LocalDate validFrom,
    LocalDate validUntil,
    String approver,
    LocalDate reviewOn,
    List<KeyShare> shares,
    List<KeyLimit> limits,
    List<Overflow> overflow) {
  /** A hundred hospitals and four categories; no key is nearly that long. */
  private static final int ROWS_MAX = 400;

  /** Whom a key must say where to take. */
  private static final Set<Category> REQUIRED =
      EnumSet.of(Category.IMMEDIATE, Category.DELAYED, Category.MINIMAL);

  /**
   * A hospital's part of those in a category.
   *
   * @param firstHourPercent of those sent in the first hour after the alarm, 0–100
   * @param followingPercent of those sent after it, 0–100
   */
  public record KeyShare(
      String facility, Category category, int firstHourPercent, int followingPercent) {
    public KeyShare {
      facility = Texts.require("facility", facility, 1, 64);
      Objects.requireNonNull(category, "category");
      requirePercent("firstHourPercent", firstHourPercent);
      requirePercent("followingPercent", followingPercent);
      if (!category.travels()) {
        throw new Refused("key.dead", "category", Map.of("facility", facility));
      }
    }

    private static void requirePercent(String field, int percent) {
      if (percent < 0 || percent > 100) {
        throw new Refused("key.percent", field, Map.of("value", "" + percent));
      }
    }

    int percent(boolean firstHour) {
      return firstHour ? firstHourPercent : followingPercent;
    }
  }

  /**
   * How many who need a specialty a hospital takes an hour, also where it has not documented it
   * itself; never more than it has.
   *
   * @param perHour persons
   */
  public record KeyLimit(String facility, Specialty specialty, int perHour) {
    public KeyLimit {
      facility = Texts.require("facility", facility, 1, 64);
      Objects.requireNonNull(specialty, "specialty");
      perHour = Numbers.require("perHour", perHour);
    }
  }

  /** How far away help is asked for. */
  public enum Tier {
    REGION,
    HEALTH_CARE_REGION,
    CIVIL_AREA,
    NATION
  }

  /**
   * Hospitals beyond those with a share, the first asked first.
   *
   * @param facilities 1–100
   */
  public record Overflow(Tier tier, List<String> facilities) {
    public Overflow {
      Objects.requireNonNull(tier, "tier");
      facilities = List.copyOf(facilities);
      if (facilities.isEmpty() || facilities.size() > 100) {
        throw new Refused("key.tier", "overflow", Map.of("tier", tier.name()));
      }
    }
  }

  /**
   * Checks that it is whole.
   *
   * @throws Refused {@code key.sum} when shares do not add up, {@code key.twice}, {@code key.rows},
   *     {@code key.order}, {@code key.dates} or {@code key.version}
   */
  public DistributionKey {
    code = Texts.require("code", code, 1, 40);
    name = Texts.require("name", name, 1, 120);
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(type, "type");
    approver = Texts.require("approver", approver, 2, 120);
    if (version < 1) {
      throw new Refused("key.version", "version", Map.of("value", "" + version));
    }
    if (validUntil.isBefore(validFrom) || reviewOn.isBefore(validFrom)) {
      throw new Refused(
          "key.dates",
          "validUntil",
          Map.of("from", "" + validFrom, "until", "" + validUntil, "review", "" + reviewOn));
    }
    shares = List.copyOf(shares);
    limits = List.copyOf(limits);
    overflow = List.copyOf(overflow);
    if (shares.size() > ROWS_MAX || limits.size() > ROWS_MAX) {
      throw new Refused(
          "key.rows", "shares", Map.of("count", "" + shares.size(), "max", "" + ROWS_MAX));
    }
    requireOnce(shares.stream().map(s -> s.facility() + " " + s.category()).toList());
    requireOnce(limits.stream().map(l -> l.facility() + " " + l.specialty()).toList());
    requireOnce(overflow.stream().flatMap(o -> o.facilities().stream()).toList());
    requireOrder(overflow);
    for (Category category : Category.values()) {
      requireSum(shares, category, true);
      requireSum(shares, category, false);
    }
  }

  private static void requireOnce(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new Refused("key.twice", "shares", Map.of("value", name));
      }
    }
  }

  private static void requireOrder(List<Overflow> overflow) {
    for (int i = 1; i < overflow.size(); i++) {
      if (overflow.get(i).tier().compareTo(overflow.get(i - 1).tier()) <= 0) {
        throw new Refused("key.order", "overflow", Map.of("tier", overflow.get(i).tier().name()));
      }
    }
  }

  private static void requireSum(List<KeyShare> shares, Category category, boolean firstHour) {
    List<KeyShare> of = shares.stream().filter(s -> s.category() == category).toList();
    int sum = of.stream().mapToInt(s -> s.percent(firstHour)).sum();
    if (sum != 100 && (!of.isEmpty() || REQUIRED.contains(category))) {
      throw new Refused(
          "key.sum",
          firstHour ? "firstHourPercent" : "followingPercent",
          Map.of("category", category.name(), "sum", "" + sum));
    }
  }

  /** Every hospital it names, in its order. */
  public Set<String> facilities() {
    Set<String> all = new LinkedHashSet<>();
    shares.forEach(s -> all.add(s.facility()));
    limits.forEach(l -> all.add(l.facility()));
    overflow.forEach(o -> all.addAll(o.facilities()));
    return all;
  }

  /**
   * Checks that every hospital it names is there.
   *
   * @throws Refused {@code key.hospital}
   */
  public void requireKnown(Collection<String> known) {
    for (String facility : facilities()) {
      if (!known.contains(facility)) {
        throw new Refused("key.hospital", "facility", Map.of("facility", facility));
      }
    }
  }

  /** Whether it may be used on a day. */
  public boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom) && !day.isAfter(validUntil);
  }
}
