package se.dirigent.optimiser.plan.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Routes that good plans were made of: one for each set of rides, the cheapest seen. Bounded. */
final class RoutePool {
  /** More make the choice among them slow; those not met for longest go first. */
  private static final int ROUTES_MAX = 20_000;

  private static final float LOAD = 0.75f;

  /**
   * A route apart from its vehicle.
   *
   * @param alike class of vehicles that can drive it
   * @param stops in order, without leaving and coming home
   */
  record Column(int alike, int[] stops, double cost, long key) {}

  private final Tables t;
  private final Map<Long, Column> columns = new LinkedHashMap<>(ROUTES_MAX * 2, LOAD, true);

  RoutePool(Tables tables) {
    t = tables;
  }

  void add(Route route) {
    int alike = t.alike[route.vehicle];
    long key = route.mark * 31 + alike;
    Column known = columns.get(key);
    if (known == null || route.cost < known.cost() - Timing.EPSILON) {
      put(new Column(alike, Arrays.copyOfRange(route.stops, 1, route.count - 1), route.cost, key));
    }
  }

  void addAll(RoutePool other) {
    for (Column column : other.columns.values()) {
      Column known = columns.get(column.key());
      if (known == null || column.cost() < known.cost()) {
        put(column);
      }
    }
  }

  private void put(Column column) {
    columns.put(column.key(), column);
    if (columns.size() > ROUTES_MAX) {
      columns.remove(columns.keySet().iterator().next());
    }
  }

  Collection<Column> all() {
    return columns.values();
  }
}
