package se.dirigent.server.alarm;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.alarm.AlarmCommand;
import se.dirigent.core.alarm.AlarmCommand.Acknowledge;
import se.dirigent.core.alarm.AlarmCommand.Hand;
import se.dirigent.core.alarm.AlarmCommand.Take;
import se.dirigent.core.alarm.AlarmId;
import se.dirigent.core.alarm.Desk;
import se.dirigent.core.alarm.Hygiene;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;

/** Alarms over HTTP: what persons do about them, several at once since a flood is one row. */
@RestController
@RequestMapping("/api/regions/{region}/alarms")
class AlarmController {
  private final AlarmService service;
  private final HygieneReport report;

  AlarmController(AlarmService service, HygieneReport report) {
    this.service = service;
    this.report = report;
  }

  /** Body of an acknowledgement or a taking. */
  record AlarmsBody(List<AlarmId> alarms) {}

  /** I have seen them: they are quiet, and mine as far as they were nobody's. */
  @PostMapping("/acknowledgements")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  Answer acknowledge(CommandOrigin origin, @RequestBody AlarmsBody body) {
    return run(origin, new Acknowledge(body.alarms()));
  }

  /** I answer for them from now on, whoever did before. */
  @PostMapping("/takings")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  Answer take(CommandOrigin origin, @RequestBody AlarmsBody body) {
    return run(origin, new Take(body.alarms()));
  }

  /** Body of a handing. */
  record HandingBody(List<AlarmId> alarms, Desk desk) {}

  /** They are another desk's, and sound there. */
  @PostMapping("/handings")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  Answer hand(CommandOrigin origin, @RequestBody HandingBody body) {
    return run(origin, new Hand(body.alarms(), body.desk()));
  }

  /**
   * How many alarms there were in a period, and whether persons can have borne them.
   *
   * @param positions operator positions that shared them, 1 to 100
   */
  @GetMapping("/hygiene")
  @Allowed(roles = {Role.INNER_COMMAND, Role.PLANNER, Role.ADMINISTRATOR})
  Hygiene hygiene(
      @PathVariable String region,
      @RequestParam Instant from,
      @RequestParam Instant to,
      @RequestParam(defaultValue = "1") int positions) {
    return report.count(new RegionCode(region), from, to, positions);
  }

  private Answer run(CommandOrigin origin, AlarmCommand command) {
    return service.run(origin.region(), origin.id(), origin.by(), command);
  }
}
