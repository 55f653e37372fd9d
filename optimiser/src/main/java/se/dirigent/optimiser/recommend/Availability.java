package se.dirigent.optimiser.recommend;

import java.time.Duration;
import se.dirigent.core.fleet.UnitStatus;

/**
 * When a busy unit is likely to be free again, by what it is doing.
 *
 * @param toScene usual time from being tasked to arrival
 * @param scene usual time at the scene
 * @param transport usual time to the hospital
 * @param hospital usual time there until clear
 * @param least the shortest time left that is ever promised: who has been longer than usual is not
 *     done this second
 * @param soon a unit free within this time is worth waiting for
 */
public record Availability(
    Duration toScene,
    Duration scene,
    Duration transport,
    Duration hospital,
    Duration least,
    Duration soon) {

  /**
   * Scene, transport and hospital: medians over 19 520 rural runs 2010–2020 (data set rvfd, MIT
   * licence); to the scene: its turnout and drive, 1.6 + 10.1 minutes. Least one minute and soon 20
   * [assumption].
   */
  public static Availability defaults() {
    return new Availability(
        Duration.ofSeconds(702),
        Duration.ofSeconds(780),
        Duration.ofSeconds(1_284),
        Duration.ofSeconds(1_332),
        Duration.ofMinutes(1),
        Duration.ofMinutes(20));
  }

  /**
   * How long a unit is still likely to be busy, in seconds.
   *
   * @param inStatus how long it has been in its status, in seconds
   * @param parameters how long it hands over before it may be tasked again
   */
  double secondsLeft(UnitStatus status, long inStatus, RecommendParameters parameters) {
    return switch (status) {
      case AVAILABLE, UNAVAILABLE, OFF_DUTY -> 0;
      case TASKED, ACKNOWLEDGED, ROLLING ->
          rest(toScene, inStatus)
              + scene.toSeconds()
              + transport.toSeconds()
              + hospital.toSeconds();
      case AT_ADDRESS, AT_PATIENT ->
          rest(scene, inStatus) + transport.toSeconds() + hospital.toSeconds();
      case LOADED -> rest(transport, inStatus) + hospital.toSeconds();
      case AT_DESTINATION -> rest(hospital, inStatus);
      case HANDING_OVER -> Math.max(0, parameters.retaskAfterHandover().toSeconds() - inStatus);
    };
  }

  private long rest(Duration usual, long inStatus) {
    return Math.max(least.toSeconds(), usual.toSeconds() - inStatus);
  }
}
