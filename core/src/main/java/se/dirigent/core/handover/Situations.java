package se.dirigent.core.handover;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.fleet.Shift;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.fleet.UnitStatus;
import se.dirigent.core.geo.Position;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.PriorityScale;
import se.dirigent.core.incident.ThreatFlag;
import se.dirigent.core.incident.Waiting;
import se.dirigent.core.road.Obstacle;
import se.dirigent.core.road.Told;

/** Makes the draft of a hand-over from how things stand. */
public final class Situations {
  /** Agreed contacts are told this far ahead: by then the next one has settled in. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private static final int TEXT_MAX = 200;

  private final List<Incident> incidents;
  private final List<Unit> units;
  private final Map<UnitId, Assignment> open;
  private final List<Obstacle> obstacles;
  private final Instant now;

  private Situations(
      List<Incident> incidents,
      List<Unit> units,
      Map<UnitId, Assignment> open,
      List<Obstacle> obstacles,
      Instant now) {
    this.incidents = incidents;
    this.units = units;
    this.open = open;
    this.obstacles = obstacles;
    this.now = now;
  }

  /**
   * The situation of a region.
   *
   * @param incidents those that are not closed
   * @param obstacles those that stand
   * @param scale the region's priorities, for the order
   * @param seq journal sequence all of it was read at
   */
  public static Situation of(
      List<Incident> incidents,
      List<Unit> units,
      List<Assignment> assignments,
      List<Obstacle> obstacles,
      PriorityScale scale,
      Instant now,
      long seq) {
    Comparator<Incident> urgency = Comparator.comparingInt(i -> scale.rank(i.priority()));
    List<Incident> sorted =
        incidents.stream()
            .sorted(urgency.thenComparing(Incident::receivedAt).thenComparing(Incident::id))
            .toList();
    Map<UnitId, Assignment> open =
        assignments.stream()
            .filter(a -> a.state() == Assignment.State.OPEN)
            .collect(Collectors.toMap(Assignment::unit, Function.identity(), (a, _) -> a));
    List<Unit> byCallSign = units.stream().sorted(Comparator.comparing(Unit::callSign)).toList();
    List<Obstacle> byPlace =
        obstacles.stream().sorted(Comparator.comparing(Situations::name)).toList();
    return new Situations(sorted, byCallSign, open, byPlace, now).gather(seq);
  }

