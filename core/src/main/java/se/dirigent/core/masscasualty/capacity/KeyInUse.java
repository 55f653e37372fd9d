package se.dirigent.core.masscasualty.capacity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.masscasualty.capacity.DistributionKey.KeyLimit;
import se.dirigent.core.masscasualty.capacity.DistributionKey.KeyShare;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Overflow;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Tier;
import se.dirigent.core.masscasualty.capacity.Draw.Against;
import se.dirigent.core.masscasualty.capacity.Draw.Passed;
import se.dirigent.core.masscasualty.capacity.Draw.Why;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * A key as it is drawn down. The next hospital is the one furthest behind its share among those
 * with room, so that the numbers follow the key whenever one stops; the share of one that is full,
 * closed or dropped out falls to the others in proportion. Nobody is ever owed, or owes, more than
 * one casualty: a hospital that opens again gets its share from then on, not all that passed it by.
 * Those nobody knows what they can take come after those with room, and are marked.
 *
 * @param rooms what each hospital has left
 */
public record KeyInUse(DistributionKey key, Rooms rooms) {
  /** What would be if a hospital dropped out. */
  public KeyInUse without(String facility) {
    return new KeyInUse(key, rooms.without(facility));
  }

  /** With one more placed. */
  public KeyInUse with(Placed one) {
    return new KeyInUse(key, rooms.with(one));
  }

  /**
   * The next hospital for a casualty.
   *
   * @param needs specialties without which it is no help to come there
   */
  public Draw next(Category category, Set<Specialty> needs, Instant now) {
    List<Passed> passed = new ArrayList<>();
    List<KeyShare> known = new ArrayList<>();
    List<KeyShare> unknown = new ArrayList<>();
    for (KeyShare s : shares(category, first(now))) {
      Against against = against(s.facility(), category, needs, now);
      if (against != null) {
        passed.add(new Passed(s.facility(), against));
      } else if (rooms.left(s.facility(), category, now) == null) {
        unknown.add(s);
      } else {
        known.add(s);
      }
    }
    if (known.isEmpty() && unknown.isEmpty()) {
      return overflow(category, needs, now, passed);
    }
    if (!known.isEmpty()) {
      unknown.forEach(s -> passed.add(new Passed(s.facility(), Against.UNKNOWN)));
    }
    return share(known.isEmpty() ? unknown : known, category, now, passed);
  }

  private Draw share(List<KeyShare> open, Category category, Instant now, List<Passed> passed) {
    boolean first = first(now);
    Category shared = shared(category);
    KeyShare best = furthestBehind(open, shared, first);
    open.stream()
        .filter(s -> !s.equals(best))
        .forEach(s -> passed.add(new Passed(s.facility(), Against.AHEAD)));
    int total = open.stream().mapToInt(s -> drawn(s.facility(), shared, first)).sum();
    Integer left = rooms.left(best.facility(), category, now);
    return new Draw(
        best.facility(),
        Why.SHARE,
        null,
        left == null,
        Map.of(
            "percent",
            "" + best.percent(first),
            "drawn",
            "" + drawn(best.facility(), shared, first),
            "total",
            "" + total,
            "left",
            left == null ? "" : left.toString()),
        passed);
  }

  /** Those with a part of a category; who is not expected to live goes as the most urgent do. */
  private List<KeyShare> shares(Category category, boolean first) {
    Category shared = shared(category);
    return key.shares().stream()
        .filter(s -> s.category() == shared && s.percent(first) > 0)
        .toList();
  }

  private Category shared(Category category) {
    if (category != Category.EXPECTANT) {
      return category;
    }
    boolean named = key.shares().stream().anyMatch(s -> s.category() == category);
    return named ? category : Category.IMMEDIATE;
  }

  /**
   * By casualty after casualty: each adds its part to what a hospital is owed, and takes a whole
   * one from what it was that got it. In percent, all parts of those that are open making one. Ties
   * as in the key.
   */
  private KeyShare furthestBehind(List<KeyShare> open, Category shared, boolean first) {
    int whole = open.stream().mapToInt(s -> s.percent(first)).sum();
    int[] owed = new int[open.size()];
    List<String> names = open.stream().map(KeyShare::facility).toList();
    for (Placed p : rooms.placed()) {
      int to = counts(p, shared, first) ? names.indexOf(p.facility()) : -1;
      for (int i = 0; to >= 0 && i < owed.length; i++) {
        int next = owed[i] + open.get(i).percent(first) - (i == to ? whole : 0);
        owed[i] = Math.clamp(next, -whole, whole);
      }
    }
    int best = 0;
    for (int i = 1; i < owed.length; i++) {
      if (owed[i] + open.get(i).percent(first) > owed[best] + open.get(best).percent(first)) {
        best = i;
      }
    }
    return open.get(best);
  }

  private Draw overflow(Category category, Set<Specialty> needs, Instant now, List<Passed> passed) {
    String unknown = null;
    Tier unknownTier = null;
    for (Overflow o : key.overflow()) {
      for (String facility : o.facilities()) {
        Against against = against(facility, category, needs, now);
        Integer left = rooms.left(facility, category, now);
        if (against == null && left != null) {
          var values = Map.of("left", left.toString());
          return new Draw(facility, Why.OVERFLOW, o.tier(), false, values, passed);
        }
        if (against == null && unknown == null) {
          unknown = facility;
          unknownTier = o.tier();
        }
        passed.add(new Passed(facility, against == null ? Against.UNKNOWN : against));
      }
    }
    if (unknown == null) {
      return new Draw(null, Why.NOBODY, null, false, Map.of(), passed);
    }
    String only = unknown;
    passed.removeIf(p -> p.facility().equals(only));
    return new Draw(only, Why.OVERFLOW, unknownTier, true, Map.of("left", ""), passed);
  }

  /** What speaks against sending a casualty there now, or null when nothing does. */
  public @Nullable Against against(
      String facility, Category category, Set<Specialty> needs, Instant now) {
    return rooms.against(facility, category, needs, this::limit, now);
  }

  /** How many more who need a specialty a hospital takes, the key's limits reckoned with. */
  public int left(String facility, Specialty specialty, Instant now) {
    return rooms.left(facility, specialty, this::limit, now);
  }

  private @Nullable Integer limit(String facility, Specialty specialty) {
    for (KeyLimit l : key.limits()) {
      if (l.facility().equals(facility) && l.specialty() == specialty) {
        return l.perHour();
      }
    }
    return null;
  }

  /** A hospital's part of a category now, in percent; null when it has none. */
  public @Nullable Integer percent(String facility, Category category, Instant now) {
    boolean first = first(now);
    return shares(category, first).stream()
        .filter(s -> s.facility().equals(facility))
        .map(s -> s.percent(first))
        .findAny()
        .orElse(null);
  }

  private int drawn(String facility, Category shared, boolean first) {
    return rooms.count(facility, p -> counts(p, shared, first));
  }

  private boolean counts(Placed p, Category shared, boolean first) {
    return shared(p.category()) == shared && first(p.at()) == first;
  }

  private boolean first(Instant at) {
    return rooms.hour(at) == 0;
  }
}
