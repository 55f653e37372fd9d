package se.dirigent.peers;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import java.util.ArrayList;
import java.util.List;

/** A vehicle with its visits in order. The solver makes and fills it by reflection. */
@PlanningEntity
public class TourVehicle {
  /** Number from 0. */
  @PlanningId public int number;

  /** In order, without the depot. */
  @PlanningListVariable public List<TourVisit> visits = new ArrayList<>();

  /** For the solver's copies. */
  public TourVehicle() {}

  /** A vehicle at the depot. */
  public TourVehicle(int number) {
    this.number = number;
  }
}
