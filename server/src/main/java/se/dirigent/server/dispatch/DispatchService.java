package se.dirigent.server.dispatch;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import se.dirigent.core.Event;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.dispatch.AssignmentEvent.UnitAssigned;
import se.dirigent.core.dispatch.Dispatch;
import se.dirigent.core.dispatch.DispatchCommand;
import se.dirigent.core.dispatch.Scene;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.incident.Meanwhile;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.CommandCall;
import se.dirigent.server.journal.Commands;
import se.dirigent.server.journal.Commands.Decision;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** Carries out dispatch commands. */
@Service
public class DispatchService {
  private final Commands commands;
  private final Regions regions;
  private final Scenes scenes;
  private final Meanwhile meanwhile;

  DispatchService(Commands commands, Regions regions, Scenes scenes, Meanwhile meanwhile) {
    this.commands = commands;
    this.regions = regions;
    this.scenes = scenes;
    this.meanwhile = meanwhile;
  }

  /**
   * Carries out a command.
   *
   * @return the answer; its id is the first assignment made, else the one that was named
   * @throws Refused when it may not be carried out
   */
  public Answer run(RegionCode region, UUID id, String actor, DispatchCommand command) {
    return run(region, id, actor, command, _ -> {});
  }

  /**
   * Carries out a person's command, which news they have not seen of any incident it is about stop.
   *
   * @throws Refused when it may not be carried out, {@code incident.meanwhile} for news
   */
  Answer run(CommandOrigin origin, DispatchCommand command) {
    return run(
        origin.region(),
        origin.id(),
        origin.by(),
        command,
        incident -> meanwhile.requireNone(origin, incident));
  }

  private Answer run(
      RegionCode region,
      UUID id,
      String actor,
      DispatchCommand command,
      Consumer<IncidentId> unchanged) {
    Region r = regions.getServed(region);
    if (command instanceof DispatchCommand.ChooseDestination c
        && !regions.hasFacility(c.facility())) {
      throw Refused.unknown("facility.unknown", "facility", Map.of("facility", c.facility()));
    }
    return commands.run(
        new CommandCall(region, id, actor, command),
        stamp -> carryOut(r, command, stamp, unchanged));
  }

  private Decision carryOut(
      Region region, DispatchCommand command, Stamp stamp, Consumer<IncidentId> unchanged) {
    Scene scene = scenes.lock(region.code(), command);
    Scenes.Versions before = Scenes.Versions.of(scene);
    List<Event> events = Dispatch.decide(scene, command, region.rules(), stamp);
    scenes.save(before, scene);
    // Last: the incidents are locked by now, so nobody gets in between.
    before.incidents().forEach(i -> unchanged.accept(i.id()));
    return new Decision(thing(command, events), events);
  }

  private static String thing(DispatchCommand command, List<Event> events) {
    return switch (command) {
      case DispatchCommand.Assign _,
          DispatchCommand.SendAssessmentCar _,
          DispatchCommand.Redirect _ ->
          made(events);
      case DispatchCommand.Pass c -> c.assignment().toString();
      case DispatchCommand.StandDown c -> c.assignment().toString();
      case DispatchCommand.ChooseDestination c -> c.assignment().toString();
      case DispatchCommand.ChangeReception c -> c.assignment().toString();
      case DispatchCommand.CheckDeadlines c -> c.assignment().toString();
    };
  }

  private static String made(List<Event> events) {
    return events.stream()
        .filter(UnitAssigned.class::isInstance)
        .map(e -> ((UnitAssigned) e).assignment().toString())
        .findFirst()
        .orElseThrow();
  }
}
