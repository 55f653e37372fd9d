package se.dirigent.server.journey;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;

/** Ways and reach over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}")
class JourneyController {
  private final Journeys journeys;

  JourneyController(Journeys journeys) {
    this.journeys = journeys;
  }

  /** The way of a unit to an incident, leg by leg. */
  @GetMapping("/way")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Way way(@PathVariable String region, @RequestParam String unit, @RequestParam String incident) {
    return journeys.way(new RegionCode(region), unit, incident);
  }

  /** What a unit reaches with lights and siren. */
  @GetMapping("/units/{unit}/reach")
  @Allowed(roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND, Role.INTEGRATION})
  Reach ofUnit(@PathVariable String region, @PathVariable String unit) {
    return journeys.ofUnit(new RegionCode(region), unit);
  }

  /** What an ambulance reaches from a station with lights and siren. */
  @GetMapping("/stations/{station}/reach")
  @Allowed(
      roles = {
        Role.DISPATCHER,
        Role.WAITING_ROOM_NURSE,
        Role.INNER_COMMAND,
        Role.PLANNER,
        Role.INTEGRATION
      })
  Reach ofStation(@PathVariable String region, @PathVariable String station) {
    return journeys.ofStation(new RegionCode(region), station);
  }

  /** What all who can be sent at once reach together with lights and siren. */
  @GetMapping("/reach")
  @Allowed(
      roles = {
        Role.DISPATCHER,
        Role.WAITING_ROOM_NURSE,
        Role.INNER_COMMAND,
        Role.PLANNER,
        Role.INTEGRATION
      })
  Reach ofCover(@PathVariable String region) {
    return journeys.ofCover(new RegionCode(region));
  }
}
