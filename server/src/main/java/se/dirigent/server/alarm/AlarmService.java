package se.dirigent.server.alarm;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import se.dirigent.core.Stamp;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.alarm.AlarmCommand;
import se.dirigent.core.alarm.AlarmEvent;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.alarm.AlarmKind;
import se.dirigent.core.alarm.Alarms;
import se.dirigent.core.dispatch.AlarmCauses;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.AssignmentId;
import se.dirigent.core.fleet.PositionReport;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.fleet.PositionStore;
import se.dirigent.server.fleet.UnitRepository;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.CommandCall;
import se.dirigent.server.journal.Commands;
import se.dirigent.server.journal.Commands.Decision;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** Carries out what persons and the clock do about alarms. */
@Service
class AlarmService {
  private final Commands commands;
  private final Regions regions;
  private final AlarmRepository alarms;
  private final AlarmFollower follower;
  private final PositionStore positions;
  private final UnitRepository units;

  AlarmService(
      Commands commands,
      Regions regions,
      AlarmRepository alarms,
      AlarmFollower follower,
      PositionStore positions,
      UnitRepository units) {
    this.commands = commands;
    this.regions = regions;
    this.alarms = alarms;
    this.follower = follower;
    this.positions = positions;
    this.units = units;
  }

  /**
   * Carries out a command.
   *
   * @return the answer; its id is the first alarm named
   * @throws se.dirigent.core.Refused when it may not be carried out
   */
  Answer run(RegionCode region, UUID id, String actor, AlarmCommand command) {
    regions.getServed(region);
    return commands.run(
        new CommandCall(region, id, actor, command), stamp -> carryOut(region, command, stamp));
  }

  private Decision carryOut(RegionCode region, AlarmCommand command, Stamp stamp) {
    List<Alarm> locked = alarms.lock(region, command.alarms());
    List<AlarmEvent> events = Alarms.decide(locked, command, stamp);
    follower.save(region, locked, events, stamp);
    return new Decision(command.alarms().getFirst().toString(), events);
  }

  /** Looks at where the unit of an assignment is said to be. */
  Answer lookAtPosition(RegionCode code, UUID id, String actor, AssignmentId assignment) {
    Region region = regions.getServed(code);
    record LookAtPosition(AssignmentId assignment) {}
    return commands.run(
        new CommandCall(code, id, actor, new LookAtPosition(assignment)),
        stamp -> {
          // The assignment first, as all do: what ends it meanwhile ends the alarm too.
          Assignment a = alarms.lockAssignment(code, assignment);
          AlarmId alarm = new AlarmId(AlarmKind.OLD_POSITION, assignment.toString());
          List<Alarm> known = alarms.lock(code, List.of(alarm));
          PositionReport report = a == null ? null : positions.find(a.unit()).orElse(null);
          List<AlarmEvent> events =
              a == null
                  ? List.of()
                  : AlarmCauses.position(
                      a, known.isEmpty() ? null : known.getFirst(), report, region.alarms(), stamp);
          follower.save(code, known, events, stamp);
          return new Decision(assignment.toString(), events);
        });
  }

  /** Looks at whether a unit's crew has answered where it was told to wait. */
  Answer lookAtStandby(RegionCode code, UUID id, String actor, UnitId unit) {
    Region region = regions.getServed(code);
    record LookAtStandby(UnitId unit) {}
    return commands.run(
        new CommandCall(code, id, actor, new LookAtStandby(unit)),
        stamp -> {
          // The unit first, as all do: what answers for it meanwhile ends the alarm too.
          Unit u = units.lock(code, unit);
          List<Alarm> known = alarms.lock(code, List.of(AlarmCauses.standbyUnanswered(unit)));
          List<AlarmEvent> events =
              u == null
                  ? List.of()
                  : AlarmCauses.standby(
                      u, known.isEmpty() ? null : known.getFirst(), region.alarms(), stamp);
          follower.save(code, known, events, stamp);
          return new Decision(unit.value(), events);
        });
  }
}
