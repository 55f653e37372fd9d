package se.dirigent.server.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.dirigent.core.transport.Choice;
import se.dirigent.core.transport.Request;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportId;
import se.dirigent.core.transport.mode.AirFee;
import se.dirigent.core.transport.mode.DecisionTable;
import se.dirigent.core.transport.mode.Facts;
import se.dirigent.core.transport.mode.ModeAdvisor.When;
import se.dirigent.core.transport.mode.TransportRules;
import se.dirigent.core.transport.trial.PastOrder;
import se.dirigent.core.transport.trial.TableTrial;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.RegionPack.Municipality;
import se.dirigent.server.platform.region.Regions;
import se.dirigent.server.transport.RulesTrial.TripEnd;
import se.dirigent.server.transport.RulesTrial.Turned;
import se.dirigent.server.transport.RulesTrial.Year;

/** Tries a changed table on the orders of the month that has been, each by its facts of then. */
@Component
class RulesTrials {
  private static final Duration MONTH = Duration.ofDays(30);

  private static final double MONTHS_A_YEAR = 365.0 / 30;

  /** Ten times what the largest region orders in a month. */
  private static final int ORDERS_MAX = 50_000;

  /** Read at a time: an order is some kilobytes. */
  private static final int PART = 1_000;

  private final Regions regions;
  private final TransportRepository transports;

  RulesTrials(Regions regions, TransportRepository transports) {
    this.regions = regions;
    this.transports = transports;
  }

  private record Line(Instant readyAt, TripEnd from, TripEnd to, PastOrder past) {}

  RulesTrial run(Region region, DecisionTable table, Instant now) {
    Instant from = now.minus(MONTH);
    Map<String, Line> lines = new LinkedHashMap<>();
    int older = 0;
    int seen = 0;
    TransportId after = null;
    List<Transport> part;
    do {
      part = transports.listReady(region.code(), from, now, after, PART);
      for (Transport t : part) {
        Line line = line(t);
        if (line == null) {
          older++;
        } else {
          lines.put(t.id().value(), line);
        }
        after = t.id();
      }
      seen += part.size();
    } while (part.size() == PART && seen < ORDERS_MAX);
    return of(region, table, lines, older, from, now, part.size() == PART);
  }

  private RulesTrial of(
      Region region,
      DecisionTable table,
      Map<String, Line> lines,
      int older,
      Instant from,
      Instant until,
      boolean cut) {
    TransportRules rules = regions.transportRules(region.code());
    ZoneId zone = ZoneId.of(region.pack().timeZone());
    List<PastOrder> past = lines.values().stream().map(Line::past).toList();
    TableTrial trial = TableTrial.of(rules, table, zone, past);
    List<Turned> turns = new ArrayList<>();
    for (TableTrial.Turn turn : trial.turns()) {
      Line line = Objects.requireNonNull(lines.get(turn.id()));
      turns.add(
          new Turned(
              turn.id(),
              line.readyAt(),
              line.from(),
              line.to(),
              turn.was(),
              turn.would(),
              turn.rule(),
              turn.saving()));
    }
    return new RulesTrial(
        from,
        until,
        trial.orders() + older,
        trial.ownChoice(),
        trial.unanswered() + older,
        cut,
        trial.total(),
        trial.moves(),
        turns,
        TableTrial.examples(rules, table, zone),
        year(region, rules.airFee(), trial));
  }

  private Year year(Region region, @Nullable AirFee fee, TableTrial trial) {
    double hours = trial.total().flightMinutes() / 60.0 * MONTHS_A_YEAR;
    long kronor = Math.round(trial.total().kronor() * MONTHS_A_YEAR);
    if (fee == null) {
      return new Year(kronor, hours, null);
    }
    double areaAll = 0;
    double peopleAll = 0;
    for (Regions.Listed listed : regions.list()) {
      Region each = regions.get(listed.code());
      areaAll += area(each);
      peopleAll += each.pack().population();
    }
    double area = area(region) / areaAll;
    double people = region.pack().population() / peopleAll;
    return new Year(kronor, hours, fee.effect(area, people, hours));
  }

  private static double area(Region region) {
    return region.pack().municipalities().stream().mapToDouble(Municipality::areaKm2).sum();
  }

  /** The order as its table saw it, or null for one older than that was kept. */
  private static @Nullable Line line(Transport t) {
    Choice choice = t.choice();
    Choice.Trip trip = choice.trip();
    if (trip == null) {
      return null;
    }
    Request r = t.request();
    Instant readyAt = r.timing().readyAt();
    Facts facts = new Facts(r.needs(), r.urgency(), trip.outside(), r.to().isHome(), trip.ways());
    PastOrder past =
        new PastOrder(
            t.id().value(),
            facts,
            new When(t.orderedAt(), readyAt, r.timing().mustArriveBy()),
            choice.mode(),
            choice.mode() != choice.recommended());
    return new Line(readyAt, TripEnd.of(r.from()), TripEnd.of(r.to()), past);
  }
}
