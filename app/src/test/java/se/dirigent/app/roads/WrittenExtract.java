package se.dirigent.app.roads;

import com.google.protobuf.ByteString;
import crosby.binary.Osmformat;
import crosby.binary.file.BlockOutputStream;
import crosby.binary.file.FileBlock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * A map extract made of a plain graph, as a file of the format that extracts come in.
 *
 * @param lat of each node
 * @param lon of each node
 * @param arcs one-way streets: from node, to node
 */
record WrittenExtract(double[] lat, double[] lon, int[][] arcs) {
  /** The format's own advice: at most 8 000 things a block. */
  private static final int BLOCK = 8_000;

  private static final long NANO_DEGREES_PER_UNIT = 100;
  private static final List<String> WORDS = List.of("", "highway", "residential", "oneway", "yes");

  /** Auckland's roads as the benches know them: numbers from 1, longitude first. */
  static WrittenExtract ofAuckland(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      List<String[]> nodes = rows(file, "nodes.csv");
      List<String[]> arcs = rows(file, "arcs.csv");
      return new WrittenExtract(
          nodes.stream().mapToDouble(n -> Double.parseDouble(n[2])).toArray(),
          nodes.stream().mapToDouble(n -> Double.parseDouble(n[1])).toArray(),
          arcs.stream().map(a -> new int[] {node(a[1]), node(a[2])}).toArray(int[][]::new));
    }
  }

  private static int node(String cell) {
    return (int) Double.parseDouble(cell) - 1;
  }

  private static List<String[]> rows(ZipFile file, String name) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                file.getInputStream(file.getEntry(name)), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
          .map(line -> line.split(","))
          .toList();
    }
  }

  /** Writes it: nodes first, then ways, as extracts are ordered. */
  void write(Path to) throws IOException {
    try (BlockOutputStream out = new BlockOutputStream(Files.newOutputStream(to))) {
      ByteString header =
          Osmformat.HeaderBlock.newBuilder()
              .addRequiredFeatures("OsmSchema-V0.6")
              .addRequiredFeatures("DenseNodes")
              .build()
              .toByteString();
      out.write(FileBlock.newInstance("OSMHeader", header, null));
      for (int first = 0; first < lat.length; first += BLOCK) {
        data(out, nodes(first, Math.min(lat.length, first + BLOCK)));
      }
      for (int first = 0; first < arcs.length; first += BLOCK) {
        data(out, ways(first, Math.min(arcs.length, first + BLOCK)));
      }
    }
  }

  /** Numbers and positions as differences from the one before. */
  private Osmformat.PrimitiveGroup.Builder nodes(int first, int end) {
    Osmformat.DenseNodes.Builder dense = Osmformat.DenseNodes.newBuilder();
    long id = 0;
    long south = 0;
    long west = 0;
    for (int v = first; v < end; v++) {
      long unitsLat = Math.round(lat[v] * 1e9 / NANO_DEGREES_PER_UNIT);
      long unitsLon = Math.round(lon[v] * 1e9 / NANO_DEGREES_PER_UNIT);
      dense.addId(v + 1 - id).addLat(unitsLat - south).addLon(unitsLon - west);
      id = v + 1;
      south = unitsLat;
      west = unitsLon;
    }
    return Osmformat.PrimitiveGroup.newBuilder().setDense(dense);
  }

  private Osmformat.PrimitiveGroup.Builder ways(int first, int end) {
    Osmformat.PrimitiveGroup.Builder group = Osmformat.PrimitiveGroup.newBuilder();
    for (int arc = first; arc < end; arc++) {
      int from = arcs[arc][0] + 1;
      group.addWays(
          Osmformat.Way.newBuilder()
              .setId(arc + 1L)
              .addKeys(1)
              .addVals(2)
              .addKeys(3)
              .addVals(4)
              .addRefs(from)
              .addRefs(arcs[arc][1] + 1 - from));
    }
    return group;
  }

  private static void data(BlockOutputStream out, Osmformat.PrimitiveGroup.Builder group)
      throws IOException {
    Osmformat.StringTable.Builder words = Osmformat.StringTable.newBuilder();
    WORDS.forEach(word -> words.addS(ByteString.copyFromUtf8(word)));
    ByteString block =
        Osmformat.PrimitiveBlock.newBuilder()
            .setStringtable(words)
            .addPrimitivegroup(group)
            .build()
            .toByteString();
    out.write(FileBlock.newInstance("OSMData", block, null));
  }
}
