package se.dirigent.server.film;

import java.time.Instant;
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
import se.dirigent.server.incident.IncidentReads;
import se.dirigent.server.platform.region.Regions;

/** The past as a film over HTTP. Addresses of patients are in it, so every read is logged. */
@RestController
@RequestMapping("/api/regions/{region}/film")
class FilmController {
  private final Film film;
  private final PastAccess access;
  private final IncidentReads reads;
  private final Regions regions;

  FilmController(Film film, PastAccess access, IncidentReads reads, Regions regions) {
    this.film = film;
    this.access = access;
    this.reads = reads;
    this.regions = regions;
  }

  /** The picture as it was at a moment: the last 24 hours, for inner command any. */
  @GetMapping("/picture")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  PastPicture picture(@PathVariable String region, @RequestParam Instant at, Actor actor) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    access.require(actor, code, at);
    reads.recordMany(code, actor, IncidentReads.PURPOSE, "film from " + at);
    return film.picture(code, at);
  }

  /**
   * What came after a picture or a piece.
   *
   * @param after sequence number of the last entry the asker has
   * @param from moment up to which the asker has the positions
   * @param until moment up to which it is wanted; at most ten minutes after from are given
   */
  @GetMapping("/pieces")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  FilmPiece piece(
      @PathVariable String region,
      @RequestParam long after,
      @RequestParam Instant from,
      @RequestParam Instant until,
      Actor actor) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    access.require(actor, code, from);
    reads.recordMany(code, actor, IncidentReads.PURPOSE, "film from " + from + " to " + until);
    Instant now = access.now();
    return film.piece(code, Math.max(0, after), from, until.isAfter(now) ? now : until);
  }

  /** Grave events on the time line: alarms, lapses, incidents of the first priority level. */
  @GetMapping("/marks")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND})
  List<FilmMark> marks(
      @PathVariable String region,
      @RequestParam Instant from,
      @RequestParam Instant until,
      Actor actor) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    access.require(actor, code, from);
    return film.marks(code, from, until);
  }
}
