package se.dirigent.core.masscasualty.rationing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;

/**
 * Who comes first by a rule, and why: what is shown, journalled and can be reckoned again from the
 * same claims.
 *
 * @param rule code of the rule
 * @param version of the rule
 * @param resource what is short, in words
 * @param available minutes of it that there are
 * @param decider who put the rule in force, by post
 * @param at when
 * @param lotSeed by which lots were drawn
 * @param ranked all claims, the first first
 */
public record Ranking(
    String rule,
    int version,
    String resource,
    int available,
    String decider,
    Instant at,
    long lotSeed,
    List<Ranked> ranked) {
  public Ranking {
    ranked = List.copyOf(ranked);
  }

  /**
   * A claim in its place.
   *
   * @param place from 1
   * @param granted whether there is enough for it and all before it
   * @param decidedBy what put it after the one before; null for the first
   * @param principle that it follows from; null for the first
   */
  public record Ranked(
      int place,
      Claim claim,
      boolean granted,
      @Nullable Criterion decidedBy,
      @Nullable Principle principle) {
    Ranked(int place, Claim claim, boolean granted, @Nullable Criterion decidedBy) {
      this(place, claim, granted, decidedBy, decidedBy == null ? null : decidedBy.principle());
    }
  }

  /**
   * Ranks claims by a rule.
   *
   * @param lotSeed drawn and journalled before, so that nobody can choose the lot
   * @throws Refused {@code rationing.tag} when two claims have the same tag
   */
  public static Ranking of(
      RationingRule rule,
      List<Claim> claims,
      String resource,
      int available,
      String decider,
      Instant at,
      long lotSeed) {
    Map<String, Long> lots = lots(claims, lotSeed);
    List<Claim> order = new ArrayList<>(claims);
    Comparator<Claim> comparator = comparator(rule.criteria().getFirst(), lots);
    for (Criterion criterion : rule.criteria().subList(1, rule.criteria().size())) {
      comparator = comparator.thenComparing(comparator(criterion, lots));
    }
    order.sort(comparator);
    List<Ranked> ranked = new ArrayList<>();
    long spent = 0;
    for (int i = 0; i < order.size(); i++) {
      spent += order.get(i).minutes();
      Criterion by = i == 0 ? null : parting(rule, order.get(i - 1), order.get(i), lots);
      ranked.add(new Ranked(i + 1, order.get(i), spent <= available, by));
    }
    return new Ranking(
        rule.code(), rule.version(), resource, available, decider, at, lotSeed, ranked);
  }

  /**
   * Lots by tag: neither the order in which claims are handed in nor who else is ranked may matter,
   * so that ranking once more draws no lot anew.
   */
  private static Map<String, Long> lots(List<Claim> claims, long seed) {
    Set<String> tags = new HashSet<>();
    for (Claim claim : claims) {
      if (!tags.add(claim.tag())) {
        throw new Refused("rationing.tag", "tag", Map.of("tag", claim.tag()));
      }
    }
    Map<String, Long> lots = new HashMap<>();
    tags.forEach(tag -> lots.put(tag, new SplittableRandom(seed + spread(tag)).nextLong()));
    return lots;
  }

  /** FNV-1a, 64 bits (Fowler, Noll, Vo): different tags get different lots. */
  private static long spread(String tag) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < tag.length(); i++) {
      hash = (hash ^ tag.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  private static Criterion parting(
      RationingRule rule, Claim before, Claim after, Map<String, Long> lots) {
    for (Criterion criterion : rule.criteria()) {
      if (comparator(criterion, lots).compare(before, after) != 0) {
        return criterion;
      }
    }
    return Criterion.LOT;
  }

  private static Comparator<Claim> comparator(Criterion criterion, Map<String, Long> lots) {
    return switch (criterion) {
      case CATEGORY -> Comparator.comparing(Claim::category);
      case BENEFIT -> Comparator.comparing(Claim::benefit);
      case SPENT -> Comparator.comparingInt(Claim::minutes);
      case WAITED -> Comparator.comparing(Claim::waitingSince);
      case LOT -> Comparator.comparingLong(claim -> lots.getOrDefault(claim.tag(), 0L));
    };
  }
}
