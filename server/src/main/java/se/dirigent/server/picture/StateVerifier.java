package se.dirigent.server.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import se.dirigent.core.Event;
import se.dirigent.core.Stamp;
import se.dirigent.core.alarm.Alarm;
import se.dirigent.core.dispatch.Assignment;
import se.dirigent.core.dispatch.Scene;
import se.dirigent.core.fleet.Unit;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.handover.Handover;
import se.dirigent.core.handover.HandoverEvent;
import se.dirigent.core.handover.Handovers;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.road.Obstacle;
import se.dirigent.core.road.Obstacles;
import se.dirigent.core.road.RoadEvent;
import se.dirigent.core.transport.Transport;
import se.dirigent.core.transport.TransportEvent;
import se.dirigent.core.transport.Transports;
import se.dirigent.server.journal.Entry;
import se.dirigent.server.journal.Journal;
import tools.jackson.databind.json.JsonMapper;

/** Folds a region's whole journal anew and compares with its tables. */
@Component
public class StateVerifier {
  /** Differences named at most; the first few tell enough to begin looking. */
  private static final int DIFFERENCES_MAX = 20;

  private final Journal journal;
  private final JdbcClient client;
  private final JsonMapper json;

  StateVerifier(Journal journal, JdbcClient client, JsonMapper json) {
    this.journal = journal;
    this.client = client;
    this.json = json;
  }

  /**
   * Names of what differs, empty when the journal's fold is what the tables hold.
   *
   * @param checked told how many entries have been folded so far; what it throws ends the work
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public List<String> differences(RegionCode region, LongConsumer checked) {
    Scene scene = new Scene();
    Map<UUID, Handover> handovers = new HashMap<>();
    Map<String, Obstacle> obstacles = new TreeMap<>();
    Map<String, Transport> transports = new TreeMap<>();
    fold(region, scene, handovers, obstacles, transports, checked);
    List<String> differences = new ArrayList<>();
    compare(
        scene.incidents(),
        i -> i.id().toString(),
        rows(region, "incident", Incident.class),
        "incident ",
        differences);
    compare(
        scene.units(), u -> u.id().value(), rows(region, "unit", Unit.class), "unit ", differences);
    compare(
        scene.assignments(),
        a -> a.id().toString(),
        rows(region, "assignment", Assignment.class),
        "assignment ",
        differences);
    compare(
        scene.alarms(),
        a -> a.id().toString(),
        rows(region, "alarm", Alarm.class),
        "alarm ",
        differences);
    compare(
        List.copyOf(handovers.values()),
        h -> h.id().toString(),
        rows(region, "handover", Handover.class),
        "hand-over ",
        differences);
    compare(
        List.copyOf(obstacles.values()),
        o -> o.id().value(),
        rows(region, "obstacle", Obstacle.class),
        "obstacle ",
        differences);
    compare(
        List.copyOf(transports.values()),
        t -> t.id().value(),
        rows(region, "transport", Transport.class),
        "transport ",
        differences);
    return differences.stream().limit(DIFFERENCES_MAX).toList();
  }

  private void fold(
      RegionCode region,
      Scene scene,
      Map<UUID, Handover> handovers,
      Map<String, Obstacle> obstacles,
      Map<String, Transport> transports,
      LongConsumer checked) {
    long after = 0;
    List<Entry> entries;
    do {
      entries = journal.list(region, after, Journal.PAGE_MAX);
      for (Entry e : entries) {
        Stamp stamp = new Stamp(e.actor(), e.at());
        Event event = journal.eventOf(e);
        if (event instanceof HandoverEvent h) {
          handovers.compute(h.handover(), (_, before) -> Handovers.fold(before, h, stamp));
        } else if (event instanceof RoadEvent on) {
          obstacles.compute(on.obstacle().value(), (_, o) -> Obstacles.fold(o, on, stamp));
        } else if (event instanceof TransportEvent of) {
          transports.compute(of.transport().value(), (_, t) -> Transports.fold(t, of, stamp));
        } else {
          scene.apply(event, stamp);
        }
        after = e.seq();
      }
      checked.accept(after);
    } while (entries.size() == Journal.PAGE_MAX);
  }

  private <T> Map<String, T> rows(RegionCode region, String table, Class<T> type) {
    Map<String, T> rows = new TreeMap<>();
    client
        .sql("select id, state from " + table + " where region = ?")
        .param(region.value())
        .query(rs -> {
          rows.put(rs.getString("id"), json.readValue(rs.getString("state"), type));
        });
    return rows;
  }

  private static <T> void compare(
      List<T> folded,
      Function<T, String> id,
      Map<String, T> rows,
      String kind,
      List<String> differences) {
    Map<String, T> expected = folded.stream().collect(Collectors.toMap(id, Function.identity()));
    expected.forEach((name, state) -> add(kind + name, state, rows.get(name), differences));
    rows.keySet().stream()
        .filter(name -> !expected.containsKey(name))
        .forEach(name -> differences.add(kind + name));
  }

  private static void add(
      String name, Object expected, @Nullable Object found, List<String> differences) {
    if (!Objects.equals(expected, found)) {
      differences.add(name);
    }
  }
}
