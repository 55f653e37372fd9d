package se.dirigent.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import se.dirigent.core.Event;
import se.dirigent.core.Stamp;
import se.dirigent.core.alarm.AlarmRules;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.DispatchCommand;
import se.dirigent.core.dispatch.DispatchRules;
import se.dirigent.core.dispatch.Invariants;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitCommand;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentCommand;
import se.dirigent.core.incident.IncidentEvent;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Location;
import se.dirigent.core.incident.PositionQuality;
import se.dirigent.core.incident.Source;
import se.dirigent.simulator.chance.Draws;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.crew.CrewWorld;
import se.dirigent.simulator.demand.Call;
import se.dirigent.simulator.demand.Demand;
import se.dirigent.simulator.demand.DemandProfile;
import se.dirigent.simulator.roster.ShiftPlan;
import se.dirigent.simulator.roster.StationedUnit;

/** A day of a region whose messages, vehicles and centre fail. Not for use by several threads. */
public final class FaultyDay {
  private static final Duration DAY = Duration.ofHours(24);

  /** After the day everybody gets through, and what was still to be said is said within this. */
  private static final Duration AFTER = Duration.ofHours(1);

  /** Everybody looks up so often, in milliseconds. */
  private static final long LOOK_MILLIS = 5_000;

  private static final Duration POSITION_EVERY = Duration.ofSeconds(30);

  private final Region region;
  private final Faults faults;
  private final Instant begin;
  private final Streams streams;
  private final RandomGenerator chance;
  private final Register register;
  private final Wire wire;
  private final Outbox intake = new Outbox("sos");
  private final Outbox planner = new Outbox("demo.planerare");
  private final Room room;
  private final Map<String, Phone> phones = new HashMap<>();
  private final Map<String, Instant> silentUntil = new HashMap<>();
  private int calls;

  /**
   * What a day is made of.
   *
   * @param code of the region
   * @param demand who calls
   * @param units with their shifts
   * @param crews what crews share
   * @param rules of dispatch
   * @param alarms rules of alarms
   */
  public record Region(
      RegionCode code,
      DemandProfile demand,
      List<StationedUnit> units,
      CrewWorld crews,
      DispatchRules rules,
      AlarmRules alarms) {
    public Region {
      units = List.copyOf(units);
    }
  }

  /**
   * What a day came to.
   *
   * @param calls told to the centre
   * @param entries in the journal
   * @param acknowledged messages whose senders were told that it is done
   * @param copies of messages and answers that were sent
   * @param restarts of the centre
   * @param assigned assignments made
   * @param traceHash the same for the same seed
   */
  public record Report(
      int calls,
      int entries,
      int acknowledged,
      long copies,
      long restarts,
      int assigned,
      long traceHash) {}

  /**
   * A day that has not begun.
   *
   * @param begin its first moment
   */
  public FaultyDay(Region region, Faults faults, Instant begin, long seed) {
    this.region = region;
    this.faults = faults;
    this.begin = begin;
    this.streams = new Streams(seed);
    this.chance = streams.of("faults");
    this.register = new Register(region.rules(), region.alarms());
    this.wire = new Wire(begin, register, faults, streams.of("wire"));
    this.room = new Room(region, register, wire, streams);
    for (StationedUnit unit : region.units()) {
      phones.put(unit.unit(), new Phone(unit, region.crews(), register, wire, streams));
    }
  }

  /**
   * Runs the day. To be called once.
   *
   * @throws IllegalStateException when something was lost, doubled or unlawful
   */
  public Report run() {
    region.units().forEach(this::enter);
    Demand demand = new Demand(region.demand(), streams, begin);
    plan(demand, demand.next());
    every(LOOK_MILLIS, this::look);
    every(POSITION_EVERY.toMillis(), this::positions);
    sometimes(
        faults.restartsPerDay(),
        () -> wire.stop(1 + chance.nextLong(Math.max(1, faults.downMax().toMillis()))));
    wire.run(begin.plus(DAY));
    wire.heal();
    wire.run(begin.plus(DAY).plus(AFTER));
    judge();
    return new Report(
        calls,
        register.journal().size(),
        wire.acknowledged().size(),
        wire.copies(),
        wire.restarts(),
        register.scene().assignments().size(),
        wire.traceHash());
  }

  private void enter(StationedUnit u) {
    UnitCommand register =
        new UnitCommand.Register(
            Phone.id(u),
            region.code(),
            u.unit().substring(Math.max(0, u.unit().length() - 4)),
            u.kind(),
            List.copyOf(u.capabilities()),
            List.of(),
            "station",
            region.code().value(),
            u.special());
    wire.say(planner, new Ask.OfUnit(register), _ -> {});
  }

  private boolean dayIsOver() {
    return !wire.now().isBefore(begin.plus(DAY));
  }

  private void every(long millis, Runnable todo) {
    wire.in(
        millis,
        () -> {
          todo.run();
          every(millis, todo);
        });
  }

  private void sometimes(double perDay, Runnable todo) {
    if (perDay > 0) {
      double days = Draws.exponential(chance, 1 / perDay);
      wire.in(
          Math.round(days * DAY.toMillis()),
          () -> {
            if (!dayIsOver()) {
              todo.run();
              sometimes(perDay, todo);
            }
          });
    }
  }

