package se.dirigent.server.advice.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.Refused;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.advice.followup.AnswerRepository.MoveAnswer;
import se.dirigent.server.advice.followup.AnswerRepository.UnitAnswer;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** What became of proposals, over HTTP. */
@RestController
@RequestMapping("/api/regions/{region}")
class FollowUpController {
  /** A period longer than this is asked for in parts. */
  private static final Duration PERIOD_MAX = Duration.ofDays(366);

  private static final Duration PERIOD_USUAL = Duration.ofDays(30);

  /** The field has four levels; what is less urgent counts as the fourth. */
  private static final int LEVEL_MAX = 4;

  private final Regions regions;
  private final AnswerRepository rows;
  private final InstantSource clock;

  FollowUpController(Regions regions, AnswerRepository rows, InstantSource clock) {
    this.regions = regions;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Proposals of a period: how often followed, changed and refused, why, and what happened.
   *
   * @param from first moment; thirty days before {@code to} when absent
   * @param to first moment not counted; now when absent
   */
  @GetMapping("/proposal-follow-up")
  @Allowed(roles = {Role.DISPATCHER, Role.INNER_COMMAND, Role.PLANNER})
  FollowUp followUp(
      @PathVariable String region,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    Region r = regions.getServed(new RegionCode(region));
    Instant end = to == null ? clock.instant() : to;
    Instant begin = from == null ? end.minus(PERIOD_USUAL) : from;
    if (!begin.isBefore(end) || begin.plus(PERIOD_MAX).isBefore(end)) {
      throw new Refused(
          "period.length",
          "from",
          Map.of("from", begin.toString(), "to", end.toString(), "max", "366"));
    }
    List<UnitAnswer> units = rows.units(r.code(), begin, end);
    List<MoveAnswer> moves = rows.moves(r.code(), begin, end);
    boolean more = Math.max(units.size(), moves.size()) > AnswerRepository.ROWS_MAX;
    return new Reckoning(
            cut(units),
            cut(moves),
            ZoneId.of(r.pack().timeZone()),
            priority -> Math.min(LEVEL_MAX, r.rules().incidents().scale().get(priority).level()))
        .of(begin, end, more);
  }

  private static <T> List<T> cut(List<T> list) {
    return list.subList(0, Math.min(AnswerRepository.ROWS_MAX, list.size()));
  }
}
