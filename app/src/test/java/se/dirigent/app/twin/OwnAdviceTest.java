package se.dirigent.app.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.dirigent.app.pack.Packs;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.assign.TakeOver;
import se.dirigent.optimiser.recommend.CostPart;
import se.dirigent.optimiser.standby.Base;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.server.advice.RegionSettings;
import se.dirigent.server.platform.json.JsonConfiguration;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.simulator.trial.Film;
import se.dirigent.simulator.twin.Advice;
import se.dirigent.simulator.twin.Blueprint;
import se.dirigent.simulator.twin.Blueprint.Dispatch;
import se.dirigent.simulator.twin.Change;
import se.dirigent.simulator.twin.Experiment;
import se.dirigent.simulator.twin.Scenario;
import se.dirigent.simulator.twin.Worlds;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a region has settled about advice is followed by its dispatchers, alone and in a country.
 */
class OwnAdviceTest {
  private static final JsonMapper JSON = JsonConfiguration.mapper();

  /** Never moves who stands, never changes units, and calls other times late. */
  private static final String OWN =
      """
      {"weights": [{"level": 2, "perUnit": {"COVER": 0}}],
       "coverGoals": [{"level": 1, "share": 0.45, "withinSeconds": 720, "turnoutSeconds": 90}],
       "relocation": {"busy": 0.4, "steps": [{"part": 1, "weight": 1}], "movesPerShiftMax": 0,
         "restSeconds": 3600, "travelSecondsMax": 5400, "gainMin": 0.002,
         "gainPerHourOfTravel": 0.0005, "gainPerMove": 0.002, "proposalsMax": 3,
         "answerSeconds": 120, "placeMetres": 400, "standsAfterSeconds": 600},
       "takeOver": {"gainMinSeconds": 9999, "lateSeconds": 0, "weights": [1, 1, 1, 1],
         "freshSeconds": 600}}
      """;

  private static final RegionPack USUAL = new Packs().get("vasternorrland");
  private static final RegionPack WITHOUT = new Packs().get("jamtland-harjedalen");
  private static final RegionPack SETTLED = settled();

  /** A place with many who live there and no station. */
  private static final Position POINT = new Position(63.078, 14.828);

  private static final RegionPack WITH_POINT = withPoint();

  private static RegionPack withPoint() {
    ObjectNode pack = JSON.valueToTree(WITHOUT);
    pack.set(
        "advice",
        JSON.readTree(
            """
            {"weights": [], "coverGoals": [], "standbyPoints": [
              {"id": "brunflo", "name": "Brunflo",
               "position": {"lat": 63.078, "lon": 14.828}, "synthetic": true}]}
            """));
    return JSON.treeToValue(pack, RegionPack.class);
  }

  private static RegionPack settled() {
    ObjectNode pack = JSON.valueToTree(WITHOUT);
    pack.set("advice", JSON.readTree(OWN));
    return JSON.treeToValue(pack, RegionPack.class);
  }

  @Test
  void s1_aRegionAloneFollowsItsOwn() {
    Advice own = RegionBlueprint.of(SETTLED).advice();
    assertEquals(Duration.ofMinutes(12), own.within().getFirst());
    assertEquals(Duration.ofMinutes(30), own.within().get(1), "silent on it: the standard");
    assertEquals(0, own.standby().movesPerShiftMax());
    assertEquals(9_999, own.takeOver().gainMin());
    assertEquals(0, own.recommend().weights(2).of(CostPart.COVER));
  }

  @Test
  void s2_inACountryEachFollowsItsOwn() {
    List<Blueprint.Region> regions = NationBlueprint.of(List.of(SETTLED, USUAL)).regions();
    assertEquals(RegionBlueprint.of(SETTLED).advice().toString(), told(regions.getFirst()));
    Advice usual = regions.getLast().advice();
    assertEquals(StandbyRules.defaults(), usual.standby());
    assertEquals(TakeOver.defaults(), usual.takeOver());
    assertEquals(Duration.ofMinutes(18), usual.within().getFirst());
  }

  private static String told(Blueprint.Region of) {
    return of.advice().toString();
  }

  /** The first region's goals are not the country's: late is counted alike for all. */
  @Test
  void s3_whatIsLateIsCountedAlikeForAll() {
    assertEquals(
        Duration.ofMinutes(18),
        NationBlueprint.of(List.of(SETTLED, USUAL)).calls().levels().getFirst().within());
  }

  /** Under the same calls, what one of two regions has settled shows in what happens. */
  @Test
  void s4_itShowsInWhatHappens() throws InterruptedException {
    assertEquals(trace(List.of(WITHOUT, USUAL)), trace(List.of(WITHOUT, USUAL)));
    assertNotEquals(trace(List.of(WITHOUT, USUAL)), trace(List.of(SETTLED, USUAL)));
    assertNotEquals(trace(List.of(USUAL, WITHOUT)), trace(List.of(USUAL, SETTLED)));
  }

  /** Where the live service proposes that units stand, the twin's stand too, in the same order. */
  @Test
  void s5_standbyPointsAreTheLiveServices() {
    Blueprint twin = RegionBlueprint.of(WITH_POINT);
    assertEquals(
        RegionSettings.of(Region.of(WITH_POINT)).bases(),
        Stream.concat(twin.stations().stream(), twin.standbyPoints().stream())
            .map(place -> new Base(place.id(), place.at()))
            .toList());
    assertEquals(List.of(), RegionBlueprint.of(WITHOUT).standbyPoints());
    Blueprint country = NationBlueprint.of(List.of(WITH_POINT, USUAL));
    assertEquals(twin.standbyPoints(), country.standbyPoints());
    assertEquals(List.of("brunflo"), country.regions().getFirst().standbyPoints());
    assertEquals(List.of(), country.regions().getLast().standbyPoints());
  }

  /** Somebody is sent to the point and stands there, alone in the twin and in a country. */
  @Test
  void s6_unitsStandAtThem() throws InterruptedException {
    assertNotEquals(trace(List.of(WITHOUT, USUAL)), trace(List.of(WITH_POINT, USUAL)));
    for (Blueprint of :
        List.of(RegionBlueprint.of(WITH_POINT), NationBlueprint.of(List.of(USUAL, WITH_POINT)))) {
      Scenario scenario =
          new Scenario("p", "p", of, List.of(new Change.Sending(Dispatch.ADVICE_STANDBY)));
      Worlds worlds = new Worlds(NationalNetwork.load().network(), 2);
      Film film = new Experiment(2, 2, 1, 2).film(scenario, worlds, 0, 1);
      assertTrue(stoodAt(film, POINT) > 0, "nobody stood at the point");
    }
  }

  private static long stoodAt(Film film, Position point) {
    return film.steps().stream()
        .filter(step -> step.doing() == Film.Doing.STANDING)
        .filter(step ->
            film.spots().stream()
                .filter(spot -> spot.unit() == step.unit() && spot.at() <= step.at())
                .reduce((_, last) -> last)
                .filter(spot -> spot.where().metresTo(point) < 2_000)
                .isPresent())
        .count();
  }

  private static long trace(List<RegionPack> packs) throws InterruptedException {
    Scenario scenario =
        new Scenario(
            "two",
            "two",
            NationBlueprint.of(packs),
            List.of(new Change.Sending(Dispatch.ADVICE_STANDBY)));
    return new Experiment(2, 2, 1, 2)
        .run(List.of(scenario), new Worlds(NationalNetwork.load().network(), 2), (_, _) -> true)
        .getFirst()
        .getFirst()
        .trial()
        .traceHash();
  }
}
