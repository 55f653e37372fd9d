package se.dirigent.server.dispatch;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import se.dirigent.core.Event;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.dispatch.AssignmentEvent.UnitAssigned;
import se.dirigent.core.dispatch.Dispatch;
import se.dirigent.core.dispatch.DispatchCommand;
import se.dirigent.core.dispatch.Scene;
import se.dirigent.core.geo.RegionCode;
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

  DispatchService(Commands commands, Regions regions, Scenes scenes) {
    this.commands = commands;
    this.regions = regions;
    this.scenes = scenes;
  }

  /**
   * Carries out a command.
   *
   * @return the answer; its id is the first assignment made, else the one that was named
   * @throws Refused when it may not be carried out
   */
  public Answer run(RegionCode region, UUID id, String actor, DispatchCommand command) {
    Region r = regions.getServed(region);
    if (command instanceof DispatchCommand.ChooseDestination c
        && !regions.hasFacility(c.facility())) {
      throw Refused.unknown("facility.unknown", "facility", Map.of("facility", c.facility()));
    }
    return commands.run(
        new CommandCall(region, id, actor, command), stamp -> carryOut(r, command, stamp));
  }

  private Decision carryOut(Region region, DispatchCommand command, Stamp stamp) {
    Scene scene = scenes.lock(region.code(), command);
    Scenes.Versions before = Scenes.Versions.of(scene);
    List<Event> events = Dispatch.decide(scene, command, region.rules(), stamp);
    scenes.save(before, scene);
    return new Decision(thing(command, events), events);
  }

  private static String thing(DispatchCommand command, List<Event> events) {
    return switch (command) {
      case DispatchCommand.Assign _, DispatchCommand.Redirect _ -> made(events);
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
