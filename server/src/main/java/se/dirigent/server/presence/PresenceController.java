package se.dirigent.server.presence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.platform.region.Regions;

/** Takes what a window says of itself; what the others say comes over the live stream. */
@RestController
class PresenceController {
  private final Presences presences;
  private final Regions regions;

  PresenceController(Presences presences, Regions regions) {
    this.presences = presences;
    this.regions = regions;
  }

  /**
   * What a window has in view.
   *
   * @param window made by the page, its own for as long as it is open
   * @param incident the one in view, absent when none is
   * @param form the page's word for the form open on it, absent when none is
   */
  record PresenceBody(UUID window, @Nullable IncidentId incident, @Nullable String form) {}

  /** Nothing is decided and nothing kept, so it needs no command id. */
  @PutMapping("/api/regions/{region}/presence")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  void tell(@PathVariable String region, @RequestBody PresenceBody body, Actor actor) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    IncidentId incident = body.incident();
    Presence presence =
        incident == null
            ? null
            : new Presence(actor.username(), actor.displayName(), incident, body.form());
    presences.tell(code, actor.username(), body.window(), presence);
  }
}
