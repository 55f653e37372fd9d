package se.dirigent.server.picture;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.journal.Entry;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.journal.JournalVerifier;
import se.dirigent.server.journal.JournalVerifier.Verification;
import se.dirigent.server.platform.region.Regions;

/** The journal over HTTP, for those who answer for it. */
@RestController
@RequestMapping("/api/regions/{region}/journal")
class JournalController {
  private final Journal journal;
  private final JournalVerifier chain;
  private final StateVerifier states;
  private final Regions regions;

  JournalController(Journal journal, JournalVerifier chain, StateVerifier states, Regions regions) {
    this.journal = journal;
    this.chain = chain;
    this.states = states;
    this.regions = regions;
  }

  @GetMapping
  @Allowed(roles = {Role.ADMINISTRATOR, Role.INNER_COMMAND})
  List<Entry> list(
      @PathVariable String region,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit) {
    return journal.list(regions.getServed(new RegionCode(region)).code(), after, limit);
  }

  /**
   * What a verification found.
   *
   * @param chain whether the past is as it was written
   * @param differences what the tables hold otherwise than the journal tells; empty when nothing
   */
  record JournalVerification(Verification chain, List<String> differences) {}

  @GetMapping("/verification")
  @Allowed(roles = {Role.ADMINISTRATOR, Role.INTEGRATION})
  JournalVerification verify(@PathVariable String region) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    return new JournalVerification(chain.verify(code), states.differences(code));
  }
}
