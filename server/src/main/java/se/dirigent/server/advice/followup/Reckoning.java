package se.dirigent.server.advice.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import se.dirigent.server.advice.followup.AnswerRepository.MoveAnswer;
import se.dirigent.server.advice.followup.AnswerRepository.UnitAnswer;
import se.dirigent.server.advice.followup.FollowUp.Answer;
import se.dirigent.server.advice.followup.FollowUp.Comparison;
import se.dirigent.server.advice.followup.FollowUp.DayCount;
import se.dirigent.server.advice.followup.FollowUp.Kind;
import se.dirigent.server.advice.followup.FollowUp.KindCount;
import se.dirigent.server.advice.followup.FollowUp.ReasonCount;
import se.dirigent.server.advice.followup.FollowUp.Relocated;
import se.dirigent.server.advice.followup.FollowUp.Times;

/** Counts answers. Pure: the same rows give the same figures. */
final class Reckoning {
  /**
   * Fewer cases than this give no figure: the 90th percentile of nine is the slowest of them
   * [assumption].
   */
  static final int FEWEST = 10;

  /** Reasons listed at most: more than a page shows. */
  private static final int REASONS_MAX = 30;

  private final List<UnitAnswer> units;
  private final List<MoveAnswer> moves;
  private final ZoneId zone;
  private final ToIntFunction<String> level;

  /**
   * A reckoning of these answers.
   *
   * @param zone whose days are counted
   * @param level of a priority's code, 1 to 4
   */
  Reckoning(
      List<UnitAnswer> units, List<MoveAnswer> moves, ZoneId zone, ToIntFunction<String> level) {
    this.units = units;
    this.moves = moves;
    this.zone = zone;
    this.level = level;
  }

  /** An answer of any kind, as far as all kinds are alike. */
  private record Given(Instant at, Kind kind, Answer answer, String reason) {}

  /** The figures of the period from {@code from} to {@code to}. */
  FollowUp of(Instant from, Instant to, boolean more) {
    List<Given> all =
        Stream.concat(
                units.stream().map(u -> new Given(u.at(), u.kind(), u.answer(), u.reason())),
                moves.stream().map(m -> new Given(m.at(), Kind.RELOCATION, m.answer(), m.reason())))
            .toList();
    return new FollowUp(
        from, to, FEWEST, more, kinds(all), days(all), reasons(all), comparisons(), relocated());
  }

  private static List<KindCount> kinds(List<Given> all) {
    List<KindCount> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Map<Answer, Integer> n = count(all.stream().filter(g -> g.kind() == kind).toList());
      kinds.add(
          new KindCount(kind, n(n, Answer.ACCEPTED), n(n, Answer.CHANGED), n(n, Answer.REFUSED)));
    }
    return kinds;
  }

  private List<DayCount> days(List<Given> all) {
    Map<LocalDate, List<Given>> byDay = new TreeMap<>();
    all.forEach(g ->
        byDay.computeIfAbsent(g.at().atZone(zone).toLocalDate(), _ -> new ArrayList<>()).add(g));
    List<DayCount> days = new ArrayList<>();
    byDay.forEach((day, given) -> {
      for (KindCount k : kinds(given)) {
        if (k.accepted() + k.changed() + k.refused() > 0) {
          days.add(new DayCount(day, k.kind(), k.accepted(), k.changed(), k.refused()));
        }
      }
    });
    return days;
  }

  private static List<ReasonCount> reasons(List<Given> all) {
    Map<ReasonCount, Integer> counts = new HashMap<>();
    all.stream()
        .filter(g -> g.answer() != Answer.ACCEPTED)
        .forEach(g ->
            counts.merge(new ReasonCount(g.kind(), g.answer(), g.reason(), 0), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(e ->
            new ReasonCount(
                e.getKey().kind(), e.getKey().answer(), e.getKey().reason(), e.getValue()))
        .sorted(
            Comparator.comparingInt(ReasonCount::count)
                .reversed()
                .thenComparing(ReasonCount::reason))
        .limit(REASONS_MAX)
        .toList();
  }

  private List<Comparison> comparisons() {
    List<Comparison> comparisons = new ArrayList<>();
    for (int l = 1; l <= 4; l++) {
      int wanted = l;
      List<UnitAnswer> there =
          units.stream()
              .filter(u -> u.arrivedAt() != null && level.applyAsInt(u.priority()) == wanted)
              .toList();
      comparisons.add(
          new Comparison(
              l,
              times(there.stream().filter(u -> u.answer() == Answer.ACCEPTED)),
              times(there.stream().filter(u -> u.answer() != Answer.ACCEPTED))));
    }
    return comparisons;
  }

  private static Times times(Stream<UnitAnswer> answers) {
    long[] seconds =
        answers
            .mapToLong(u ->
                Math.max(
                    0, Duration.between(u.at(), Objects.requireNonNull(u.arrivedAt())).toSeconds()))
            .sorted()
            .toArray();
    return seconds.length < FEWEST
        ? new Times(seconds.length, null, null)
        : new Times(seconds.length, rank(seconds, 0.5), rank(seconds, 0.9));
  }

  /** The smallest value that at least the share lies at or below (nearest rank). */
  private static long rank(long[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  private Relocated relocated() {
    Map<String, Integer> outcomes = new HashMap<>();
    moves.stream()
        .filter(m -> m.answer() != Answer.REFUSED)
        .forEach(m -> outcomes.merge(Objects.requireNonNullElse(m.outcome(), ""), 1, Integer::sum));
    int arrived = outcomes.getOrDefault("ARRIVED", 0);
    int declined = outcomes.getOrDefault("DECLINED", 0);
    int dispatched = outcomes.getOrDefault("DISPATCHED", 0);
    int all = outcomes.values().stream().mapToInt(Integer::intValue).sum();
    return new Relocated(arrived, declined, dispatched, all - arrived - declined - dispatched);
  }

  private static Map<Answer, Integer> count(List<Given> given) {
    Map<Answer, Integer> n = new EnumMap<>(Answer.class);
    given.forEach(g -> n.merge(g.answer(), 1, Integer::sum));
    return n;
  }

  private static int n(Map<Answer, Integer> counts, Answer answer) {
    return counts.getOrDefault(answer, 0);
  }
}