  private Situation gather(long seq) {
    List<Point> shown = new ArrayList<>();
    Map<Topic, Integer> leftOut = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      List<Point> all = points(topic).toList();
      shown.addAll(all.stream().limit(Situation.POINTS_MAX).toList());
      if (all.size() > Situation.POINTS_MAX) {
        leftOut.put(topic, all.size() - Situation.POINTS_MAX);
      }
    }
    return new Situation(now, seq, shown, leftOut);
  }

  private Stream<Point> points(Topic topic) {
    return switch (topic) {
      case OPEN_CASES ->
          incidents.stream()
              .map(i -> about(topic, i, callSigns(i), i.receivedAt(), due(i.waiting())));
      case OVERDUE_CONTACTS ->
          waiting(due -> !due.isAfter(now))
              .map(i -> about(topic, i, i.callbackNumber(), null, due(i.waiting())));
      case CONTACTS_NEXT_HOUR ->
          waiting(due -> due.isAfter(now) && !due.isAfter(now.plus(AHEAD)))
              .map(i -> about(topic, i, i.callbackNumber(), null, due(i.waiting())));
      case DOWNGRADES -> incidents.stream().flatMap(Situations::downgrade);
      case THREATS -> incidents.stream().flatMap(this::threats);
      case CLOSED_ROADS ->
          obstacles.stream().filter(o -> o.told().closed()).map(o -> road(topic, o));
      case SLOW_ROADS ->
          obstacles.stream().filter(o -> !o.told().closed()).map(o -> road(topic, o));
      case UNAVAILABLE_UNITS ->
          units.stream()
              .filter(u -> u.status() == UnitStatus.UNAVAILABLE)
              .map(u -> about(topic, u, said(u.unavailableReason()), u.statusSince(), null));
      case OVERTIME -> units.stream().flatMap(this::overtime);
      case MISSED_MEALS -> units.stream().flatMap(this::missedMeal);
    };
  }

  private interface DueTest {
    boolean holds(Instant due);
  }

  /** Waiting incidents by their next contact, the one due first before the others. */
  private Stream<Incident> waiting(DueTest test) {
    return incidents.stream()
        .filter(i -> i.waiting() != null && test.holds(i.waiting().nextDueAt()))
        .sorted(Comparator.comparing(i -> Objects.requireNonNull(i.waiting()).nextDueAt()));
  }

  private static @Nullable Instant due(@Nullable Waiting waiting) {
    return waiting == null ? null : waiting.nextDueAt();
  }

  private String callSigns(Incident incident) {
    return units.stream()
        .filter(u -> {
          Assignment own = open.get(u.id());
          return own != null && own.incident().equals(incident.id());
        })
        .map(Unit::callSign)
        .collect(Collectors.joining(" "));
  }

  private static Stream<Point> downgrade(Incident i) {
    var pending = i.pendingDowngrade();
    if (pending == null) {
      return Stream.empty();
    }
    String detail = "→ " + pending.to() + " · " + pending.by() + " · " + pending.reason();
    return Stream.of(about(Topic.DOWNGRADES, i, detail, pending.at(), null));
  }

  private Stream<Point> threats(Incident i) {
    return i.threats().stream().filter(t -> t.expiresAt().isAfter(now)).map(t -> threat(i, t));
  }

  private static Point threat(Incident i, ThreatFlag t) {
    return new Point(
        Topic.THREATS + "/" + i.id() + "/" + t.id(),
        Topic.THREATS,
        i.id().toString(),
        null,
        i.priority(),
        place(i),
        brief(t.wording() + " (" + t.source() + ")"),
        t.observedAt(),
        t.expiresAt());
  }

  private Stream<Point> overtime(Unit u) {
    Shift shift = u.shift();
    boolean over = shift != null && u.status() != UnitStatus.OFF_DUTY && shift.end().isBefore(now);
    return over
        ? Stream.of(about(Topic.OVERTIME, u, "", Objects.requireNonNull(shift).end(), null))
        : Stream.empty();
  }

  private Stream<Point> missedMeal(Unit u) {
    Shift shift = u.shift();
    Assignment own = open.get(u.id());
    Instant start = shift == null ? null : shift.mealStart();
    if (shift == null || start == null || own == null || start.isAfter(now)) {
      return Stream.empty();
    }
    boolean without = !own.times().assignedAt().isAfter(start);
    return without
        ? Stream.of(about(Topic.MISSED_MEALS, u, "", start, shift.mealEnd()))
        : Stream.empty();
  }

  private static Point road(Topic topic, Obstacle o) {
    Told told = o.told();
    Double delay = told.delay();
    String times =
        delay == null
            ? ""
            : "× "
                + BigDecimal.valueOf(delay).stripTrailingZeros().toPlainString().replace('.', ',')
                + " · ";
    return new Point(
        topic + "/" + o.id(),
        topic,
        null,
        null,
        null,
        name(o),
        brief(times + told.reason() + " (" + told.source() + ")"),
        told.from(),
        told.until());
  }

  /** What people call it; without a name, where it is. */
  private static String name(Obstacle o) {
    Position first = o.told().where().positions().getFirst();
    return o.told().place().isEmpty()
        ? String.format(Locale.ROOT, "%.4f, %.4f", first.latitude(), first.longitude())
        : brief(o.told().place());
  }

  private static Point about(
      Topic topic, Incident i, String detail, @Nullable Instant since, @Nullable Instant due) {
    String key = topic + "/" + i.id();
    String id = i.id().toString();
    return new Point(key, topic, id, null, i.priority(), place(i), brief(detail), since, due);
  }

  private static Point about(
      Topic topic, Unit u, String detail, @Nullable Instant since, @Nullable Instant due) {
    String key = topic + "/" + u.id();
    return new Point(
        key, topic, null, u.id().value(), null, u.callSign(), brief(detail), since, due);
  }

  private static String place(Incident i) {
    String address = i.location().address();
    return brief(address.isEmpty() ? i.location().municipality() : address);
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String brief(String text) {
    return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX - 1) + "…";
  }
}
