package se.dirigent.server.masscasualty.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.masscasualty.MajorIncidentId;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.masscasualty.MajorIncidentService;
import se.dirigent.server.platform.paper.Pdf;
import se.dirigent.server.platform.region.Regions;

/** The situation of a major incident over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}/major-incidents/{majorIncident}/situation-report")
class SituationController {
  private final SituationReports reports;
  private final MajorIncidentService majors;
  private final Regions regions;

  SituationController(SituationReports reports, MajorIncidentService majors, Regions regions) {
    this.reports = reports;
    this.majors = majors;
    this.regions = regions;
  }

  /** The situation now, for other programs. */
  @GetMapping
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
  ResponseEntity<SituationReport> report(
      @PathVariable RegionCode region, @PathVariable MajorIncidentId majorIncident, Actor actor) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(reports.make(region, majorIncident, actor));
  }

  /** How a paper is written. */
  enum PaperFormat {
    HTML,
    PDF
  }

  /**
   * The situation now, for people: as a page that prints itself well, or as PDF.
   *
   * @param language {@code sv} or {@code en}; anything else is Swedish
   */
  @GetMapping("/paper")
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
  ResponseEntity<byte[]> paper(
      @PathVariable RegionCode region,
      @PathVariable MajorIncidentId majorIncident,
      @RequestParam(defaultValue = "PDF") PaperFormat format,
      @RequestParam(defaultValue = "sv") String language,
      Actor actor)
      throws IOException {
    SituationReport report = reports.make(region, majorIncident, actor);
    ZoneId zone = ZoneId.of(regions.get(region).pack().timeZone());
    String written = language.equals("en") ? "en" : "sv";
    String html = new SituationPaper(report, majors.sieves(region), zone, written).html();
    boolean pdf = format == PaperFormat.PDF;
    MediaType type = MediaType.parseMediaType("text/html;charset=UTF-8");
    return ResponseEntity.ok()
        .contentType(pdf ? MediaType.APPLICATION_PDF : type)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(pdf ? Pdf.of(html) : html.getBytes(StandardCharsets.UTF_8));
  }
}
