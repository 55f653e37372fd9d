package se.dirigent.server.masscasualty;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.CasualtyCommand.Send;
import se.dirigent.core.masscasualty.CasualtyId;
import se.dirigent.core.masscasualty.MajorIncidentCommand.Report;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.core.masscasualty.capacity.CapacityReport;
import se.dirigent.core.masscasualty.capacity.Draw;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.CommandOrigin;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Answer;
import se.dirigent.server.masscasualty.HospitalService.HospitalRoom;

/** What hospitals have left of a major incident, and who is sent where, over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}/major-incidents/{majorIncident}")
class HospitalController {

  private final HospitalService hospitals;
  private final CasualtyService casualties;
  private final MajorIncidentService majors;
  private final WardBindings wards;
  private final InstantSource clock;

  HospitalController(
      HospitalService hospitals,
      CasualtyService casualties,
      MajorIncidentService majors,
      WardBindings wards,
      InstantSource clock) {
    this.hospitals = hospitals;
    this.casualties = casualties;
    this.majors = majors;
    this.wards = wards;
    this.clock = clock;
  }

  /** Hospitals of a major incident, those of its key first. */
  record HospitalRoomList(Instant now, List<HospitalRoom> hospitals) {}

  /** What each hospital has been given, has left, and is on its way to get. */
  @GetMapping("/hospitals")
  @Allowed(
      roles = {
        Role.DISPATCHER,
        Role.WAITING_ROOM_NURSE,
        Role.WARD_NURSE,
        Role.INNER_COMMAND,
        Role.PLANNER,
        Role.NATIONAL_COORDINATOR,
        Role.CREW,
        Role.INTEGRATION
      })
  HospitalRoomList list(
      @PathVariable RegionCode region, @PathVariable MajorIncidentId majorIncident) {
    Instant now = clock.instant();
    return new HospitalRoomList(now, hospitals.hospitals(region, majorIncident, now));
  }

  /** A hospital says what it can take, or that it is closed; a ward for its own hospital alone. */
  @PostMapping("/capacity-reports")
  @Allowed(roles = {Role.WARD_NURSE, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer report(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody CapacityReport body) {
    wards.require(origin.actor(), origin.region(), body.facility());
    return majors.run(origin, new Report(majorIncident, body));
  }

  /** The hospital that the distribution key proposes, and what speaks against the others. */
  @GetMapping("/casualties/{tag}/proposal")
  @Allowed(roles = {Role.CREW, Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Draw propose(
      @PathVariable RegionCode region,
      @PathVariable MajorIncidentId majorIncident,
      @PathVariable String tag) {
    return hospitals.propose(region, new CasualtyId(majorIncident, tag), clock.instant());
  }

  /**
   * Body of a destination.
   *
   * @param proposed what the sender saw proposed
   * @param reason required when another is proposed, or the hospital has no room
   * @param beyond true when the sender knows that the hospital has no room
   */
  record CasualtyDestinationBody(
      String facility,
      @Nullable String proposed,
      @Nullable String reason,
      @Nullable Boolean beyond) {}

  /** Decides where a casualty goes, which takes the room at once. */
  @PostMapping("/casualties/{tag}/destination")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer send(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @PathVariable String tag,
      @RequestBody CasualtyDestinationBody body) {
    return casualties.run(
        origin,
        new Send(
            new CasualtyId(majorIncident, tag),
            body.facility(),
            text(body.proposed()),
            text(body.reason()),
            Boolean.TRUE.equals(body.beyond())));
  }

  /** Body of a wave: one destination for many. */
  record WaveBody(
      List<String> tags, String facility, @Nullable String reason, @Nullable Boolean beyond) {}

  /** Decides where many go, all or none. */
  @PostMapping("/destinations")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.INTEGRATION})
  Answer sendAll(
      CommandOrigin origin,
      @PathVariable MajorIncidentId majorIncident,
      @RequestBody WaveBody body) {
    List<Send> wave = new ArrayList<>();
    for (CasualtyId id : CasualtyController.wave(majorIncident, body.tags())) {
      boolean beyond = Boolean.TRUE.equals(body.beyond());
      wave.add(new Send(id, body.facility(), "", text(body.reason()), beyond));
    }
    return casualties.runWave(origin, wave, wave);
  }

  private static String text(@Nullable String given) {
    return Objects.requireNonNullElse(given, "");
  }
}
