package se.dirigent.benchmarks.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import se.dirigent.benchmarks.travel.Auckland;
import se.dirigent.core.geo.Position;
import se.dirigent.optimiser.standby.Reach;
import se.dirigent.optimiser.standby.StandbyRules;
import se.dirigent.simulator.arrival.Rhythm;
import se.dirigent.simulator.ground.Ground;
import se.dirigent.simulator.ground.Streets;
import se.dirigent.simulator.trial.CallModel;
import se.dirigent.simulator.trial.TrialUnit;
import se.dirigent.simulator.trial.TrialWorld;

/**
 * The published model of Auckland (JEMSS, University of Auckland, Apache-2.0): roads, stations,
 * hospitals, 16 ambulances where a search had put them, 280 calls a day, priorities .57/.245/.185,
 * 50 s to dispatch, scene and hand-over Exp(12 min), four of five conveyed; late after 8, 8 and 20
 * minutes. Its raster of inhabitants is not among the data: calls come evenly from the street
 * junctions of the 550 km² where these are densest, gathered in cells of 800 m.
 */
final class AucklandWorld {
  private static final double KM_PER_DEGREE = 111.195;
  private static final double CELL_KM = 0.8;

  /** Junctions in a square kilometre that make it urban: gives the area of 550 km². */
  private static final int URBAN_MIN = 32;

  private static final Duration LATE_DRIVE = Duration.ofSeconds(430);

  /** Points beside the 17 stations where units may stand; the published model has none. */
  private static final int POINTS = 15;

  /** What a place that is in reach already still counts when points are chosen. */
  private static final double REACHED = 0.3;

  /** Found with seeds 1 to 4: distances are short, so that a longer drive must bring more. */
  private static final StandbyRules RULES =
      new StandbyRules(
          0.15,
          0.005,
          0.05,
          0,
          4,
          Duration.ZERO,
          Duration.ofMinutes(40),
          List.of(new Reach.Step(1, 1)));

  private AucklandWorld() {}

  static TrialWorld read(Path folder, int threads) throws IOException {
    Auckland roads = Auckland.read(folder.resolve("travel/roads/roads.zip"));
    float[] longitude = new float[roads.x().length];
    for (int v = 0; v < longitude.length; v++) {
      longitude[v] = roads.x()[v] / Auckland.LONGITUDE_SCALE;
    }
    Streets streets =
        new Streets(
            roads.graph(),
            roads.y(),
            longitude,
            positive(roads.millis()),
            positive(roads.millisNormal()));
    List<List<Integer>> cells = cells(streets);
    int[] zones = cells.stream().mapToInt(cell -> middle(streets, cell)).toArray();
    double[] demand = cells.stream().mapToDouble(List::size).toArray();
    int[] stations = nodes(streets, folder.resolve("stations/stations_1.csv"));
    int[] hospitals = nodes(streets, folder.resolve("hospitals/hospitals_1.csv"));
    Ground bare = new Ground(streets, zones, demand, stations, hospitals, threads);
    int[] bases = IntStream.concat(Arrays.stream(stations), points(bare)).toArray();
    Ground ground = new Ground(streets, zones, demand, bases, hospitals, threads);
    List<String[]> ambulances = rows(folder.resolve("ambulances/ambulances_1.csv"));
    List<TrialUnit> units =
        ambulances.stream()
            .map(row -> TrialUnit.always("a" + row[0], Integer.parseInt(row[1]) - 1))
            .toList();
    return TrialWorld.of(
        "auckland",
        ground,
        streets.nodes(),
        TrialWorld.Areas.one("Auckland", ground.zones()),
        model(),
        units,
        stations.length,
        RULES);
  }

  /**
   * Standby points, one after the other where most calls are reached in time that nobody reaches
   * yet; from roads and inhabitants alone, without a look at any call.
   */
  private static IntStream points(Ground ground) {
    double[] left = ground.demand().clone();
    for (int base = 0; base < ground.bases(); base++) {
      reach(ground, ground.node(ground.base(base))).forEach(zone -> left[zone] *= REACHED);
    }
    List<Integer> chosen = new ArrayList<>();
    while (chosen.size() < POINTS) {
      int best =
          IntStream.range(0, ground.zones())
              .boxed()
              .max(
                  Comparator.comparingDouble(
                      zone -> reach(ground, ground.node(zone)).mapToDouble(z -> left[z]).sum()))
              .orElseThrow();
      chosen.add(ground.node(best));
      reach(ground, ground.node(best)).forEach(zone -> left[zone] *= REACHED);
    }
    return chosen.stream().mapToInt(node -> node);
  }

  private static IntStream reach(Ground ground, int node) {
    return IntStream.range(0, ground.zones())
        .filter(zone -> ground.millis(node, zone, true) <= LATE_DRIVE.toMillis());
  }

  private static int[] positive(int[] millis) {
    return Arrays.stream(millis).map(m -> Math.max(1, m)).toArray();
  }

  private static CallModel model() {
    Duration twelve = Duration.ofMinutes(12);
    return new CallModel(
        280,
        Rhythm.even(),
        List.of(
            new CallModel.Level(0.57, Duration.ofMinutes(8), true, 0.8),
            new CallModel.Level(0.245, Duration.ofMinutes(8), true, 0.8),
            new CallModel.Level(0.185, Duration.ofMinutes(20), false, 0.8)),
        Duration.ofMinutes(8).minus(LATE_DRIVE),
        Duration.ZERO,
        CallModel.Service.exponential(twelve, twelve));
  }

  /** Urban junctions by cell. */
  private static List<List<Integer>> cells(Streets streets) {
    Map<List<Long>, List<Integer>> squares = new HashMap<>();
    for (int v = 0; v < streets.nodes(); v++) {
      squares.computeIfAbsent(square(streets, v, 1), _ -> new ArrayList<>()).add(v);
    }
    Map<List<Long>, List<Integer>> cells =
        new TreeMap<>(Comparator.comparing(List<Long>::getFirst).thenComparing(List::getLast));
    squares.values().stream()
        .filter(square -> square.size() >= URBAN_MIN)
        .flatMap(List::stream)
        .sorted()
        .forEach(
            v -> cells.computeIfAbsent(square(streets, v, CELL_KM), _ -> new ArrayList<>()).add(v));
    return List.copyOf(cells.values());
  }

  private static List<Long> square(Streets streets, int node, double km) {
    double x = streets.longitude()[node] * Auckland.LONGITUDE_SCALE;
    return List.of(
        (long) Math.floor(streets.latitude()[node] * KM_PER_DEGREE / km),
        (long) Math.floor(x * KM_PER_DEGREE / km));
  }

  /** The junction nearest to the mean of all in a cell. */
  private static int middle(Streets streets, List<Integer> cell) {
    double latitude = cell.stream().mapToDouble(v -> streets.latitude()[v]).average().orElseThrow();
    double longitude =
        cell.stream().mapToDouble(v -> streets.longitude()[v]).average().orElseThrow();
    Position mean = new Position(latitude, longitude);
    return cell.stream()
        .min(Comparator.comparingDouble(v -> mean.metresTo(streets.position(v))))
        .orElseThrow();
  }

  private static int[] nodes(Streets streets, Path file) throws IOException {
    return rows(file).stream()
        .map(row -> new Position(Double.parseDouble(row[2]), Double.parseDouble(row[1])))
        .mapToInt(streets::nearest)
        .toArray();
  }

  /** Rows that begin with a number; the others are headings. */
  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
        .map(line -> line.split(",", -1))
        .toList();
  }
}
