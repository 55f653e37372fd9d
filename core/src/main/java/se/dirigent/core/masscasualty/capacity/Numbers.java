package se.dirigent.core.masscasualty.capacity;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import se.dirigent.core.Refused;

/** Checks of how many, and maps by name whose order is always the same. */
final class Numbers {
  /** More persons or beds than any Swedish hospital has. */
  private static final int COUNT_MAX = 10_000;

  private Numbers() {}

  static int require(String field, int count) {
    if (count < 0 || count > COUNT_MAX) {
      throw new Refused(
          "capacity.count", field, Map.of("value", "" + count, "max", "" + COUNT_MAX));
    }
    return count;
  }

  /** A copy, ordered as the names are; a map in any order would make equal commands look unlike. */
  static <K extends Enum<K>, V> Map<K, V> ordered(Class<K> names, Map<K, V> map) {
    EnumMap<K, V> copy = new EnumMap<>(names);
    copy.putAll(map);
    return Collections.unmodifiableMap(copy);
  }

  static <K extends Enum<K>> Map<K, Integer> counts(
      String field, Class<K> names, Map<K, Integer> map) {
    map.forEach((_, count) -> require(field, count));
    return ordered(names, map);
  }
}
