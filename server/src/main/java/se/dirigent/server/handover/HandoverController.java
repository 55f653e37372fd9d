package se.dirigent.server.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.handover.Handover;
import se.dirigent.core.handover.Post;
import se.dirigent.core.handover.Remark;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.incident.IncidentReads;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.platform.region.Regions;

/** Hand-overs over HTTP. They hold addresses and numbers to call, so every read is logged. */
@RestController
@RequestMapping("/api/regions/{region}/handovers")
class HandoverController {
  private final HandoverService service;
  private final HandoverRepository handovers;
  private final IncidentReads reads;
  private final Regions regions;

  HandoverController(
      HandoverService service, HandoverRepository handovers, IncidentReads reads, Regions regions) {
    this.service = service;
    this.handovers = handovers;
    this.reads = reads;
    this.regions = regions;
  }

  /** What the next one must know, as things stand now; may be signed for a quarter of an hour. */
  @GetMapping("/draft")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  Draft draft(@PathVariable String region, Actor actor) {
    RegionCode code = new RegionCode(region);
    reads.recordMany(code, actor, IncidentReads.PURPOSE, "draft of a hand-over");
    return service.draft(code, actor);
  }

  /**
   * Body of a signature.
   *
   * @param draft the draft that was read
   * @param post the desk that is handed over
   */
  record SigningBody(
      UUID draft, Post post, @Nullable List<Remark> remarks, @Nullable String general) {}

  @PostMapping
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  Answer sign(CommandOrigin origin, @RequestBody SigningBody body) {
    List<Remark> remarks = body.remarks() == null ? List.of() : body.remarks();
    String general = body.general() == null ? "" : body.general();
    return service.sign(origin, body.draft(), body.post(), remarks, general);
  }

  /** Received by a second person who works at the same post. */
  @PostMapping("/{handover}/receipt")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  Answer receive(CommandOrigin origin, @PathVariable UUID handover) {
    return service.receive(origin, handover);
  }

  /** A hand-over in the list. */
  record ListedHandover(
      UUID id,
      Post post,
      String signedBy,
      Instant signedAt,
      @Nullable String receivedBy,
      @Nullable Instant receivedAt) {
    static ListedHandover of(Handover h) {
      return new ListedHandover(
          h.id(), h.post(), h.signedBy(), h.signedAt(), h.receivedBy(), h.receivedAt());
    }
  }

  /** Hand-overs, the latest signed first; without their content. */
  @GetMapping
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  List<ListedHandover> list(
      @PathVariable String region,
      @RequestParam(required = false) @Nullable Instant before,
      @RequestParam(defaultValue = "30") int limit) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    Instant until = before == null ? Instant.parse("9999-01-01T00:00:00Z") : before;
    return handovers.list(code, until, limit).stream().map(ListedHandover::of).toList();
  }

  @GetMapping("/{handover}")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  @Transactional
  Handover get(@PathVariable String region, @PathVariable UUID handover, Actor actor) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    reads.recordMany(code, actor, IncidentReads.PURPOSE, "hand-over " + handover);
    return service.get(code, handover);
  }
}
