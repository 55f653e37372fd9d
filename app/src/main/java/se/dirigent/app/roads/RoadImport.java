package se.dirigent.app.roads;

import crosby.binary.Fileformat;
import crosby.binary.file.BlockInputStream;
import crosby.binary.file.BlockReaderAdapter;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import se.dirigent.routing.extract.ExtractBuilder;
import se.dirigent.routing.extract.Points;
import se.dirigent.routing.network.Access;
import se.dirigent.routing.network.NetworkFile;
import se.dirigent.routing.network.RoadNetwork;

/** Makes a stored road network of an extract, in two readings of the file. */
public final class RoadImport {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Most bytes of a block's header, by the format's definition. */
  private static final int HEADER_BYTES_MAX = 1 << 16;

  private RoadImport() {}

  /**
   * What came of it.
   *
   * @param network the network
   * @param stored the file it is stored in
   * @param left roads left out, since nothing joins them to the others
   * @param broken ways cut at the edge of the extract
   * @param took how long it took
   */
  public record Imported(RoadNetwork network, Path stored, int left, int broken, Duration took) {}

  /**
   * Reads, orders and stores.
   *
   * @param file an extract, {@code .osm.pbf}
   * @param folder where the network goes; made when missing
   * @param progress told what begins
   * @throws IllegalArgumentException when the file is broken, of another kind or projection, or
   *     holds no roads; the message says which
   */
  public static Imported run(Path file, Path folder, Consumer<String> progress) throws IOException {
    long begun = System.nanoTime();
    String name = file.getFileName().toString().replaceFirst("(\\.osm)?(\\.pbf)?$", "");
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(file + " cannot be read; give an .osm.pbf file");
    }
    progress.accept("reading ways");
    PbfWays ways = new PbfWays();
    read(file, ways);
    Points points = new Points(ways.ways());
    progress.accept("reading points");
    read(file, new PbfPoints(points));
    ExtractBuilder.Extract extract = ExtractBuilder.build(ways.ways(), points);
    progress.accept("ordering " + extract.roads().nodes() + " nodes");
    RoadNetwork network = RoadNetwork.of(name, extract.roads(), Access.detailed());
    Files.createDirectories(folder);
    Path stored = folder.resolve(name + NetworkFile.SUFFIX);
    NetworkFile.write(network, stored);
    return new Imported(
        network,
        stored,
        extract.left(),
        extract.broken(),
        Duration.ofNanos(System.nanoTime() - begun));
  }

  /** Walks from block to block: the reader itself takes a file cut short for one that ends. */
  private static void checkWhole(Path file) throws IOException {
    long left = Files.size(file);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES))) {
      while (left > 0) {
        int length = in.readInt();
        if (length < 0 || length > HEADER_BYTES_MAX) {
          throw new IOException("a block header of " + length + " bytes");
        }
        byte[] header = in.readNBytes(length);
        int size = Fileformat.BlobHeader.parseFrom(header).getDatasize();
        if (size < 0) {
          throw new IOException("a block of " + size + " bytes");
        }
        in.skipNBytes(size);
        left -= Integer.BYTES + length + size;
      }
    }
  }

  private static void read(Path file, BlockReaderAdapter pass) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
      checkWhole(file);
      new BlockInputStream(in, pass).process();
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      // The reader knows many ways to trip over a bad file, some of them Errors of its own.
      if (e instanceof VirtualMachineError) {
        throw e;
      }
      throw new IllegalArgumentException(
          file + " is broken, cut short or no OSM PBF file (" + e + "); fetch it again", e);
    }
  }
}
