package se.dirigent.simulator.fault;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.dispatch.DispatchCommand;
import se.dirigent.core.dispatch.Milestone;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.Position;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.Outcome;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.simulator.chance.Streams;
import se.dirigent.simulator.crew.Crew;
import se.dirigent.simulator.crew.CrewAct;
import se.dirigent.simulator.crew.CrewWorld;
import se.dirigent.simulator.crew.Order;
import se.dirigent.simulator.roster.StationedUnit;

/** A crew and its phone: what it has been told, and what it has still to say. */
final class Phone {
  private final StationedUnit unit;
  private final Crew crew;
  private final Wire wire;
  private final Eye eye;
  private final Outbox outbox;

  /** Positions go their own way: nobody waits for them, and an old one is not worth repeating. */
  private final Outbox telemetry;

  private final Set<String> finished = new HashSet<>();

  Phone(StationedUnit unit, CrewWorld world, Register register, Wire wire, Streams streams) {
    this.unit = unit;
    this.wire = wire;
    this.eye = new Eye(register.journal(), streams.of("eye." + unit.unit()));
    this.outbox = new Outbox("demo.besattning");
    this.telemetry = new Outbox("demo.besattning");
    this.crew =
        new Crew(
            unit.unit(),
            RecommendParameters.defaults().profile(unit.kind()),
            unit.home(),
            unit.home(),
            world,
            streams.of("crew." + unit.unit()),
            wire.now());
  }

  static UnitId id(StationedUnit unit) {
    return new UnitId(unit.unit());
  }

  Position where() {
    return crew.trip().positionAt(wire.now());
  }

  void sayWhere(PositionReport report) {
    if (telemetry.isEmpty()) {
      wire.say(telemetry, new Ask.OfPosition(report), _ -> {});
    }
  }

  boolean said() {
    return outbox.isEmpty();
  }

  /** Looks at the phone, does what is due, and says what was done. */
  void act(double hangs) {
    eye.look(hangs);
    Unit known = eye.scene().find(id(unit));
    if (known != null) {
      follow(known.assignment(), wire.now());
      crew.advance(wire.now()).forEach(this::tell);
    }
  }

  private void follow(@Nullable String wanted, Instant now) {
    String current = crew.assignment().orElse(null);
    if (current != null && !current.equals(wanted) && !finished.contains(current)) {
      crew.release(current, now);
    }
    if (wanted != null && !finished.contains(wanted)) {
      Assignment a = eye.scene().get(AssignmentId.parse(wanted));
      Instant reachedAt = Objects.requireNonNull(a.times().of(a.milestone()));
      crew.take(order(a, reachedAt), now);
      crew.observe(wanted, a.milestone(), reachedAt);
    }
  }

  private Order order(Assignment a, Instant reachedAt) {
    Incident incident = eye.scene().get(a.incident());
    return new Order(
        a.id().toString(),
        incident.location().position(),
        Math.clamp(Character.digit(a.priority().charAt(0), 10), 1, 4),
        Order.Taking.IF_NEEDED,
        null,
        a.milestone(),
        reachedAt);
  }

  private void tell(CrewAct act) {
    AssignmentId id = AssignmentId.parse(act.assignment());
    switch (act) {
      case CrewAct.Reached r -> {
        if (r.milestone() == Milestone.CLEAR) {
          finished.add(r.assignment());
        }
        Outcome outcome = r.outcome() == null ? null : new Outcome(r.outcome(), "");
        wire.say(
            outbox,
            new Ask.OfDispatch(new DispatchCommand.Pass(id, r.milestone(), r.at(), outcome)),
            _ -> {});
      }
      case CrewAct.ChoseDestination c ->
          wire.say(
              outbox,
              new Ask.OfDispatch(new DispatchCommand.ChooseDestination(id, c.facility())),
              _ -> {});
    }
  }
}
