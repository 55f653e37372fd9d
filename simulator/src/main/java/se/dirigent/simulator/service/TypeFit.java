package se.dirigent.simulator.service;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.trial.CallModel;

/**
 * Why people called, found in the earlier weeks of a recording and tried on the later ones. The
 * twin draws each call's type by its share alone, so that a week's calls of a type are binomial
 * among all calls of the week; where that is right, half of the counts of the weeks held out lie
 * within their 50 % interval and nine of ten within their 90 %. Fewer do where the shares drift.
 *
 * @param found calls in the earlier weeks
 * @param tried calls in the weeks held out
 * @param weeks held out
 * @param types the most common first
 * @param within50 part of the types' weekly counts within their 50 % interval
 * @param within90 within their 90 % interval
 */
public record TypeFit(
    int found, int tried, int weeks, List<Type> types, double within50, double within90) {
  /** Fewer calls of a type tell nothing of it: such types are counted together. */
  public static final int CALLS_MIN = 40;

  /** What types that are counted together are called. */
  public static final String REST = "Övrigt";

  /** More types than this nobody tells apart; the least common are counted together. */
  private static final int TYPES_MAX = 40;

  private static final int WEEK_DAYS = 7;

  public TypeFit {
    types = List.copyOf(types);
  }

  /** A type as it was found, and as it was in the weeks held out. */
  public record Type(String name, Figures found, Figures heldOut) {}

  /**
   * What some calls tell of a type.
   *
   * @param share part of all of them
   * @param levels how it spreads over the levels; empty when they do not say
   * @param conveyed part taken along; not a number when they do not say
   * @param scene median time on scene with a patient to take along, beside that of all calls; not a
   *     number when they do not say
   */
  public record Figures(
      int calls, double share, List<Double> levels, double conveyed, double scene) {
    public Figures {
      levels = List.copyOf(levels);
    }
  }

  /**
   * Finds types before a day and tries them on the whole weeks from it.
   *
   * @param from the first day held out
   * @param levels how many levels there are; a call of a later one is counted with the last
   * @param seed of the draws that tell equal counts apart
   * @return null when fewer than two types can be told apart
   */
  public static @Nullable TypeFit of(List<TypedCall> calls, LocalDate from, int levels, long seed) {
    List<TypedCall> early = calls.stream().filter(call -> call.day().isBefore(from)).toList();
    List<String> names = names(early);
    LocalDate last = calls.stream().map(TypedCall::day).max(Comparator.naturalOrder()).orElse(from);
    int weeks = (int) ((ChronoUnit.DAYS.between(from, last) + 1) / WEEK_DAYS);
    if (names.size() < 2 || weeks < 1) {
      return null;
    }
    LocalDate end = from.plusWeeks(weeks);
    List<TypedCall> late =
        calls.stream()
            .filter(call -> !call.day().isBefore(from) && call.day().isBefore(end))
            .toList();
    List<Figures> found = figures(early, names, levels);
    List<Figures> tried = figures(late, names, levels);
    double[] ranks = ranks(late, names, found, from, weeks, new Streams(seed).of("type.ties"));
    return new TypeFit(
        early.size(),
        late.size(),
        weeks,
        IntStream.range(0, names.size())
            .mapToObj(type -> new Type(names.get(type), found.get(type), tried.get(type)))
            .toList(),
        within(ranks, 0.5),
        within(ranks, 0.9));
  }

  /**
   * The types of all calls as the twin takes them.
   *
   * @param usual levels and conveyed where the recording does not say: those of the region's calls
   */
  public static List<CallModel.Type> types(List<TypedCall> calls, CallModel usual) {
    int levels = usual.levels().size();
    List<String> names = names(calls);
    Figures all = figures(calls, List.of(REST), levels).getFirst();
    List<Double> usualLevels = usual.levels().stream().map(CallModel.Level::share).toList();
    double usualConveyed =
        usual.levels().stream().mapToDouble(level -> level.share() * level.conveyed()).sum();
    List<Figures> figures = figures(calls, names, levels);
    return IntStream.range(0, names.size())
        .mapToObj(type -> {
          Figures of = figures.get(type);
          double scene = Double.isNaN(of.scene()) ? 1 : of.scene();
          return new CallModel.Type(
              names.get(type),
              of.share(),
              known(of.levels(), known(all.levels(), usualLevels)),
              known(of.conveyed(), known(all.conveyed(), usualConveyed)),
              Math.clamp(scene, 1 / CallModel.Type.SCENE_MAX, CallModel.Type.SCENE_MAX));
        })
        .toList();
  }

  private static double known(double value, double otherwise) {
    return Double.isNaN(value) ? otherwise : value;
  }

  private static List<Double> known(List<Double> value, List<Double> otherwise) {
    return value.isEmpty() ? otherwise : value;
  }

  /** Types that can be told apart, the most common first and what is left of them last. */
  private static List<String> names(List<TypedCall> calls) {
    Map<String, Long> counts =
        calls.stream()
            .collect(Collectors.groupingBy(TypedCall::type, TreeMap::new, Collectors.counting()));
    List<String> names =
        counts.entrySet().stream()
            .filter(type -> type.getValue() >= CALLS_MIN && !type.getKey().equals(REST))
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(TYPES_MAX)
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(ArrayList::new));
    if (calls.stream().anyMatch(call -> !names.contains(call.type()))) {
      names.add(REST);
    }
    return names;
  }

  private static Predicate<TypedCall> isOf(String name, List<String> names) {
    return name.equals(REST)
        ? call -> call.type().equals(REST) || !names.contains(call.type())
        : call -> call.type().equals(name);
  }

  private static List<Figures> figures(List<TypedCall> calls, List<String> names, int levels) {
    double usual = median(calls);
    return names.stream()
        .map(name -> {
          List<TypedCall> of = calls.stream().filter(isOf(name, names)).toList();
          return new Figures(
              of.size(),
              (double) of.size() / Math.max(1, calls.size()),
              levels(of, levels),
              share(of, call -> call.conveyed() != null, call -> taken(call) ? 1 : 0),
              median(of) / usual);
        })
        .toList();
  }

  private static boolean taken(TypedCall call) {
    return call.conveyed() != null && call.conveyed();
  }

  private static List<Double> levels(List<TypedCall> calls, int levels) {
    List<Double> shares = new ArrayList<>();
    for (int level = 1; level <= levels; level++) {
      int of = level;
      shares.add(
          share(
              calls,
              call -> call.level() > 0,
              call -> Math.min(call.level(), levels) == of ? 1 : 0));
    }
    return shares.getFirst().isNaN() ? List.of() : shares;
  }

  /** A mean of those that say; not a number when too few do. */
  private static double share(
      List<TypedCall> calls, Predicate<TypedCall> says, ToDoubleFunction<TypedCall> value) {
    double[] values = calls.stream().filter(says).mapToDouble(value).toArray();
    return values.length < CALLS_MIN ? Double.NaN : DoubleStream.of(values).sum() / values.length;
  }

  private static double median(List<TypedCall> calls) {
    double[] minutes =
        calls.stream()
            .mapToDouble(TypedCall::sceneMinutes)
            .filter(length -> !Double.isNaN(length))
            .toArray();
    return minutes.length < CALLS_MIN ? Double.NaN : SegmentFit.spread(minutes).p50();
  }

  /**
   * Where each type's count of each week lies in what its share foretells, 0 to 1; equal counts are
   * told apart by chance, as for arrivals.
   */
  private static double[] ranks(
      List<TypedCall> calls,
      List<String> names,
      List<Figures> found,
      LocalDate from,
      int weeks,
      RandomGenerator ties) {
    int[] all = counts(calls, from, weeks);
    double[] ranks = new double[names.size() * weeks];
    for (int type = 0; type < names.size(); type++) {
      List<TypedCall> of = calls.stream().filter(isOf(names.get(type), names)).toList();
      int[] counts = counts(of, from, weeks);
      for (int week = 0; week < weeks; week++) {
        ranks[type * weeks + week] =
            rank(counts[week], all[week], found.get(type).share(), ties.nextDouble());
      }
    }
    return ranks;
  }

  private static int[] counts(List<TypedCall> calls, LocalDate from, int weeks) {
    int[] counts = new int[weeks];
    for (TypedCall call : calls) {
      counts[(int) (ChronoUnit.DAYS.between(from, call.day()) / WEEK_DAYS)]++;
    }
    return counts;
  }

  /** How much of a binomial distribution lies below a count, and a part of what lies at it. */
  private static double rank(int count, int of, double share, double tie) {
    double log = of * Math.log1p(-share);
    double below = 0;
    for (int at = 0; at < count; at++) {
      below += Math.exp(log);
      log += Math.log((double) (of - at) / (at + 1)) + Math.log(share) - Math.log1p(-share);
    }
    return below + tie * Math.exp(log);
  }

  private static double within(double[] ranks, double part) {
    double tail = (1 - part) / 2;
    return (double) DoubleStream.of(ranks).filter(r -> r >= tail && r <= 1 - tail).count()
        / ranks.length;
  }
}
