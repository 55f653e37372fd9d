package se.dirigent.core.masscasualty.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.masscasualty.capacity.DistributionKey.KeyShare;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Overflow;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Tier;
import se.dirigent.core.masscasualty.capacity.HospitalCapacity;
import se.dirigent.core.masscasualty.capacity.TypeEvent;
import se.dirigent.core.masscasualty.plan.KeyDraft.Ground;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * Works out a key from what hospitals have documented and how far away they are. Those within reach
 * share each category in proportion to what they take of it, so that all of them are full at the
 * same time and none before the others; the rest come after them, from the region and outwards, the
 * nearest first. It is a proposal to look at: no method for this is published that we have found.
 */
public final class KeyGenerator {
  /** Minutes that one of a category is taken past nearer hospitals [assumption]. */
  private static final Map<Category, Integer> REACH =
      new EnumMap<>(Map.of(Category.IMMEDIATE, 60, Category.DELAYED, 90, Category.MINIMAL, 120));

  private static final int WHOLE = 100;

  private KeyGenerator() {}

  /**
   * A hospital that may be in the key.
   *
   * @param minutes there from the place, by road with lights and siren
   * @param capacity as documented, or null when it is not
   */
  public record Candidate(
      String facility, Tier tier, int minutes, @Nullable HospitalCapacity capacity) {}

  /**
   * The draft.
   *
   * @param place where the event is thought to be
   * @throws Refused {@code key.noCapacity} when nobody has documented that it takes a category
   */
  public static KeyDraft draft(
      String code, String name, TypeEvent type, String place, List<Candidate> hospitals) {
    List<Candidate> all =
        hospitals.stream()
            .sorted(Comparator.comparingInt(Candidate::minutes).thenComparing(Candidate::facility))
            .toList();
    List<KeyShare> shares = new ArrayList<>();
    for (Category category : List.of(Category.IMMEDIATE, Category.DELAYED, Category.MINIMAL)) {
      shares.addAll(shares(category, all));
    }
    Set<String> sharing = shares.stream().map(KeyShare::facility).collect(Collectors.toSet());
    List<Overflow> overflow = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      List<String> of =
          all.stream()
              .filter(c -> c.tier() == tier && !sharing.contains(c.facility()))
              .map(Candidate::facility)
              .toList();
      if (!of.isEmpty()) {
        overflow.add(new Overflow(tier, of));
      }
    }
    return new KeyDraft(
        code, name, type, place, shares, overflow, all.stream().map(KeyGenerator::ground).toList());
  }

  private static Ground ground(Candidate c) {
    HospitalCapacity has = c.capacity();
    return new Ground(c.facility(), c.tier(), c.minutes(), has == null ? null : has.documentedOn());
  }

  private static List<KeyShare> shares(Category category, List<Candidate> all) {
    int[] first = percents(category, 0, all);
    int[] following = percents(category, 1, all);
    List<KeyShare> shares = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (first[i] > 0 || following[i] > 0) {
        shares.add(new KeyShare(all.get(i).facility(), category, first[i], following[i]));
      }
    }
    return shares;
  }

  /** Whole percent by largest remainder, the nearer first among equals; together 100. */
  private static int[] percents(Category category, int hour, List<Candidate> all) {
    long[] takes = new long[all.size()];
    long sum = 0;
    for (int i = 0; i < takes.length; i++) {
      long takesOne = takes(all.get(i), category, hour);
      // Nobody within reach: the nearest that takes any.
      if (all.get(i).minutes() <= REACH.getOrDefault(category, 0) || sum == 0) {
        takes[i] = takesOne;
        sum += takesOne;
      }
    }
    if (sum == 0) {
      throw new Refused("key.noCapacity", "category", Map.of("category", category.name()));
    }
    int[] percents = new int[takes.length];
    int given = 0;
    for (int i = 0; i < takes.length; i++) {
      percents[i] = (int) (WHOLE * takes[i] / sum);
      given += percents[i];
    }
    while (given < WHOLE) {
      int most = 0;
      for (int i = 1; i < takes.length; i++) {
        if (rest(takes[i], sum, percents[i]) > rest(takes[most], sum, percents[most])) {
          most = i;
        }
      }
      percents[most]++;
      given++;
    }
    return percents;
  }

  private static long rest(long takes, long sum, int percent) {
    return WHOLE * takes - percent * sum;
  }

  private static int takes(Candidate c, Category category, int hour) {
    HospitalCapacity has = c.capacity();
    return has == null ? 0 : has.takes(hour, category);
  }
}
