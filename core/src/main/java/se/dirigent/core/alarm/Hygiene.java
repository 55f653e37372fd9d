package se.dirigent.core.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.incident.IncidentId;

/**
 * How many alarms there were and whether persons can have borne them (larmhygien), by the measures
 * of EEMUA Publication 191, <em>Alarm systems: a guide to design, management and procurement</em>
 * (rates of a steady state, count after an upset, shares of the priorities), and for flood, stale
 * and chattering alarms those of ANSI/ISA-18.2 and IEC 62682, which build on it.
 *
 * @param positions operator positions that shared the alarms
 * @param alarms how many were raised in the period
 * @param perTenMinutes average number raised in ten minutes, for one position
 * @param load what EEMUA 191 thinks of that average
 * @param peak most raised within any ten minutes, for one position
 * @param peakLoad what EEMUA 191 thinks of that number, as the first ten minutes of an upset
 * @param peakAt when those ten minutes began, or null when there were no alarms
 * @param floodShare the part of the ten-minute periods with more than ten a position, 0 to 1
 * @param standing how many stood at the end of the period
 * @param stale how many stood for longer than a day in it
 * @param chattering those raised three times or more within a minute, with how often in all
 * @param desks how many for each desk at first
 * @param kinds how many of each kind, the most frequent first
 * @param subjects the ten incidents and units with most alarms
 * @param shares the part of each tone beside EEMUA 191's aim of about 5, 15 and 80 %
 * @param acknowledgeSeconds median from raised to acknowledged, or null when none was
 * @param unacknowledged how many ended, or the period did, before anybody had acknowledged
 * @param tens how many were raised in each ten minutes from the beginning
 */
