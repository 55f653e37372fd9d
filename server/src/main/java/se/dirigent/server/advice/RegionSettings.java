package se.dirigent.server.advice;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.optimiser.assign.TakeOver;
import se.dirigent.optimiser.assign.WaitingPrice;
import se.dirigent.optimiser.cover.CoverGoal;
import se.dirigent.optimiser.cover.CoverParameters;
import se.dirigent.optimiser.cover.DemandForecast;
import se.dirigent.optimiser.cover.DemandZone;
import se.dirigent.optimiser.recommend.CostPart;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.recommend.Weights;
import se.dirigent.optimiser.standby.Base;
import se.dirigent.routing.travel.Urgency;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.RegionPack;
import se.dirigent.server.platform.region.RegionPack.PackAdvice;
import se.dirigent.server.platform.region.RegionPack.PackRelocation;
import se.dirigent.server.platform.region.RegionPack.PackTakeOver;
import se.dirigent.server.platform.region.RegionPack.PackWaiting;

/**
 * The figures of one region: its pack's, and the optimiser's defaults for what the pack leaves out.
 *
 * @param prices what letting somebody wait costs, by level
 * @param takeOver when a case changes its unit, and fresh: how long a unit counts as just freed
 */
public record RegionSettings(
    RecommendParameters recommend,
    Map<Integer, WaitingPrice> prices,
    TakeOver takeOver,
    Duration fresh,
    CoverParameters cover,
    PackRelocation relocation,
    DemandForecast forecast,
    List<Base> bases) {

  /** The figures of a region. */
  public static RegionSettings of(Region region) {
    RegionPack pack = region.pack();
    PackAdvice advice = pack.advice();
    RecommendParameters recommend =
        RegionRanking.of(
            advice == null ? null : advice.ranking(),
            region.rules().retaskAfterHandover(),
            weights(advice));
    PackTakeOver takeOver = PackTakeOver.of(advice);
    CoverParameters cover = cover(advice, recommend.lightsLevelMax());
    return new RegionSettings(
        recommend.withLateAfter(lateAfter(cover)),
        prices(advice),
        new TakeOver(takeOver.gainMinSeconds(), takeOver.lateSeconds(), takeOver.weights()),
        Duration.ofSeconds(takeOver.freshSeconds()),
        cover,
        region.relocation(),
        new DemandForecast(
            pack.demand().incidentsPerDay(),
            pack.demand().hourShare(),
            ZoneId.of(pack.timeZone()),
            zones(pack)),
        region.standbyPlaces().stream().map(p -> new Base(p.id(), p.position())).toList());
  }

  /**
   * Too late for a level is what its cover calls too late; one without a goal keeps its default.
   */
  private static Map<Integer, Duration> lateAfter(CoverParameters cover) {
    Map<Integer, Duration> late = new HashMap<>();
    for (int level = 1; level <= 4; level++) {
      late.put(level, RecommendParameters.defaults().lateAfter(level));
    }
    cover.goals().forEach(goal -> late.put(goal.level(), goal.within().minus(goal.turnout())));
    return late;
  }

  /** A level the pack does not name keeps its defaults. */
  private static Map<Integer, Weights> weights(@Nullable PackAdvice advice) {
    Map<Integer, Weights> weights = new HashMap<>();
    for (int level = 1; level <= 4; level++) {
      weights.put(level, Weights.defaults(level));
    }
    if (advice == null) {
      return weights;
    }
    advice
        .weights()
        .forEach(w -> {
          Map<CostPart, Double> own = new HashMap<>();
          w.perUnit().forEach((part, weight) -> own.put(CostPart.valueOf(part), weight));
          weights.put(w.level(), new Weights(own));
        });
    return weights;
  }

  private static Map<Integer, WaitingPrice> prices(@Nullable PackAdvice advice) {
    Map<Integer, WaitingPrice> prices = new HashMap<>();
    for (int level = 1; level <= 4; level++) {
      prices.put(level, WaitingPrice.defaults(level));
    }
    List<PackWaiting> own = advice == null ? null : advice.waiting();
    if (own != null) {
      own.forEach(
          w -> prices.put(w.level(), new WaitingPrice(w.leaveSeconds(), w.ageing(), w.urgency())));
    }
    return prices;
  }

  private static CoverParameters cover(@Nullable PackAdvice advice, int lightsLevelMax) {
    CoverParameters defaults = CoverParameters.defaults();
    if (advice == null) {
      return defaults;
    }
    Integer seconds = advice.assignmentSeconds();
    Duration assignment = seconds == null ? defaults.assignment() : Duration.ofSeconds(seconds);
    if (advice.coverGoals().isEmpty()) {
      return new CoverParameters(defaults.goals(), assignment);
    }
    return new CoverParameters(
        advice.coverGoals().stream()
            .map(g ->
                new CoverGoal(
                    g.level(),
                    g.share(),
                    Duration.ofSeconds(g.withinSeconds()),
                    Duration.ofSeconds(g.turnoutSeconds()),
                    g.level() <= lightsLevelMax ? Urgency.LIGHTS_AND_SIRENS : Urgency.NORMAL))
            .toList(),
        assignment);
  }

  /** Places by inhabitants, and the rest of each municipality at its middle. */
  private static List<DemandZone> zones(RegionPack pack) {
    Map<String, Long> rest = new HashMap<>();
    pack.municipalities().forEach(m -> rest.put(m.code(), (long) m.population()));
    List<DemandZone> zones = new ArrayList<>();
    for (RegionPack.Place p : pack.places()) {
      zones.add(new DemandZone(p.name(), p.municipality(), p.position(), p.population()));
      rest.merge(p.municipality(), (long) -p.population(), Long::sum);
    }
    for (RegionPack.Municipality m : pack.municipalities()) {
      long left = Math.max(0, rest.getOrDefault(m.code(), 0L));
      zones.add(new DemandZone(m.code(), m.code(), m.position(), left));
    }
    return zones;
  }
}
