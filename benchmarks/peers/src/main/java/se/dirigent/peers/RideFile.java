package se.dirigent.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An instance in Cordeau and Laporte's format. Node 0 is the depot, then pick-ups, then deliveries.
 *
 * @param head vehicles, a count, longest tour, room in a vehicle, longest ride
 * @param nodes for each node: number, x, y, service, load, earliest, latest
 */
record RideFile(double[] head, List<double[]> nodes) {

  static RideFile read(Path file) throws IOException {
    List<double[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        rows.add(
            Arrays.stream(line.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray());
      }
    }
    double[] head = rows.removeFirst();
    if (rows.size() % 2 == 0) {
      // The depot stands at the end once more.
      rows.removeLast();
    }
    return new RideFile(head, List.copyOf(rows));
  }

  int rides() {
    return nodes.size() / 2;
  }

  int vehicles() {
    return (int) head[0];
  }

  double durationMax() {
    return head[2];
  }

  int room() {
    return (int) head[3];
  }

  /** Without the service at the pick-up. */
  double rideMax() {
    return head[4];
  }

  double distance(int from, int to) {
    return Math.hypot(
        nodes.get(from)[1] - nodes.get(to)[1], nodes.get(from)[2] - nodes.get(to)[2]);
  }

  double service(int node) {
    return nodes.get(node)[3];
  }

  int load(int node) {
    return (int) nodes.get(node)[4];
  }

  double earliest(int node) {
    return nodes.get(node)[5];
  }

  double latest(int node) {
    return nodes.get(node)[6];
  }

  /** Writes routes of node numbers, without the depot. */
  static void write(Path file, List<List<Integer>> routes) throws IOException {
    String text =
        routes.stream()
            .filter(route -> !route.isEmpty())
            .map(List::toString)
            .collect(Collectors.joining(", ", "{\"routes\": [", "]}\n"));
    Files.writeString(file, text);
  }
}
