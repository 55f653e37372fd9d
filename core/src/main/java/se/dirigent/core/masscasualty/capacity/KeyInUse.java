package se.dirigent.core.masscasualty.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.masscasualty.capacity.DistributionKey.KeyLimit;
import se.dirigent.core.masscasualty.capacity.DistributionKey.KeyShare;
import se.dirigent.core.masscasualty.capacity.DistributionKey.Overflow;
import se.dirigent.core.masscasualty.capacity.Draw.Against;
import se.dirigent.core.masscasualty.capacity.Draw.Passed;
import se.dirigent.core.masscasualty.capacity.Draw.Why;
import se.dirigent.core.masscasualty.sieve.Category;

/**
 * A key as it is drawn down: with what hospitals have documented and reported, and whom they have
 * been given. The next hospital is the one furthest behind its share among those with room, so that
 * the numbers follow the key whenever one stops; the share of one that is full, closed or dropped
 * out falls to the others in proportion.
 *
 * @param alarmAt when the hours begin
 * @param capacities by facility, documented in advance; one that is missing has no limit but the
 *     key
 * @param reports by facility, the latest made after the event; they go before what is documented
 * @param placed all so far
 */
public record KeyInUse(
    DistributionKey key,
    Instant alarmAt,
    Map<String, HospitalCapacity> capacities,
    Map<String, CapacityReport> reports,
    List<Placed> placed) {
  public KeyInUse {
    capacities = Map.copyOf(capacities);
    reports = Map.copyOf(reports);
    placed = List.copyOf(placed);
  }

  /** What would be if a hospital dropped out. */
  public KeyInUse without(String facility) {
    Map<String, CapacityReport> changed = new HashMap<>(reports);
    changed.put(facility, CapacityReport.closed(facility, alarmAt, ""));
    return new KeyInUse(key, alarmAt, capacities, changed, placed);
  }

  /** With one more placed. */
  public KeyInUse with(Placed one) {
    List<Placed> more = new ArrayList<>(placed);
    more.add(one);
    return new KeyInUse(key, alarmAt, capacities, reports, more);
  }

  /**
   * The next hospital for a casualty.
   *
   * @param needs specialties without which it is no help to come there
   */
  public Draw next(Category category, Set<Specialty> needs, Instant now) {
    boolean first = hour(now) == 0;
    List<Passed> passed = new ArrayList<>();
    List<KeyShare> open = new ArrayList<>();
    for (KeyShare s : key.shares()) {
      if (s.category() == category && s.percent(first) > 0) {
        Against against = against(s.facility(), category, needs, now);
        if (against == null) {
          open.add(s);
        } else {
          passed.add(new Passed(s.facility(), against));
        }
      }
    }
    if (open.isEmpty()) {
      return overflow(category, needs, now, passed);
    }
    KeyShare best = furthestBehind(open, category, first);
    open.stream()
        .filter(s -> !s.equals(best))
        .forEach(s -> passed.add(new Passed(s.facility(), Against.AHEAD)));
    int total = open.stream().mapToInt(s -> drawn(s.facility(), category, first)).sum();
    return new Draw(
        best.facility(),
        Why.SHARE,
        null,
        Map.of(
            "percent",
            "" + best.percent(first),
            "drawn",
            "" + drawn(best.facility(), category, first),
            "total",
            "" + total,
            "left",
            leftInWords(best.facility(), category, now)),
        passed);
  }

  /** Behind by share × (all + 1) − its own, all over the same sum of shares; ties as in the key. */
  private KeyShare furthestBehind(List<KeyShare> open, Category category, boolean first) {
    long shares = open.stream().mapToLong(s -> s.percent(first)).sum();
    long all = open.stream().mapToLong(s -> drawn(s.facility(), category, first)).sum();
    KeyShare best = open.getFirst();
    long most = Long.MIN_VALUE;
    for (KeyShare s : open) {
      long behind = s.percent(first) * (all + 1) - shares * drawn(s.facility(), category, first);
      if (behind > most) {
        most = behind;
        best = s;
      }
    }
    return best;
  }

  private Draw overflow(Category category, Set<Specialty> needs, Instant now, List<Passed> passed) {
    for (Overflow o : key.overflow()) {
      for (String facility : o.facilities()) {
        Against against = against(facility, category, needs, now);
        if (against == null) {
          Map<String, String> values = Map.of("left", leftInWords(facility, category, now));
          return new Draw(facility, Why.OVERFLOW, o.tier(), values, passed);
        }
        passed.add(new Passed(facility, against));
      }
    }
    return new Draw(null, Why.NOBODY, null, Map.of(), passed);
  }

  /** What speaks against sending a casualty there now, or null when nothing does. */
  public @Nullable Against against(
      String facility, Category category, Set<Specialty> needs, Instant now) {
    CapacityReport report = reports.get(facility);
    if (report != null && report.closed()) {
      return Against.CLOSED;
    }
    Integer left = left(facility, category, now);
    if (left != null && left <= 0) {
      return Against.FULL;
    }
    boolean all = needs.stream().allMatch(s -> left(facility, s, now) > 0);
    return all ? null : Against.SPECIALTY;
  }

  /**
   * How many more of a category a hospital takes: of its report since it was made, else of the hour
   * as documented; null when nobody has said. Never more than is left, so below 0 when a person
   * sent more.
   */
  public @Nullable Integer left(String facility, Category category, Instant now) {
    CapacityReport report = reports.get(facility);
    Integer told = report == null ? null : report.takes().get(category);
    if (report != null && told != null) {
      return told - count(facility, p -> p.category() == category && !p.at().isBefore(report.at()));
    }
    HospitalCapacity has = capacities.get(facility);
    return has == null
        ? null
        : has.takes(hour(now), category)
            - count(facility, p -> p.category() == category && hour(p.at()) == hour(now));
  }

  /** How many more who need a specialty; nobody who has not said that it has it, has it. */
  private int left(String facility, Specialty specialty, Instant now) {
    CapacityReport report = reports.get(facility);
    Integer told = report == null ? null : report.specialties().get(specialty);
    if (report != null && told != null) {
      Instant since = report.at();
      return told - count(facility, p -> p.needs().contains(specialty) && !p.at().isBefore(since));
    }
    HospitalCapacity has = capacities.get(facility);
    int takes = has != null ? has.takes(hour(now), specialty) : limit(facility, specialty);
    return takes - count(facility, p -> p.needs().contains(specialty) && hour(p.at()) == hour(now));
  }

  private int limit(String facility, Specialty specialty) {
    return key.limits().stream()
        .filter(l -> l.facility().equals(facility) && l.specialty() == specialty)
        .mapToInt(KeyLimit::perHour)
        .sum();
  }

  private String leftInWords(String facility, Category category, Instant now) {
    Integer left = left(facility, category, now);
    return left == null ? "" : left.toString();
  }

  private int drawn(String facility, Category category, boolean first) {
    return count(facility, p -> p.category() == category && (hour(p.at()) == 0) == first);
  }

  private int count(String facility, Predicate<Placed> which) {
    return (int)
        placed.stream().filter(p -> p.facility().equals(facility) && which.test(p)).count();
  }

  private int hour(Instant at) {
    return (int) Math.max(0, Duration.between(alarmAt, at).toHours());
  }
}
