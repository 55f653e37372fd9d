package se.dirigent.app.study;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.dirigent.app.twin.ScenarioFile;
import se.dirigent.app.twin.ScenarioRefused;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.Position;
import se.dirigent.simulator.roster.ShiftPlan;
import se.dirigent.simulator.trial.CallModel;
import se.dirigent.simulator.twin.Blueprint;
import se.dirigent.simulator.twin.Scenario;

/**
 * What a scenario's text says: the base it begins as, and why it cannot be used when it cannot.
 *
 * @param tree keys and values as they stand in the text; null when it is no YAML
 * @param base what the changes are made to; null when even that cannot be found
 * @param refused what is wrong with the first thing that is
 */
record Reading(
    String title, @Nullable Object tree, @Nullable Base base, @Nullable Refusal refused) {

  /**
   * What is wrong.
   *
   * @param line of the text, from 1
   * @param path of the value it is about, as {@code units.0.station}; empty when it is of all
   */
  record Refusal(int line, String path, String what) {}

  /**
   * What a scenario changes.
   *
   * @param perDay calls a day
   * @param rides whether wards order care transports
   * @param several whether it is several regions, which order none together
   * @param types why people call; empty when calls differ by level alone
   */
  record Base(
      String region,
      double perDay,
      boolean rides,
      boolean several,
      List<CallModel.Type> types,
      List<Place> stations,
      List<Place> hospitals,
      List<Unit> units) {
    static Base of(Blueprint base) {
      return new Base(
          base.region(),
          base.calls().perDay(),
          base.rides() != null,
          !base.regions().isEmpty(),
          base.calls().types(),
          base.stations().stream().map(s -> new Place(s.id(), s.name(), s.at())).toList(),
          base.hospitals().stream().map(h -> new Place(h.id(), h.name(), h.at())).toList(),
          base.units().stream().map(Unit::of).toList());
    }
  }

  /** A station or a hospital. */
  record Place(String id, String name, Position position) {}

  /** A unit and when it is manned. */
  record Unit(String id, UnitKind kind, String station, List<Hours> shifts) {
    static Unit of(Blueprint.Manned unit) {
      return new Unit(
          unit.id(), unit.kind(), unit.station(), unit.shifts().stream().map(Hours::of).toList());
    }
  }

  /** A shift in the words of the file. */
  record Hours(
      String days,
      LocalTime from,
      LocalTime to,
      @Nullable LocalTime mealFrom,
      @Nullable LocalTime mealTo) {
    static Hours of(ShiftPlan shift) {
      return new Hours(
          days(shift.days()), shift.start(), shift.end(), shift.mealStart(), shift.mealEnd());
    }

    private static String days(Set<DayOfWeek> days) {
      return days.size() == DayOfWeek.values().length
          ? "MON-SUN"
          : days.stream()
              .sorted(Comparator.naturalOrder())
              .map(day -> day.name().substring(0, 3).toUpperCase(Locale.ROOT))
              .collect(Collectors.joining(","));
    }
  }

  /**
   * Reads a text.
   *
   * @param language in which it is said what is wrong, sv or en
   */
  static Reading of(String name, String text, String language) {
    Object tree = ScenarioTree.find(text).orElse(null);
    try {
      Scenario scenario = ScenarioFile.readText(name, text);
      return new Reading(scenario.title(), tree, Base.of(scenario.base()), null);
    } catch (ScenarioRefused refused) {
      Refusal why =
          new Refusal(refused.line(), ScenarioTree.path(text, refused), what(refused, language));
      return new Reading(name, tree, base(ScenarioTree.onlyBase(tree)), why);
    }
  }

  private static String what(ScenarioRefused refused, String language) {
    return RefusalWords.in(language, refused.what());
  }

  /** The base without its changes, so that the forms have something to choose from all the same. */
  private static @Nullable Base base(String text) {
    try {
      return Base.of(ScenarioFile.readText("base", text).base());
    } catch (ScenarioRefused refused) {
      return null;
    }
  }
}
