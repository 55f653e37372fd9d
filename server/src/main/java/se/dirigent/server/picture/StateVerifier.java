package se.dirigent.server.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
import se.dirigent.core.masscasualty.Casualties;
import se.dirigent.core.masscasualty.Casualty;
import se.dirigent.core.masscasualty.CasualtyEvent;
import se.dirigent.core.masscasualty.MajorIncident;
import se.dirigent.core.masscasualty.MajorIncidentEvent;
import se.dirigent.core.masscasualty.MajorIncidents;
import se.dirigent.core.masscasualty.plan.Preparedness;
import se.dirigent.core.masscasualty.plan.PreparednessEvent;
import se.dirigent.core.masscasualty.rationing.Rationing;
import se.dirigent.core.masscasualty.rationing.RationingEvent;
import se.dirigent.core.masscasualty.rationing.Rationings;
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
    Folded folded = fold(region, checked);
    Scene scene = folded.scene;
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
    compare(folded.handovers, rows(region, "handover", Handover.class), "hand-over ", differences);
    compare(folded.obstacles, rows(region, "obstacle", Obstacle.class), "obstacle ", differences);
    compare(
        folded.transports, rows(region, "transport", Transport.class), "transport ", differences);
    compare(
        folded.majorIncidents,
        rows(region, "major_incident", MajorIncident.class),
        "major incident ",
        differences);
    compare(folded.casualties, rows(region, "casualty", Casualty.class), "casualty ", differences);
    compare(
        folded.rationings, rows(region, "rationing", Rationing.class), "rationing ", differences);
    compare(
        folded.preparedness,
        rows(region, "preparedness", Preparedness.class),
        "preparedness ",
        differences);
    return differences.stream().limit(DIFFERENCES_MAX).toList();
  }

  /** What the journal's entries make, by name. */
  private static final class Folded {
    private final Scene scene = new Scene();
    private final Map<String, Handover> handovers = new TreeMap<>();
    private final Map<String, Obstacle> obstacles = new TreeMap<>();
    private final Map<String, Transport> transports = new TreeMap<>();
    private final Map<String, MajorIncident> majorIncidents = new TreeMap<>();
    private final Map<String, Casualty> casualties = new TreeMap<>();
    private final Map<String, Rationing> rationings = new TreeMap<>();
    private final Map<String, Preparedness> preparedness = new TreeMap<>();

    private void apply(Event event, Stamp stamp) {
      switch (event) {
        case HandoverEvent e ->
            handovers.compute(e.handover().toString(), (_, h) -> Handovers.fold(h, e, stamp));
        case RoadEvent e ->
            obstacles.compute(e.obstacle().value(), (_, o) -> Obstacles.fold(o, e, stamp));
        case TransportEvent e ->
            transports.compute(e.transport().value(), (_, t) -> Transports.fold(t, e, stamp));
        case MajorIncidentEvent e ->
            majorIncidents.compute(
                e.majorIncident().value(), (_, m) -> MajorIncidents.fold(m, e, stamp));
        case CasualtyEvent e ->
            casualties.compute(e.casualty().toString(), (_, c) -> Casualties.fold(c, e, stamp));
        case RationingEvent e ->
            rationings.compute(e.rationing(), (_, r) -> Rationings.fold(r, e, stamp));
        case PreparednessEvent e ->
            preparedness.compute(e.region().value(), (_, p) -> Preparedness.fold(p, e));
        default -> scene.apply(event, stamp);
      }
    }
  }

  private Folded fold(RegionCode region, LongConsumer checked) {
    Folded folded = new Folded();
    long after = 0;
    List<Entry> entries;
    do {
      entries = journal.list(region, after, Journal.PAGE_MAX);
      for (Entry e : entries) {
        folded.apply(journal.eventOf(e), new Stamp(e.actor(), e.at()));
        after = e.seq();
      }
      checked.accept(after);
    } while (entries.size() == Journal.PAGE_MAX);
    return folded;
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
    compare(
        folded.stream().collect(Collectors.toMap(id, Function.identity())),
        rows,
        kind,
        differences);
  }

  private static <T> void compare(
      Map<String, T> expected, Map<String, T> rows, String kind, List<String> differences) {
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
