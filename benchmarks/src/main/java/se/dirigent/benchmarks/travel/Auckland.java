package se.dirigent.benchmarks.travel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import se.dirigent.routing.hierarchy.Digraph;

/**
 * Auckland's road graph: 54 370 nodes, 90 638 arcs with times. From the shared data (University of
 * Auckland, Apache-2.0), which is not part of the project.
 *
 * @param graph the arcs
 * @param x longitude of each node, scaled to the latitude
 * @param y latitude of each node
 * @param millis time of each arc with lights and siren, rounded to milliseconds
 * @param millisNormal without
 */
public record Auckland(Digraph graph, float[] x, float[] y, int[] millis, int[] millisNormal) {
  /** Where the graph lies beside the project. */
  public static final Path FILE = Path.of("shared/data/roads/auckland/travel/roads/roads.zip");

  private static final double DAY_MILLIS = 86_400_000;

  /** What longitudes are multiplied by, so that a step is as long both ways. */
  public static final float LONGITUDE_SCALE = 0.8f;

  /** Reads the archive. */
  public static Auckland read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<String[]> nodes = rows(zip, "nodes.csv");
      List<String[]> arcs = rows(zip, "arcs.csv");
      float[] x = new float[nodes.size()];
      float[] y = new float[nodes.size()];
      for (int v = 0; v < x.length; v++) {
        x[v] = Float.parseFloat(nodes.get(v)[1]) * LONGITUDE_SCALE;
        y[v] = Float.parseFloat(nodes.get(v)[2]);
      }
      int[] tail = arcs.stream().mapToInt(a -> node(a[1])).toArray();
      int[] head = arcs.stream().mapToInt(a -> node(a[2])).toArray();
      return new Auckland(
          new Digraph(x.length, tail, head), x, y, millis(arcs, 4), millis(arcs, 5));
    }
  }

  private static int[] millis(List<String[]> arcs, int column) {
    return arcs.stream()
        .mapToInt(a -> (int) Math.round(Double.parseDouble(a[column]) * DAY_MILLIS))
        .toArray();
  }

  private static int node(String cell) {
    return (int) Double.parseDouble(cell) - 1;
  }

  /** Rows that begin with a number; the others are headings. */
  private static List<String[]> rows(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException(zip.getName() + " has no " + name);
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
          .map(line -> line.split(","))
          .toList();
    }
  }
}
