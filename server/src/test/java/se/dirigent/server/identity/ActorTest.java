package se.dirigent.server.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.platform.problem.Language;
import se.dirigent.server.platform.problem.RequestRefused;

/** For which units an actor may act, when it has several roles. */
class ActorTest {
  private static final RegionCode HERE = new RegionCode("jamtland-harjedalen");
  private static final RegionCode THERE = new RegionCode("vasternorrland");
  private static final Set<Role> DISPATCHERS = Set.of(Role.DISPATCHER);

  private static Actor actor(Grant... grants) {
    return new Actor("test", "Testperson Ett", "Test", Set.of(grants), "23-1110", Language.SV);
  }

  @Test
  void t1_aCrewActsForItsOwnUnit() {
    Actor crew = actor(new Grant(Role.CREW, HERE));
    assertDoesNotThrow(() -> crew.requireUnit("23-1110", HERE, DISPATCHERS));
    assertThrows(RequestRefused.class, () -> crew.requireUnit("23-1120", HERE, DISPATCHERS));
  }

  @Test
  void t2_aDispatcherActsForAll() {
    Actor both = actor(new Grant(Role.CREW, HERE), new Grant(Role.DISPATCHER, HERE));
    assertDoesNotThrow(() -> both.requireUnit("23-1120", HERE, DISPATCHERS));
  }

  @Test
  void t3_anotherRoleIsNoReasonToActForAnotherUnit() {
    Actor planner = actor(new Grant(Role.CREW, HERE), new Grant(Role.PLANNER, HERE));
    assertThrows(RequestRefused.class, () -> planner.requireUnit("23-1120", HERE, DISPATCHERS));
  }

  @Test
  void t4_norIsTheRightRoleInAnotherRegion() {
    Actor elsewhere = actor(new Grant(Role.CREW, HERE), new Grant(Role.DISPATCHER, THERE));
    assertThrows(RequestRefused.class, () -> elsewhere.requireUnit("23-1120", HERE, DISPATCHERS));
  }
}
