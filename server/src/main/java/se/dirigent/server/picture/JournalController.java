package se.dirigent.server.picture;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Entry;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.platform.problem.RequestRefused;
import se.dirigent.server.platform.region.Regions;

/** The journal over HTTP, for those who answer for it. */
@RestController
@RequestMapping("/api/regions/{region}/journal")
class JournalController {
  private final Journal journal;
  private final Verifications verifications;
  private final Regions regions;

  JournalController(Journal journal, Verifications verifications, Regions regions) {
    this.journal = journal;
    this.verifications = verifications;
    this.regions = regions;
  }

  @GetMapping
  @Allowed(roles = {Role.ADMINISTRATOR, Role.INNER_COMMAND})
  List<Entry> list(
      @PathVariable String region,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit) {
    var _ = RequestRefused.requireRange("limit", limit, 1, Journal.PAGE_MAX);
    return journal.list(regions.getServed(new RegionCode(region)).code(), after, limit);
  }

  /**
   * Begins to verify the whole journal: that the past is as it was written, and that the tables
   * hold what it tells. It takes minutes when the journal is long; one that is running already goes
   * on. Changes nothing, so it needs no command id.
   */
  @PostMapping("/verification")
  @Allowed(roles = {Role.ADMINISTRATOR, Role.INTEGRATION})
  VerificationState startVerification(@PathVariable String region) {
    return verifications.start(regions.getServed(new RegionCode(region)).code());
  }

  /** How far the verification has come, and what the last finished one found. */
  @GetMapping("/verification")
  @Allowed(roles = {Role.ADMINISTRATOR, Role.INTEGRATION})
  VerificationState verification(@PathVariable String region) {
    return verifications.state(regions.getServed(new RegionCode(region)).code());
  }
}
