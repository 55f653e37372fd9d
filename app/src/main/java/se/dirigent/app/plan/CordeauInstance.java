package se.dirigent.app.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.dirigent.optimiser.plan.Ride;
import se.dirigent.optimiser.plan.RideProblem;
import se.dirigent.optimiser.plan.Stop;
import se.dirigent.optimiser.plan.Travel;
import se.dirigent.optimiser.plan.Vehicle;

/**
 * The dial-a-ride format of Cordeau and Laporte (2003) and Cordeau (2006). The first row holds
 * vehicles, a count, the longest tour, the room in a vehicle and the longest ride; then a row for
 * each node: number, x, y, service, load, earliest, latest. Node 0 is the depot, then all pick-ups,
 * then all deliveries in the same order, then in some files the depot once more. The count is of
 * rides in some files and of nodes in others, so the rows decide. Distance is time is cost; the
 * longest ride is counted without the service at the pick-up.
 */
public final class CordeauInstance {
  private static final int HEAD_COLUMNS = 5;
  private static final int ROW_COLUMNS = 7;

  /** A ride left out costs more than any tour in this format can. */
  private static final double UNSERVED_COST = 10_000;

  private CordeauInstance() {}

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException naming file, line and remedy when it is not of this format
   */
  public static RideProblem read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < lines.size(); k++) {
      if (!lines.get(k).isBlank()) {
        int columns = rows.isEmpty() ? HEAD_COLUMNS : ROW_COLUMNS;
        rows.add(numbers(file, k + 1, lines.get(k).strip(), columns));
      }
    }
    if (rows.size() < 2) {
      throw new IllegalArgumentException(file + " holds no nodes; give a dial-a-ride instance");
    }
    double[] head = rows.removeFirst();
    int rides = (int) rows.stream().filter(row -> row[4] > 0).count();
    if (rows.size() != 2 * rides + 1 && rows.size() != 2 * rides + 2) {
      throw new IllegalArgumentException(
          "%s has %d rows for %d pick-ups; give a depot, each pick-up and each delivery"
              .formatted(file, rows.size(), rides));
    }
    return problem(head, rows, rides);
  }

  private static RideProblem problem(double[] head, List<double[]> rows, int rides) {
    List<Ride> all = new ArrayList<>();
    for (int r = 1; r <= rides; r++) {
      int load = (int) rows.get(r)[4];
      Stop pickup = stop(r, rows.get(r));
      Stop delivery = stop(rides + r, rows.get(rides + r));
      all.add(new Ride(pickup, delivery, head[4], List.of(load), 0, UNSERVED_COST));
    }
    double[] depot = rows.getFirst();
    int end = rows.size() == 2 * rides + 2 ? 2 * rides + 1 : 0;
    List<Vehicle> vehicles = new ArrayList<>();
    for (int v = 0; v < head[0]; v++) {
      vehicles.add(Vehicle.of(0, end, depot[5], depot[6], head[2], List.of((int) head[3])));
    }
    return new RideProblem(all, vehicles, List.of(new Plane(rows)));
  }

  private static Stop stop(int place, double[] row) {
    return new Stop(place, row[5], row[6], row[3]);
  }

  private static double[] numbers(Path file, int line, String text, int columns) {
    String[] words = text.split("\\s+");
    try {
      if (words.length >= columns) {
        return Arrays.stream(words).limit(columns).mapToDouble(Double::parseDouble).toArray();
      }
    } catch (NumberFormatException e) {
      // Said below, with the line.
    }
    throw new IllegalArgumentException(
        "%s line %d is '%s'; give %d numbers".formatted(file, line, text, columns));
  }

  /** Straight lines in a plane; one place for each node. */
  private record Plane(List<double[]> rows) implements Travel {
    @Override
    public int places() {
      return rows.size();
    }

    @Override
    public double time(int from, int to) {
      double[] a = rows.get(from);
      double[] b = rows.get(to);
      double east = a[1] - b[1];
      double north = a[2] - b[2];
      return Math.sqrt(east * east + north * north);
    }

    @Override
    public double cost(int from, int to) {
      return time(from, to);
    }
  }
}
