package se.dirigent.server.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.dirigent.core.transport.TransportId;
import se.dirigent.optimiser.plan.Plan;
import se.dirigent.server.plan.Board.Reason;

/**
 * Why rides have no vehicle. One answer asks every vehicle and takes some hundredths of a second,
 * so that a day with hundreds left out is explained in parts: what was said before stands until it
 * is asked anew, and those that nothing is known of are asked first. No plan waits for it.
 *
 * @param reasons by order
 * @param open numbers of the rides that are to be asked, the next first
 */
record Explained(Map<TransportId, Reason> reasons, List<Integer> open) {
  /** Code of a ride whose turn has not come yet. */
  static final String LATER = "explaining";

  Explained {
    reasons = Map.copyOf(reasons);
    open = List.copyOf(open);
  }

  /**
   * What is known at once of a new plan: why orders are not in the problem, which vehicles are
   * lost, why a ride has lost its vehicle, and what was said of the same orders before.
   */
  static Explained of(Board board, Plan plan, PlanState.Seen before) {
    Map<TransportId, Reason> said = new HashMap<>(before.why().reasons());
    said.keySet().removeAll(before.board().left().keySet());
    return of(board, plan, said);
  }

  /** What is known at once of the first plan. */
  static Explained of(Board board, Plan plan) {
    return of(board, plan, Map.of());
  }

  private static Explained of(Board board, Plan plan, Map<TransportId, Reason> said) {
    Map<TransportId, Reason> reasons = new HashMap<>(board.left());
    List<Integer> unknown = new ArrayList<>();
    List<Integer> again = new ArrayList<>();
    for (int r : plan.unserved()) {
      TransportId id = board.rides().get(r).id();
      Reason lost = board.lost().get(id);
      if (lost != null) {
        reasons.put(id, lost);
      } else if (board.rides().get(r).offered()) {
        reasons.put(id, Reason.of("offered", "carrier", board.rides().get(r).careUnit()));
      } else if (board.rides().get(r).planned() != null) {
        // It is told in the journal with its reason.
        reasons.put(id, Reasons.of(board, plan, r));
      } else if (said.containsKey(id) && !said.get(id).code().equals(LATER)) {
        reasons.put(id, said.get(id));
        again.add(r);
      } else {
        reasons.put(id, Reason.of(LATER));
        unknown.add(r);
      }
    }
    unknown.addAll(again);
    return new Explained(reasons, unknown);
  }

  /** With as many more asked as the time allows. */
  Explained more(Board board, Plan plan, long nanos) {
    long until = System.nanoTime() + nanos;
    Map<TransportId, Reason> all = new HashMap<>(reasons);
    int k = 0;
    while (k < open.size() && System.nanoTime() - until < 0) {
      int r = open.get(k++);
      all.put(board.rides().get(r).id(), Reasons.of(board, plan, r));
    }
    return new Explained(all, open.subList(k, open.size()));
  }
}
