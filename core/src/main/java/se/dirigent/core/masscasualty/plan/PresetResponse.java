package se.dirigent.core.masscasualty.plan;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.masscasualty.Level;
import se.dirigent.core.masscasualty.capacity.TypeEvent;

/**
 * What a declared major incident calls at once, as a region has settled it (a larmplan).
 *
 * @param code unique in the region, 1–40 characters
 * @param name what it is called
 * @param version counts up from 1
 * @param approver the post that approved it, never a person
 * @param types sorts of event it is for; none for all
 * @param levels levels it is for; none for all
 * @param units what is sent, the most urgent first
 * @param calls whom a person calls besides, at most 30: other services, functions, reserves
 */
public record PresetResponse(
    String code,
    String name,
    int version,
    String approver,
    Set<TypeEvent> types,
    Set<Level> levels,
    List<Wanted> units,
    List<String> calls) {
  private static final int LINES_MAX = 30;
  private static final int COUNT_MAX = 50;

  /**
   * So many units of any of these kinds, those that are there first.
   *
   * @param count 1–50
   */
  public record Wanted(Set<UnitKind> kinds, int count) {
    public Wanted {
      kinds = ordered(UnitKind.class, kinds);
      if (kinds.isEmpty() || count < 1 || count > COUNT_MAX) {
        throw new Refused(
            "response.wanted", "count", Map.of("value", "" + count, "max", "" + COUNT_MAX));
      }
    }
  }

  /**
   * Checks that it is whole.
   *
   * @throws Refused {@code response.version}, {@code response.lines} or {@code response.wanted}
   */
  public PresetResponse {
    code = Texts.require("code", code, 1, 40);
    name = Texts.require("name", name, 1, 120);
    approver = Texts.require("approver", approver, 2, 120);
    if (version < 1) {
      throw new Refused("response.version", "version", Map.of("value", "" + version));
    }
    types = ordered(TypeEvent.class, types);
    levels = ordered(Level.class, levels);
    units = List.copyOf(units);
    calls = calls.stream().map(c -> Texts.require("calls", c, 2, 120)).toList();
    if (units.size() > LINES_MAX || calls.size() > LINES_MAX) {
      throw new Refused("response.lines", "units", Map.of("max", "" + LINES_MAX));
    }
  }

  /** Whether it is for such an event. */
  public boolean fits(TypeEvent type, Level level) {
    return (types.isEmpty() || types.contains(type))
        && (levels.isEmpty() || levels.contains(level));
  }

  /** Those for such an event; the one made for the type comes first, then for the level. */
  public static List<PresetResponse> fitting(
      List<PresetResponse> all, TypeEvent type, Level level) {
    return all.stream()
        .filter(one -> one.fits(type, level))
        .sorted(
            Comparator.comparing((PresetResponse one) -> one.types().isEmpty())
                .thenComparing(one -> one.levels().isEmpty())
                .thenComparing(PresetResponse::code))
        .toList();
  }

  private static <E extends Enum<E>> Set<E> ordered(Class<E> type, Set<E> given) {
    Set<E> copy = EnumSet.noneOf(type);
    copy.addAll(given);
    return Collections.unmodifiableSet(copy);
  }
}
