package se.dirigent.server.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.fleet.Standby;
import se.dirigent.core.fleet.Unit;
import se.dirigent.optimiser.cover.Cover;
import se.dirigent.optimiser.cover.CoverGoal;
import se.dirigent.server.advice.CoverPicture.AreaFigure;
import se.dirigent.server.advice.CoverPicture.LevelFigure;
import se.dirigent.server.advice.CoverPicture.ProposedMove;
import se.dirigent.server.advice.CoverPicture.TrendPoint;
import se.dirigent.server.advice.CoverPicture.ZoneFigure;
import se.dirigent.server.advice.CoverPicture.ZoneLevel;
import se.dirigent.server.advice.RegionCover.Point;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.RegionPack;

/** Puts what was calculated about the cover into the shape that goes over HTTP. */
final class CoverFigures {
  /** How far back an area's change looks. */
  private static final Duration BACK = Duration.ofHours(1);

  private CoverFigures() {}

  static CoverPicture of(
      Region region, RegionSettings settings, RegionCover.Snapshot s, List<Unit> units) {
    Cover cover = s.cover();
    Instant at = s.at();
    if (cover == null || at == null) {
      return new CoverPicture(null, 0, 0, List.of(), List.of(), List.of(), List.of());
    }
    List<LevelFigure> levels =
        settings.cover().goals().stream().map(g -> level(g, cover, s.trend())).toList();
    List<AreaFigure> areas =
        region.pack().municipalities().stream()
            .map(m -> area(m, settings, cover, before(s.trend(), at), s.trend()))
            .toList();
    Map<String, String> names =
        region.pack().municipalities().stream()
            .collect(Collectors.toMap(RegionPack.Municipality::code, m -> m.name()));
    List<ZoneFigure> zones = cover.zones().stream().map(z -> zone(z, names)).toList();
    return new CoverPicture(
        at,
        cover.callsNextHour(),
        cover.busy(),
        levels,
        areas,
        zones,
        moves(region, s, units, names));
  }

  private static LevelFigure level(CoverGoal goal, Cover cover, List<Point> trend) {
    return new LevelFigure(
        goal.level(),
        goal.within().toSeconds(),
        cover.share(goal.level(), null),
        trend.stream()
            .map(p -> new TrendPoint(p.at(), p.shares().getOrDefault(goal.level(), 0.0)))
            .toList());
  }

  private static @Nullable Point before(List<Point> trend, Instant now) {
    return trend.stream().filter(p -> !p.at().plus(BACK).isBefore(now)).findFirst().orElse(null);
  }

  private static AreaFigure area(
      RegionPack.Municipality m,
      RegionSettings settings,
      Cover cover,
      @Nullable Point before,
      List<Point> trend) {
    double calls =
        cover.zones().stream()
            .filter(z -> z.zone().area().equals(m.code()))
            .mapToDouble(Cover.ZoneCover::calls)
            .sum();
    double share = cover.share(settings.cover().goals().getFirst().level(), m.code());
    double then = before == null ? share : before.areas().getOrDefault(m.code(), share);
    return new AreaFigure(
        m.code(),
        m.name(),
        calls,
        share,
        share - then,
        trend.stream()
            .map(p -> new TrendPoint(p.at(), p.areas().getOrDefault(m.code(), share)))
            .toList());
  }

  /** What is no place of its own bears the municipality's code, and is said by its name. */
  private static ZoneFigure zone(Cover.ZoneCover z, Map<String, String> names) {
    Cover.LevelCover first = z.levels().getFirst();
    return new ZoneFigure(
        z.zone().id(),
        z.zone().area(),
        names.getOrDefault(z.zone().id(), z.zone().id()),
        z.zone().position(),
        z.calls(),
        first.share(),
        first.units(),
        z.levels().stream().map(l -> new ZoneLevel(l.level(), l.share(), l.units())).toList());
  }

  private static List<ProposedMove> moves(
      Region region, RegionCover.Snapshot s, List<Unit> units, Map<String, String> names) {
    Map<String, String> callSigns = new HashMap<>();
    units.forEach(u -> callSigns.put(u.id().value(), u.callSign()));
    Map<String, String> stations =
        region.standbyPlaces().stream()
            .collect(Collectors.toMap(Standby.Place::id, Standby.Place::name));
    return s.moves().stream()
        .map(m ->
            new ProposedMove(
                m.unit(),
                callSigns.getOrDefault(m.unit(), m.unit()),
                m.base(),
                stations.getOrDefault(m.base(), m.base()),
                m.why(),
                m.travel().toSeconds(),
                m.shareBefore(),
                m.shareAfter(),
                m.reached().stream().map(z -> names.getOrDefault(z, z)).toList(),
                m.bared().stream().map(z -> names.getOrDefault(z, z)).toList(),
                m.movesInShift(),
                region.relocation().movesPerShiftMax()))
        .toList();
  }
}
