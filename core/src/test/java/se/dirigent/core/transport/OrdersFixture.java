package se.dirigent.core.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.Position;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.transport.Journeys.Advised;
import se.dirigent.core.transport.Request.Resuscitation;
import se.dirigent.core.transport.TransportCommand.Change;
import se.dirigent.core.transport.TransportCommand.Order;
import se.dirigent.core.transport.TransportCommand.OrderReturn;
import se.dirigent.core.transport.mode.Facts;
import se.dirigent.core.transport.mode.ModeAdvice;
import se.dirigent.core.transport.mode.ModeAdvisor;
import se.dirigent.core.transport.mode.ModeAdvisor.When;
import se.dirigent.core.transport.mode.Needs;
import se.dirigent.core.transport.mode.Needs.Care;
import se.dirigent.core.transport.mode.Needs.Posture;
import se.dirigent.core.transport.mode.Rules;
import se.dirigent.core.transport.mode.Urgency;

/** Orders as the service keeps them: each command is decided and its events folded. */
abstract class OrdersFixture {
  static final Instant TEN = Instant.parse("2026-02-03T09:00:00Z");
  static final RegionCode REGION = new RegionCode("testlan");
  static final PatientId PATIENT = new PatientId(new UUID(0, 1));
  static final TransportId ID = new TransportId("a");
  static final Stop WARD = Stop.at("ostersund", "Medicinavdelning");
  static final Stop OTHER = Stop.at("sundsvall", "Thorax");
  static final Duration TO_AIRCRAFT = Duration.ofMinutes(25);
  static final Airway AIRWAY =
      new Airway(
          Stop.home("Flygplats Frösön", new Position(63.19, 14.5), 0, true),
          Stop.home("Flygplats Sundsvall", new Position(62.52, 17.44), 0, true),
          TO_AIRCRAFT);
  static final ModeAdvisor ADVISOR = new ModeAdvisor(Rules.small(), ZoneId.of("Europe/Stockholm"));

  /** All orders there are, folded as the service would. */
  final Map<TransportId, Transport> orders = new HashMap<>();

  final TreeSet<String> met = new TreeSet<>();

  Instant now = TEN;

  static Needs lying() {
    return Rules.needs(Posture.LIES, Care.LIGHT, false, 80);
  }

  static Timing at(Instant readyAt, @Nullable Instant arriveBy) {
    return new Timing(readyAt, arriveBy, null, false, null);
  }

  static Request request(Stop from, Stop to, Timing timing, Needs needs) {
    return new Request(
        from,
        to,
        timing,
        needs,
        Urgency.PLANNED,
        Resuscitation.FULL,
        "Testläkare Ett",
        "Kranskärlsröntgen",
        "");
  }

  static Request simple() {
    return request(WARD, OTHER, at(TEN.plusSeconds(3600), null), Needs.none());
  }

  static Order order(TransportId id, Request request) {
    return new Order(id, REGION, "Demo vårdenhet", PATIENT, request, null, "");
  }

  Circumstances known(TransportCommand command) {
    Transport before = orders.get(command.transport());
    Request request =
        switch (command) {
          case Order c -> c.request();
          case Change c -> c.request();
          case OrderReturn c ->
              before == null ? null : Journeys.back(before.request(), c.readyAt());
          case TransportCommand _ -> before == null ? null : before.request();
        };
    List<Transport> others =
        orders.values().stream().filter(o -> !o.id().equals(command.transport())).toList();
    ModeAdvice advice = request == null ? null : advice(request);
    return new Circumstances(advice, others, journey(command.transport()), TO_AIRCRAFT);
  }

  ModeAdvice advice(Request r) {
    Facts facts = new Facts(r.needs(), r.urgency(), true, r.to().isHome(), Rules.WAYS);
    return ADVISOR.advise(facts, new When(now, r.timing().readyAt(), r.timing().mustArriveBy()));
  }

  Transport run(TransportCommand command) {
    Stamp stamp = new Stamp("test.ett", now);
    List<TransportEvent> events =
        Transports.decide(orders.get(command.transport()), command, known(command), stamp);
    List<TransportEvent> all = new ArrayList<>(events);
    all.addAll(followed(command.transport(), events, stamp));
    for (TransportEvent e : all) {
      met.add(e.getClass().getSimpleName());
      orders.compute(e.transport(), (_, t) -> Transports.fold(t, e, stamp));
    }
    return get(command.transport());
  }

  /** As the service does: which legs there should be follows from the order as it becomes. */
  private List<TransportEvent> followed(TransportId id, List<TransportEvent> events, Stamp stamp) {
    Transport before = orders.get(id);
    Transport after = before;
    for (TransportEvent e : events) {
      after = e.transport().equals(id) ? Transports.fold(after, e, stamp) : after;
    }
    Transport order = Objects.requireNonNull(after);
    List<Advised> advised =
        Journeys.concern(events)
            ? Journeys.wishes(order, AIRWAY).stream()
                .map(w -> new Advised(w, advice(w.request())))
                .toList()
            : List.of();
    List<Transport> others = journey(id).stream().filter(t -> !t.id().equals(id)).toList();
    return Journeys.follow(before, order, others, advised, events);
  }

  private List<Transport> journey(TransportId id) {
    Transport asked = orders.get(id);
    TransportId root = asked == null || asked.leg() == null ? id : asked.leg().of();
    return orders.values().stream()
        .filter(t -> t.id().equals(root) || t.leg() != null && t.leg().of().equals(root))
        .sorted(Comparator.comparing(Transport::id))
        .toList();
  }

  Transport get(TransportId id) {
    return Objects.requireNonNull(orders.get(id));
  }

  void refused(String code, TransportCommand command) {
    Map<TransportId, Transport> before = Map.copyOf(orders);
    assertEquals(code, assertThrows(Refused.class, () -> run(command)).code());
    assertEquals(before, orders);
  }

  static void refused(String code, Runnable constructor) {
    assertEquals(code, assertThrows(Refused.class, constructor::run).code());
  }

  static String unit(Transport t) {
    Planned planned = t.planned();
    return planned == null ? "" : planned.unit();
  }
}