  private void plan(Demand demand, Call call) {
    if (call.prioritisedAt().isBefore(begin.plus(DAY))) {
      long millis = Duration.between(wire.now(), call.prioritisedAt()).toMillis();
      wire.in(
          millis,
          () -> {
            calls++;
            wire.say(intake, new Ask.OfIncident(opening(call)), _ -> {});
          });
      plan(demand, demand.next());
    }
  }

  private IncidentCommand opening(Call call) {
    PositionQuality quality = call.exact() ? PositionQuality.EXACT : PositionQuality.ADDRESS;
    return new IncidentCommand.Open(
        new IncidentId("sos", "dag", "%06d".formatted(call.number())),
        region.code(),
        Source.SOS_ALARM,
        call.queuedAt(),
        call.answeredAt(),
        call.prioritisedAt(),
        call.callbackNumber(),
        new Location(call.address(), call.municipality(), call.position(), quality),
        "",
        call.detail(),
        call.priority(),
        List.of());
  }

  /** Everybody looks up: clocks, the room, the crews. */
  private void look() {
    if (!wire.down()) {
      deadlines();
    }
    shifts();
    room.act(faults.late());
    region.units().forEach(u -> phone(u).act(faults.late()));
  }

  private Phone phone(StationedUnit unit) {
    return Objects.requireNonNull(phones.get(unit.unit()));
  }

  /** The centre's own clock: what has passed its deadline is looked at. */
  private void deadlines() {
    Instant now = wire.now();
    Stamp clock = new Stamp("klockan", now);
    for (Incident i : register.scene().incidents()) {
      Instant deadline = i.deadline();
      if (deadline != null && !deadline.isAfter(now)) {
        register.ask(
            room.next(), new Ask.OfIncident(new IncidentCommand.CheckDeadlines(i.id())), clock);
      }
    }
    for (Assignment a : register.scene().assignments()) {
      Instant checkAt = a.checkAt();
      if (checkAt != null && !checkAt.isAfter(now)) {
        register.ask(
            room.next(), new Ask.OfDispatch(new DispatchCommand.CheckDeadlines(a.id())), clock);
      }
      if (a.state() == Assignment.State.OPEN) {
        register.watch(a, clock);
      }
    }
  }

  /** Crews come on duty and leave when they are free. */
  private void shifts() {
    if (!planner.isEmpty()) {
      return;
    }
    Instant now = wire.now();
    for (StationedUnit u : region.units()) {
      Unit unit = register.scene().find(Phone.id(u));
      var shift = ShiftPlan.shiftAt(u.plans(), now, region.demand().hours().zone());
      if (unit == null) {
        continue;
      }
      if (shift.isPresent() && !shift.get().equals(unit.shift())) {
        wire.say(
            planner,
            new Ask.OfUnit(new UnitCommand.StartShift(unit.id(), shift.get(), List.of())),
            _ -> {});
      } else if (shift.isEmpty() && unit.shift() != null && !unit.status().busy()) {
        wire.say(planner, new Ask.OfUnit(new UnitCommand.EndShift(unit.id())), _ -> {});
      }
    }
  }

  private void positions() {
    double falls = faults.silencesPerDay() * POSITION_EVERY.toMillis() / (double) DAY.toMillis();
    for (StationedUnit u : region.units()) {
      Instant now = wire.now();
      if (chance.nextDouble() < falls) {
        double mean = Draws.exponential(chance, faults.silenceMean().toMillis());
        silentUntil.put(u.unit(), now.plusMillis(Math.round(mean)));
      }
      if (!now.isBefore(silentUntil.getOrDefault(u.unit(), Instant.MIN))) {
        phone(u).sayWhere(new PositionReport(Phone.id(u), phone(u).where(), now, null, null));
      }
    }
  }

  private void judge() {
    Map<Long, Stamp> written = new HashMap<>();
    Map<IncidentId, Integer> opened = new HashMap<>();
    for (Register.Entry entry : register.journal()) {
      Stamp first = written.putIfAbsent(entry.message(), entry.stamp());
      require(
          first == null || entry.message() == Register.OWN || first.equals(entry.stamp()),
          "message " + entry.message() + " was done twice: " + first + " and " + entry.stamp());
      Event event = entry.event();
      if (event instanceof IncidentEvent.IncidentOpened o) {
        opened.merge(o.incident(), 1, Integer::sum);
      }
    }
    List<Long> lost = new ArrayList<>(wire.acknowledged());
    lost.removeAll(written.keySet());
    require(lost.isEmpty(), "acknowledged and not in the journal: " + lost);
    require(opened.size() == calls, calls + " calls told, " + opened.size() + " incidents opened");
    require(
        opened.values().stream().allMatch(times -> times == 1), "opened more than once: " + opened);
    require(intake.isEmpty() && planner.isEmpty() && room.said(), "an hour was too short");
    require(phones.values().stream().allMatch(Phone::said), "a crew has not got through");
    register.restart();
    room.look();
    require(
        Invariants.of(room.scene()).equals(Invariants.of(register.scene())),
        "the room's picture is another than the centre's");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
