package se.dirigent.server.handover;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.handover.Handover;
import se.dirigent.core.handover.HandoverCommand;
import se.dirigent.core.handover.HandoverEvent;
import se.dirigent.core.handover.Handovers;
import se.dirigent.core.handover.Post;
import se.dirigent.core.handover.Remark;
import se.dirigent.core.handover.Situations;
import se.dirigent.core.incident.Phase;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.journal.CommandCall;
import se.dirigent.server.journal.Commands;
import se.dirigent.server.journal.Commands.Decision;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.picture.Pictures;
import se.dirigent.server.platform.problem.RequestRefused;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** Makes drafts and carries out commands on hand-overs. */
@Service
class HandoverService {
  private final Commands commands;
  private final Regions regions;
  private final Pictures pictures;
  private final Drafts drafts;
  private final HandoverRepository handovers;

  HandoverService(
      Commands commands,
      Regions regions,
      Pictures pictures,
      Drafts drafts,
      HandoverRepository handovers) {
    this.commands = commands;
    this.regions = regions;
    this.pictures = pictures;
    this.drafts = drafts;
    this.handovers = handovers;
  }

  /** How things stand now, kept for a while so that it can be signed as it was read. */
  Draft draft(RegionCode region, Actor actor) {
    Region r = regions.getServed(region);
    Picture p = pictures.current(region);
    var situation =
        Situations.of(
            p.incidents().stream().filter(i -> i.phase() != Phase.CLOSED).toList(),
            p.units(),
            p.assignments(),
            p.obstacles(),
            r.rules().incidents().scale(),
            p.now(),
            p.seq());
    return drafts.keep(region, actor.username(), situation);
  }

  /**
   * Signs a draft.
   *
   * @throws Refused {@code handover.draftGone}, {@code handover.point} or {@code handover.signed}
   * @throws RequestRefused 403 when the actor does not work at that post
   */
  Answer sign(CommandOrigin origin, UUID draft, Post post, List<Remark> remarks, String general) {
    requireAt(post, origin);
    record Signing(UUID draft, Post post, List<Remark> remarks, String general) {}
    // By what the client sent: a repeat after a restart is answered, though the draft is gone.
    var call =
        new CommandCall(
            origin.region(), origin.id(), origin.by(), new Signing(draft, post, remarks, general));
    return commands.run(
        call,
        stamp -> {
          Draft read = drafts.get(origin.region(), origin.by(), draft);
          return carryOut(
              origin.region(),
              new HandoverCommand.Sign(
                  draft, origin.region(), post, read.situation(), remarks, general),
              stamp);
        });
  }

  /**
   * Receives a hand-over.
   *
   * @throws Refused {@code handover.unknown}, {@code handover.received} or {@code
   *     handover.samePerson}
   * @throws RequestRefused 403 when the actor does not work at that post
   */
  Answer receive(CommandOrigin origin, UUID handover) {
    requireAt(get(origin.region(), handover).post(), origin);
    HandoverCommand command = new HandoverCommand.Receive(handover);
    return commands.run(
        new CommandCall(origin.region(), origin.id(), origin.by(), command),
        stamp -> carryOut(origin.region(), command, stamp));
  }

  private static void requireAt(Post post, CommandOrigin origin) {
    Role role =
        switch (post) {
          case DISPATCHER -> Role.DISPATCHER;
          case WAITING_ROOM_NURSE -> Role.WAITING_ROOM_NURSE;
          case INNER_COMMAND -> Role.INNER_COMMAND;
        };
    if (!origin.actor().is(role, origin.region())) {
      throw RequestRefused.forbidden();
    }
  }

  /**
   * The hand-over.
   *
   * @throws Refused {@code handover.unknown}
   */
  Handover get(RegionCode region, UUID id) {
    return handovers
        .find(region, id)
        .orElseThrow(() ->
            Refused.unknown("handover.unknown", "handover", Map.of("handover", id.toString())));
  }

  private Decision carryOut(RegionCode region, HandoverCommand command, Stamp stamp) {
    Handover before = handovers.lock(region, command.handover());
    List<HandoverEvent> events = Handovers.decide(before, command, stamp);
    Handover after = before;
    for (HandoverEvent event : events) {
      after = Handovers.fold(after, event, stamp);
    }
    if (after != null) {
      handovers.save(after);
    }
    return new Decision(command.handover().toString(), events);
  }
}