public record Hygiene(
    Instant from,
    Instant to,
    int positions,
    int alarms,
    double perTenMinutes,
    Load load,
    double peak,
    PeakLoad peakLoad,
    @Nullable Instant peakAt,
    double floodShare,
    int standing,
    int stale,
    List<Count> chattering,
    List<Count> desks,
    List<Count> kinds,
    List<Count> subjects,
    List<Share> shares,
    @Nullable Double acknowledgeSeconds,
    int unacknowledged,
    List<Integer> tens) {
  /** Longest period: a month, of which a person asks; its tens are some thousands. */
  public static final Duration PERIOD_MAX = Duration.ofDays(31);

  /** Most positions of one region's room. */
  public static final int POSITIONS_MAX = 100;

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration CHATTER = Duration.ofMinutes(1);
  private static final int CHATTER_MIN = 3;
  private static final int FLOOD_MORE_THAN = 10;
  private static final int TOP = 10;

  /** The long-term average, by EEMUA 191. */
  public enum Load {
    /** At most one in ten minutes: very likely to be acceptable. */
    ACCEPTABLE,
    /** At most one in five minutes: manageable. */
    MANAGEABLE,
    /** Up to one a minute; one in two minutes is likely to be over-demanding. */
    OVER_DEMANDING,
    /** More than one a minute: very likely to be unacceptable. */
    UNACCEPTABLE;

    static Load of(double perTenMinutes) {
      if (perTenMinutes <= 1) {
        return ACCEPTABLE;
      }
      return perTenMinutes <= 2 ? MANAGEABLE : perTenMinutes <= 10 ? OVER_DEMANDING : UNACCEPTABLE;
    }
  }

  /** Ten minutes after an upset, by EEMUA 191. */
  public enum PeakLoad {
    /** At most ten: should be manageable. */
    MANAGEABLE,
    /** More than ten, up to twenty: between what EEMUA 191 names; a flood by ISA-18.2. */
    FLOOD,
    /** Twenty to a hundred: hard to cope with. */
    HARD,
    /** More than a hundred: definitely excessive. */
    EXCESSIVE;

    static PeakLoad of(double count) {
      if (count <= FLOOD_MORE_THAN) {
        return MANAGEABLE;
      }
      return count <= 20 ? FLOOD : count <= 100 ? HARD : EXCESSIVE;
    }
  }

  /** How many of something. */
  public record Count(String name, int count) {}

  /** The part one tone had of all, and the part it should have; 0 to 1. */
  public record Share(Tone tone, double share, double aim) {}

  public Hygiene {
    chattering = List.copyOf(chattering);
    desks = List.copyOf(desks);
    kinds = List.copyOf(kinds);
    subjects = List.copyOf(subjects);
    shares = List.copyOf(shares);
    tens = List.copyOf(tens);
  }

  /**
   * Counts.
   *
   * @param known every occurrence that stood at any time in the period; others are left aside
   * @throws Refused {@code period.order}, {@code period.long} or {@code number.range}
   */
  public static Hygiene of(List<Occurrence> known, Instant from, Instant to, int positions) {
    requirePeriod(from, to);
    if (positions < 1 || positions > POSITIONS_MAX) {
      throw new Refused(
          "number.range",
          "positions",
          Map.of(
              "value",
              String.valueOf(positions),
              "min",
              "1",
              "max",
              String.valueOf(POSITIONS_MAX)));
    }
    List<Occurrence> in =
        known.stream()
            .filter(o -> !o.raisedAt().isBefore(from) && o.raisedAt().isBefore(to))
            .sorted(Comparator.comparing(Occurrence::raisedAt))
            .toList();
    int[] tens = tens(in, from, to);
    double rate = (double) in.size() / positions / (seconds(from, to) / TEN_MINUTES.toSeconds());
    int peakEnd = peak(in);
    double peak = peakEnd < 0 ? 0 : (double) within(in, peakEnd) / positions;
    long floods = Arrays.stream(tens).filter(n -> n > FLOOD_MORE_THAN * positions).count();
    return new Hygiene(
        from,
        to,
        positions,
        in.size(),
        rate,
        Load.of(rate),
        peak,
        PeakLoad.of(peak),
        peakEnd < 0 ? null : in.get(peakEnd + 1 - within(in, peakEnd)).raisedAt(),
        (double) floods / tens.length,
        (int) known.stream().filter(o -> standsAt(o, to)).count(),
        (int) known.stream().filter(o -> stale(o, from, to)).count(),
        chattering(in),
        counts(in, o -> o.alarm().kind().desk().name()),
        counts(in, o -> o.alarm().kind().name()),
        top(in, o -> subject(o.alarm())),
        shares(in),
        acknowledgeSeconds(in),
        (int) in.stream().filter(o -> o.acknowledgedAt() == null).count(),
        Arrays.stream(tens).boxed().toList());
  }

  /**
   * Checks that a period can be counted.
   *
   * @throws Refused {@code period.order} or {@code period.long}
   */
  public static void requirePeriod(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw new Refused(
          "period.order", "to", Map.of("value", to.toString(), "other", from.toString()));
    }
    if (to.isAfter(from.plus(PERIOD_MAX))) {
      throw new Refused("period.long", "to", Map.of("days", String.valueOf(PERIOD_MAX.toDays())));
    }
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private static int[] tens(List<Occurrence> in, Instant from, Instant to) {
    long ten = TEN_MINUTES.toMillis();
    int count = (int) Math.ceilDiv(Duration.between(from, to).toMillis(), ten);
    int[] tens = new int[Math.max(1, count)];
    in.forEach(o -> tens[(int) (Duration.between(from, o.raisedAt()).toMillis() / ten)]++);
    return tens;
  }

  /** Place of the last alarm of the fullest ten minutes, wherever they begin; −1 for none. */
  private static int peak(List<Occurrence> in) {
    int best = -1;
    int most = 0;
    int first = 0;
    for (int last = 0; last < in.size(); last++) {
      while (apart(in.get(first), in.get(last)).compareTo(TEN_MINUTES) >= 0) {
        first++;
      }
      if (last - first + 1 > most) {
        most = last - first + 1;
        best = last;
      }
    }
    return best;
  }

  /** How many were raised within the ten minutes that end with the one at the place. */
  private static int within(List<Occurrence> in, int last) {
    int first = last;
    while (first > 0 && apart(in.get(first - 1), in.get(last)).compareTo(TEN_MINUTES) < 0) {
      first--;
    }
    return last - first + 1;
  }

  private static Duration apart(Occurrence a, Occurrence b) {
    return Duration.between(a.raisedAt(), b.raisedAt());
  }

  private static boolean standsAt(Occurrence o, Instant at) {
    Instant endedAt = o.endedAt();
    return o.raisedAt().isBefore(at) && (endedAt == null || !endedAt.isBefore(at));
  }

  private static boolean stale(Occurrence o, Instant from, Instant to) {
    boolean inPeriod = o.raisedAt().isBefore(to) && (o.endedAt() == null || standsAt(o, from));
    boolean begunInPeriod = !o.raisedAt().isBefore(from) && o.raisedAt().isBefore(to);
    return (inPeriod || begunInPeriod) && o.stood(to).compareTo(DAY) > 0;
  }

  private static List<Count> chattering(List<Occurrence> in) {
    Map<AlarmId, List<Occurrence>> byAlarm =
        in.stream().collect(Collectors.groupingBy(Occurrence::alarm));
    return byAlarm.entrySet().stream()
        .filter(e -> chatters(e.getValue()))
        .map(e -> new Count(e.getKey().toString(), e.getValue().size()))
        .sorted(MOST_FIRST)
        .limit(TOP)
        .toList();
  }

  private static boolean chatters(List<Occurrence> one) {
    for (int last = CHATTER_MIN - 1; last < one.size(); last++) {
      Duration apart = apart(one.get(last - CHATTER_MIN + 1), one.get(last));
      if (apart.compareTo(CHATTER) < 0) {
        return true;
      }
    }
    return false;
  }

  private static final Comparator<Count> MOST_FIRST =
      Comparator.comparingInt(Count::count).reversed().thenComparing(Count::name);

  private static List<Count> counts(List<Occurrence> in, Function<Occurrence, String> name) {
    return in.stream().collect(Collectors.groupingBy(name)).entrySet().stream()
        .map(e -> new Count(e.getKey(), e.getValue().size()))
        .sorted(MOST_FIRST)
        .toList();
  }

  private static List<Count> top(List<Occurrence> in, Function<Occurrence, String> name) {
    return counts(in, name).stream().limit(TOP).toList();
  }

  private static String subject(AlarmId alarm) {
    IncidentId incident = alarm.incident();
    return incident == null ? alarm.subject() : incident.toString();
  }

  private static List<Share> shares(List<Occurrence> in) {
    return Stream.of(Tone.values())
        .map(tone -> {
          long of = in.stream().filter(o -> o.alarm().kind().tone() == tone).count();
          return new Share(tone, in.isEmpty() ? 0 : (double) of / in.size(), aim(tone));
        })
        .toList();
  }

  private static double aim(Tone tone) {
    return switch (tone) {
      case GRAVE -> 0.05;
      case ACT -> 0.15;
      case INFORM -> 0.80;
    };
  }

  private static @Nullable Double acknowledgeSeconds(List<Occurrence> in) {
    double[] sorted =
        in.stream()
            .filter(o -> o.acknowledgedAt() != null)
            .mapToDouble(o -> seconds(o.raisedAt(), Objects.requireNonNull(o.acknowledgedAt())))
            .sorted()
            .toArray();
    int n = sorted.length;
    return n == 0 ? null : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
