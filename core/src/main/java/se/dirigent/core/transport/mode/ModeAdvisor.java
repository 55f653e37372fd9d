package se.dirigent.core.transport.mode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.transport.mode.DecisionTable.ModeRule;
import se.dirigent.core.transport.mode.ModeAdvice.Missed;
import se.dirigent.core.transport.mode.ModeAdvice.OnCall;
import se.dirigent.core.transport.mode.ModeAdvice.Option;

/**
 * Advises which mode a transport should have. The first rule that holds, and whose mode can take
 * the patient, decides: so a rule never has to repeat what a mode cannot do.
 *
 * @param zone of the region's hours
 */
public record ModeAdvisor(TransportRules rules, ZoneId zone) {
  /** Days looked ahead for a pick-up: a deadline of two weeks before, and a weekend. */
  private static final int DAYS_AHEAD_MAX = 20;

  /**
   * When the trip is wanted.
   *
   * @param now when it is asked
   * @param readyAt when the patient can be picked up
   * @param arriveBy when the patient must be there, or null
   */
  public record When(Instant now, Instant readyAt, @Nullable Instant arriveBy) {}

  /**
   * The advice.
   *
   * @throws Refused {@code transport.noMode} when nothing can take the patient, {@code
   *     transport.noTable} when no table is in force
   */
  public ModeAdvice advise(Facts facts, When when) {
    DecisionTable table = rules.table(LocalDate.ofInstant(when.now(), zone));
    List<Terms> suitable = rules.modes().stream().filter(t -> t.suits(facts)).toList();
    ModeRule rule = rule(table, facts, suitable);
    List<Option> options = new ArrayList<>();
    for (Terms terms : suitable) {
      options.add(option(terms, facts, when));
    }
    options.sort(
        Comparator.<Option, Boolean>comparing(o -> o.mode() != rule.mode())
            .thenComparingInt(Option::kronor)
            .thenComparing(Option::mode));
    return new ModeAdvice(
        rule.mode(),
        rule.id(),
        table.version(),
        rule.why(),
        rule.whyEn(),
        instead(rule, options),
        options,
        facts.outside(),
        facts.ways());
  }

  private static ModeRule rule(DecisionTable table, Facts facts, List<Terms> suitable) {
    for (ModeRule rule : table.rules()) {
      if (rule.when().holds(facts) && suitable.stream().anyMatch(t -> t.mode() == rule.mode())) {
        return rule;
      }
    }
    throw Refused.state("transport.noMode", "", Map.of("count", "" + suitable.size()));
  }

  private static @Nullable Mode instead(ModeRule rule, List<Option> options) {
    if (options.stream().anyMatch(o -> o.mode() == rule.instead())) {
      return rule.instead();
    }
    return options.size() > 1 ? options.get(1).mode() : null;
  }

  private Option option(Terms terms, Facts facts, When when) {
    Mode mode = terms.mode();
    Integer way = facts.ways().minutes(mode);
    if (way == null) {
      throw new IllegalStateException(mode + " does not lead there");
    }
    int there = terms.price().there();
    int trip = way + terms.handlingMinutes();
    int busy = way * there + terms.handlingMinutes();
    int flight = facts.ways().flightMinutes(mode) * there;
    Pickup pickup = pickup(terms, facts, when);
    Instant arrivesAt = pickup.at().plus(Duration.ofMinutes(trip));
    Instant arriveBy = when.arriveBy();
    return new Option(
        mode,
        terms.price().kronor(kilometres(mode, facts), busy, flight),
        terms.price().synthetic(),
        busy,
        flight,
        away(mode, facts, busy),
        trip,
        pickup.at(),
        pickup.at().plus(Duration.ofMinutes(terms.windowMinutes())),
        arrivesAt,
        arriveBy == null || !arrivesAt.isAfter(arriveBy),
        pickup.orderBy(),
        pickup.missed(),
        onCall(facts, arrivesAt, trip),
        terms.approval());
  }

  /** Kilometres by road that are paid for; what flies or sails is paid by the hour. */
  private static int kilometres(Mode mode, Facts facts) {
    return mode.carrier() == Mode.Carrier.ROAD ? facts.ways().roadKm() : 0;
  }

  /** Minutes the county does without the ambulance: those that answer alarms too. */
  private static int away(Mode mode, Facts facts, int busyMinutes) {
    boolean answersAlarms = mode == Mode.AMBULANCE || mode == Mode.DOCTOR_AMBULANCE;
    return answersAlarms && facts.outside() ? busyMinutes : 0;
  }

  private record Pickup(Instant at, @Nullable Instant orderBy, @Nullable Missed missed) {}

  private Pickup pickup(Terms terms, Facts facts, When when) {
    Instant soonest = when.now().plus(Duration.ofMinutes(terms.leadMinutes()));
    Instant at = when.readyAt().isAfter(soonest) ? when.readyAt() : soonest;
    List<Deadline> deadlines =
        rules.deadlines().stream().filter(d -> d.concerns(terms.mode(), facts)).toList();
    Missed missed = null;
    for (int day = 0; day < DAYS_AHEAD_MAX; day++) {
      at = terms.hours().next(at, zone);
      LocalDate date = LocalDate.ofInstant(at, zone);
      Deadline first =
          deadlines.stream().min(Comparator.comparing(d -> d.lastOrder(date, zone))).orElse(null);
      if (first == null) {
        return new Pickup(at, null, missed);
      }
      Instant orderBy = first.lastOrder(date, zone);
      if (!when.now().isAfter(orderBy)) {
        return new Pickup(at, orderBy, missed);
      }
      missed = missed == null ? new Missed(orderBy, first.why(), first.whyEn()) : missed;
      at = date.plusDays(1).atStartOfDay(zone).toInstant();
    }
    throw new IllegalStateException("no day of " + DAYS_AHEAD_MAX + " suits " + terms.mode());
  }

  private @Nullable OnCall onCall(Facts facts, Instant arrivesAt, int tripMinutes) {
    boolean cannotWait = facts.urgency() == Urgency.IMMEDIATE || facts.urgency() == Urgency.HOURS;
    // Who comes at the very moment it closes is received: that is the latest that is advised.
    Instant last = rules.receiving().last(arrivesAt, zone);
    if (cannotWait || facts.home() || !last.isBefore(arrivesAt)) {
      return null;
    }
    Duration trip = Duration.ofMinutes(tripMinutes);
    Instant opens = rules.receiving().next(arrivesAt, zone);
    return new OnCall(
        last.minus(trip),
        opens.minus(trip),
        rules.receiving().last(endOf(opens), zone).minus(trip));
  }

  /** The last moment of the local day. */
  private Instant endOf(Instant at) {
    return LocalDate.ofInstant(at, zone).plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
  }
}
