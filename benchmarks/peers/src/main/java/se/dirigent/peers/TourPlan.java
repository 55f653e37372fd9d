package se.dirigent.peers;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The question and the answer, as Timefold holds them. */
@PlanningSolution
public class TourPlan {
  /** The instance. */
  @ProblemFactProperty public RideFile file = new RideFile(new double[5], List.of());

  /** What is to be visited. */
  @ProblemFactCollectionProperty @ValueRangeProvider public List<TourVisit> visits = List.of();

  /** What there is to visit with. */
  @PlanningEntityCollectionProperty public List<TourVehicle> tours = new ArrayList<>();

  /** Broken rules before distance. */
  @PlanningScore public @Nullable HardSoftLongScore score;
}
