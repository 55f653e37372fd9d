package se.dirigent.server.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.optimiser.plan.Timetable;
import se.dirigent.server.plan.RidePlan.Halt;
import se.dirigent.server.plan.RidePlan.Search;

/**
 * What the planner's last look at a region found, in memory alone: a restart loses nothing of it
 * that the next look does not find again.
 *
 * @param seen null before the first look
 */
record PlanState(Search search, @Nullable Seen seen) {
  static final PlanState NONE = new PlanState(Search.NONE, null);

  /**
   * What was seen.
   *
   * @param why orders have no vehicle
   */
  record Seen(Board board, Plan plan, Explained why) {
    /** The breaks of each unit. */
    Map<String, List<Halt>> breaks() {
      Map<String, List<Halt>> breaks = new HashMap<>();
      int first = 2 * board.rides().size();
      for (Plan.Tour tour : plan.tours()) {
        Timetable times = Timetable.of(board.problem(), tour).orElse(null);
        for (int k = 0; times != null && k < tour.stops().size(); k++) {
          int rest = tour.stops().get(k) - first;
          if (rest >= 0 && tour.vehicle() < board.duties().size()) {
            double length =
                board.problem().vehicles().get(tour.vehicle()).breaks().get(rest).duration();
            Instant at = board.at(times.begin().get(k));
            Instant end = board.at(times.begin().get(k) + length);
            breaks
                .computeIfAbsent(
                    board.duties().get(tour.vehicle()).unit().id().value(), _ -> new ArrayList<>())
                .add(new Halt(Halt.Kind.BREAK, null, null, at, at, end, 0));
          }
        }
      }
      return breaks;
    }
  }

  /** After a look. @param millis it took to find what was committed, −1 when nothing was */
  PlanState after(Seen found, double kronor, long millis) {
    return new PlanState(
        new Search(
            search.running(),
            millis < 0 ? search.lastAt() : found.board().zero(),
            millis < 0 ? search.lastMillis() : millis,
            Math.round(kronor),
            search.rounds() + 1,
            search.refused()),
        found);
  }

  /** More of the same plan is explained. */
  PlanState explained(Seen more) {
    return new PlanState(
        new Search(
            search.running(),
            search.lastAt(),
            search.lastMillis(),
            search.kronor(),
            search.rounds() + 1,
            search.refused()),
        more);
  }

  PlanState refused() {
    return new PlanState(
        new Search(
            search.running(),
            search.lastAt(),
            search.lastMillis(),
            search.kronor(),
            search.rounds() + 1,
            search.refused() + 1),
        seen);
  }

  PlanState running(boolean running) {
    return new PlanState(
        new Search(
            running,
            search.lastAt(),
            search.lastMillis(),
            search.kronor(),
            search.rounds(),
            search.refused()),
        seen);
  }
}
