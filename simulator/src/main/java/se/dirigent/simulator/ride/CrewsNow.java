package se.dirigent.simulator.ride;

import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.trial.Situation;

/**
 * Where units can begin at a moment of a run: where their drive ends, or at their base when they
 * are free.
 */
final class CrewsNow implements RidePlanner.Crews {
  private final RideWorld world;
  private final Situation situation;
  private final @Nullable Drive[] drives;

  CrewsNow(RideWorld world, Situation situation, @Nullable Drive[] drives) {
    this.world = world;
    this.situation = situation;
    this.drives = drives;
  }

  @Override
  public int from(RideUnit unit) {
    Drive drive = drives[world.index(unit.number())];
    if (drive != null) {
      return drive.endsAt();
    }
    boolean free = situation.free(unit.number());
    return free ? situation.ground().base(situation.baseOf(unit.number())) : -1;
  }

  @Override
  public long at(RideUnit unit) {
    Drive drive = drives[world.index(unit.number())];
    return drive == null ? situation.now() : Math.max(situation.now(), drive.endsMillis());
  }
}
