package se.dirigent.server.incident;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Entry;
import se.dirigent.server.platform.region.Regions;

/** What others have decided while a person was away from the desk. */
@RestController
@RequestMapping("/api/regions/{region}/news")
class NewsController {
  private final Meanwhile meanwhile;
  private final IncidentReads reads;
  private final Regions regions;

  NewsController(Meanwhile meanwhile, IncidentReads reads, Regions regions) {
    this.meanwhile = meanwhile;
    this.reads = reads;
    this.regions = regions;
  }

  /**
   * The latest 500 decisions about incidents that others have made after an entry, in order.
   *
   * @param after sequence number of the last entry the person has seen
   */
  @GetMapping
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  List<Entry> news(@PathVariable String region, @RequestParam long after, Actor actor) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    reads.recordMany(code, actor, IncidentReads.PURPOSE, "news");
    return meanwhile.news(code, actor.username(), Math.max(0, after));
  }
}
