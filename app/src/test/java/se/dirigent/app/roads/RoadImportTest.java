package se.dirigent.app.roads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.hierarchy.Anchor;
import se.dirigent.routing.hierarchy.Metric;
import se.dirigent.routing.hierarchy.PointSearch;
import se.dirigent.routing.network.NationalNetwork;
import se.dirigent.routing.network.NetworkFile;
import se.dirigent.routing.network.NetworkTravelTimes;
import se.dirigent.routing.network.RoadNetwork;
import se.dirigent.routing.network.Roads;
import se.dirigent.routing.travel.Leg;
import se.dirigent.routing.travel.Route;
import se.dirigent.routing.travel.TravelMode;
import se.dirigent.routing.travel.Urgency;

class RoadImportTest {
  private static final Path EXTRACTS = Path.of("../../shared/data/roads/osm");
  private static final Path AUCKLAND =
      Path.of("../../shared/data/roads/auckland/travel/roads/roads.zip");

  /** Pairs asked for: a larger network has fewer sources, each to all its nodes. */
  private static final int PAIRS_MAX = 300_000;

  private static final Instant NOON = Instant.parse("2026-09-16T10:00:00Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void s1EveryRouteOnEveryExtractEqualsDijkstra() throws IOException {
    assumeTrue(Files.exists(EXTRACTS), "no ../shared/data beside the project: left out");
    for (String name : List.of("andorra", "lund-station-sweden", "oslo-east-filtered")) {
      RoadImport.Imported done =
          RoadImport.run(EXTRACTS.resolve(name + ".osm.pbf"), folder, text -> {});
      compare(name, NetworkFile.read(done.stored()));
    }
  }

  @Test
  void s2AnImportedNetworkAnswersForJourneysWithinIt() throws IOException {
    assumeTrue(Files.exists(EXTRACTS), "no ../shared/data beside the project: left out");
    RoadNetwork oslo =
        RoadImport.run(EXTRACTS.resolve("oslo-east-filtered.osm.pbf"), folder, text -> {})
            .network();
    NetworkTravelTimes times =
        NetworkTravelTimes.sweden(NationalNetwork.load().network(), List.of(oslo));
    int a = oslo.order()[0];
    int b = oslo.order()[oslo.order().length / 2];
    Position from = new Position(oslo.roads().latitude()[a], oslo.roads().longitude()[a]);
    Position to = new Position(oslo.roads().latitude()[b], oslo.roads().longitude()[b]);
    Route route = times.route(from, to, TravelMode.ROAD, Urgency.NORMAL, NOON);
    assertTrue(route.path().size() > 2, route.toString());
    assertTrue(route.legs().stream().noneMatch(l -> l.by() == Leg.By.LOCAL_ROAD), route.toString());
  }

  @Test
  void s3BrokenFilesAreSaidToBe() throws IOException {
    Path nonsense = folder.resolve("nonsense.osm.pbf");
    byte[] bytes = new byte[5000];
    new SplittableRandom(1).nextBytes(bytes);
    Files.write(nonsense, bytes);
    refused(nonsense, "is broken, cut short or no OSM PBF");
    Path empty = folder.resolve("empty.osm.pbf");
    Files.write(empty, new byte[0]);
    refused(empty, "no road");
    refused(folder.resolve("absent.osm.pbf"), "cannot be read");
    assumeTrue(Files.exists(EXTRACTS), "no ../shared/data beside the project: left out");
    byte[] lund = Files.readAllBytes(EXTRACTS.resolve("lund-station-sweden.osm.pbf"));
    Path cut = folder.resolve("cut.osm.pbf");
    Files.write(cut, Arrays.copyOf(lund, lund.length / 2));
    refused(cut, "broken");
  }

  @Test
  void s4AnExtractOfFiftyThousandNodesIsImportedAndRightToo() throws IOException {
    assumeTrue(Files.exists(AUCKLAND), "no ../shared/data beside the project: left out");
    Path file = folder.resolve("auckland.osm.pbf");
    WrittenExtract.ofAuckland(AUCKLAND).write(file);
    RoadImport.Imported done = RoadImport.run(file, folder, text -> {});
    assertTrue(done.network().roads().nodes() > 40_000, done.toString());
    compare("auckland", NetworkFile.read(done.stored()));
  }

  @Test
  void s5PositionsInMetresAreSaidToBeOfAnotherProjection() throws IOException {
    Path file = folder.resolve("sweref.osm.pbf");
    // The middle of Östersund in SWEREF 99 TM, as if its metres were degrees.
    double[] north = {7_006_000, 7_006_500};
    double[] east = {482_000, 482_500};
    new WrittenExtract(north, east, new int[][] {{0, 1}, {1, 0}}).write(file);
    refused(file, "another projection");
  }

  private void refused(Path file, String part) {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> RoadImport.run(file, folder, text -> {}));
    assertTrue(e.toString().contains(part), e.toString());
  }

  /** All pairs on a small network; many sources on a larger one. */
  private static void compare(String name, RoadNetwork network) {
    Roads roads = network.roads();
    int[] millis = new int[2 * roads.count()];
    for (int arc = 0; arc < millis.length; arc++) {
      boolean along = (arc & 1) == 0;
      boolean open = (roads.ways()[arc >> 1] & (along ? Roads.ALONG : Roads.BACK)) != 0;
      int kmPerHour = roads.kmPerHour()[arc >> 1];
      double moving = kmPerHour == 0 ? 0 : roads.metres()[arc >> 1] * 3600 / kmPerHour;
      millis[arc] =
          open
              ? (int) Math.round(moving + 1000.0 * roads.fixedSeconds()[arc >> 1])
              : Metric.UNREACHABLE;
    }
    PointSearch search = new PointSearch(new Metric(network.hierarchy(), millis));
    SplittableRandom chance = new SplittableRandom(7);
    int sources = Math.clamp(PAIRS_MAX / roads.nodes(), 1, 20);
    for (int i = 0; i < sources; i++) {
      int from = chance.nextInt(roads.nodes());
      int[] right = dijkstra(roads, millis, from);
      for (int to = 0; to < roads.nodes(); to++) {
        assertEquals(
            right[to], search.millis(Anchor.at(from), Anchor.at(to)), name + from + "-" + to);
      }
    }
  }

  private static int[] dijkstra(Roads roads, int[] millis, int source) {
    int[][] out = new int[roads.nodes()][0];
    for (int r = 0; r < roads.count(); r++) {
      out[roads.from()[r]] = with(out[roads.from()[r]], 2 * r);
      out[roads.to()[r]] = with(out[roads.to()[r]], 2 * r + 1);
    }
    int[] time = new int[roads.nodes()];
    Arrays.fill(time, Metric.UNREACHABLE);
    time[source] = 0;
    PriorityQueue<long[]> queue = new PriorityQueue<>((p, q) -> Long.compare(p[0], q[0]));
    queue.add(new long[] {0, source});
    while (!queue.isEmpty()) {
      long[] least = queue.remove();
      int v = (int) least[1];
      for (int arc : out[v]) {
        int w = (arc & 1) == 0 ? roads.to()[arc >> 1] : roads.from()[arc >> 1];
        long reached = least[0] + millis[arc];
        if (least[0] == time[v] && reached < time[w]) {
          time[w] = (int) reached;
          queue.add(new long[] {reached, w});
        }
      }
    }
    return time;
  }

  private static int[] with(int[] list, int more) {
    int[] longer = Arrays.copyOf(list, list.length + 1);
    longer[list.length] = more;
    return longer;
  }
}
