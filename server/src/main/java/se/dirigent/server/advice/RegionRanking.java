package se.dirigent.server.advice;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.optimiser.recommend.ArrivalSpread;
import se.dirigent.optimiser.recommend.Availability;
import se.dirigent.optimiser.recommend.KindProfile;
import se.dirigent.optimiser.recommend.RecommendParameters;
import se.dirigent.optimiser.recommend.Weights;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.server.platform.region.RegionPack.PackKind;
import se.dirigent.server.platform.region.RegionPack.PackRanking;
import se.dirigent.server.platform.region.RegionPack.PackSpread;

/** The figures of a region's ranking: its pack's, and the defaults for what the pack leaves out. */
final class RegionRanking {
  private RegionRanking() {}

  /**
   * The ranking's figures.
   *
   * @param own the pack's, or null
   * @param retask how long a unit hands over before it may be tasked again
   */
  static RecommendParameters of(
      @Nullable PackRanking own, Duration retask, Map<Integer, Weights> weights) {
    RecommendParameters d = RecommendParameters.defaults();
    PackRanking o = own == null ? new PackRanking(null, null, null, null, null, null, null) : own;
    Integer lights = o.lightsLevelMax();
    return new RecommendParameters(
        kinds(d, o),
        lights == null ? d.lightsLevelMax() : lights,
        or(o.positionOldSeconds(), d.positionOldAfter()),
        or(o.positionLostSeconds(), d.positionLostAfter()),
        retask,
        or(o.assignmentAfterArrivalSeconds(), d.assignmentAfterArrival()),
        availability(d.availability(), o.soonFreeSeconds()),
        spread(o, d.late()),
        d.lateAfter(),
        weights);
  }

  private static ArrivalSpread spread(PackRanking own, ArrivalSpread d) {
    PackSpread s = own.spread();
    return s == null ? d : new ArrivalSpread(s.fixedSeconds(), s.shareOfTravel(), s.shareOfWait());
  }

  private static Duration or(@Nullable Integer seconds, Duration otherwise) {
    return seconds == null ? otherwise : Duration.ofSeconds(seconds);
  }

  private static Map<UnitKind, KindProfile> kinds(RecommendParameters d, PackRanking own) {
    Map<UnitKind, KindProfile> kinds = new EnumMap<>(d.kinds());
    if (own.kinds() != null) {
      for (PackKind k : own.kinds()) {
        TravelMode mode = TravelMode.valueOf(k.mode());
        kinds.put(k.kind(), new KindProfile(mode, k.conveys(), k.levelMostUrgent()));
      }
    }
    return kinds;
  }

  private static Availability availability(Availability d, @Nullable Integer soonSeconds) {
    Duration soon = or(soonSeconds, d.soon());
    return new Availability(d.toScene(), d.scene(), d.transport(), d.hospital(), d.least(), soon);
  }
}
