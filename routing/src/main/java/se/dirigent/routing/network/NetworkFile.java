package se.dirigent.routing.network;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A network in a file: its roads and its order, so that reading needs no searching. Numbers are
 * big-endian; a checksum at the end finds a file cut short or changed.
 */
public final class NetworkFile {
  /** How the names of such files end. */
  public static final String SUFFIX = ".roads";

  private static final int MAGIC = 0x44697267;
  private static final int VERSION = 1;

  /** Most nodes or roads of a file: a continent. What claims more is no network of ours. */
  private static final int COUNT_MAX = 200_000_000;

  /** Bytes moved at a time. */
  private static final int CHUNK = 1 << 16;

  private NetworkFile() {}

  /** Writes a network; the file appears whole or not at all. */
  public static void write(RoadNetwork network, Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    CRC32 sum = new CRC32();
    try (DataOutputStream out =
        new DataOutputStream(
            new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(fresh), CHUNK), sum))) {
      Roads roads = network.roads();
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeUTF(network.name());
      Access access = network.access();
      out.writeDouble(access.localMetresMax());
      out.writeDouble(access.localKmPerHour());
      out.writeDouble(access.walkMetresMax());
      out.writeDouble(access.directMetresMax());
      out.writeInt(roads.nodes());
      out.writeInt(roads.count());
      writeFloats(out, roads.latitude());
      writeFloats(out, roads.longitude());
      writeInts(out, roads.from());
      writeInts(out, roads.to());
      writeFloats(out, roads.metres());
      writeShorts(out, roads.kmPerHour());
      out.write(roads.kind());
      out.write(roads.ways());
      writeInts(out, roads.fixedSeconds());
      writeInts(out, network.order());
      out.flush();
      out.writeLong(sum.getValue());
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Reads a network.
   *
   * @throws IOException when the file is not one of ours, cut short or changed; the message says
   *     which and what to do
   */
  public static RoadNetwork read(Path file) throws IOException {
    CRC32 sum = new CRC32();
    try (DataInputStream in =
        new DataInputStream(
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), CHUNK), sum))) {
      if (in.readInt() != MAGIC || in.readInt() != VERSION) {
        throw new IOException(
            file + " is no road network of this version; run: dirigent roads import");
      }
      String name = in.readUTF();
      Access access =
          new Access(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
      int nodes = count(file, in.readInt());
      int count = count(file, in.readInt());
      Roads roads =
          new Roads(
              readFloats(in, nodes),
              readFloats(in, nodes),
              readInts(in, count),
              readInts(in, count),
              readFloats(in, count),
              readShorts(in, count),
              readBytes(in, count),
              readBytes(in, count),
              readInts(in, count));
      int[] order = readInts(in, nodes);
      long expected = sum.getValue();
      if (in.readLong() != expected) {
        throw new IOException(file + " has been changed or damaged; run: dirigent roads import");
      }
      return new RoadNetwork(name, roads, order, access);
    } catch (EOFException e) {
      throw new IOException(file + " is cut short; run: dirigent roads import", e);
    }
  }

  /** All networks of a folder in order of name; none when there is no such folder. */
  static List<RoadNetwork> readAll(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(NetworkFile::readUnchecked)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RoadNetwork readUnchecked(Path file) {
    try {
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static int count(Path file, int value) throws IOException {
    if (value < 0 || value > COUNT_MAX) {
      throw new IOException(file + " claims " + value + " rows; it is damaged, import it again");
    }
    return value;
  }

  private static void writeInts(DataOutputStream out, int[] values) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
    for (int i = 0; i < values.length; ) {
      int n = Math.min(CHUNK / Integer.BYTES, values.length - i);
      buffer.clear().asIntBuffer().put(values, i, n);
      out.write(buffer.array(), 0, n * Integer.BYTES);
      i += n;
    }
  }

  private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    writeInts(out, bits);
  }

  private static void writeShorts(DataOutputStream out, short[] values) throws IOException {
    for (short value : values) {
      out.writeShort(value);
    }
  }

  private static byte[] readBytes(DataInputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  /** Grows as bytes come, so that a damaged count cannot ask for more memory than the file has. */
  private static int[] readInts(DataInputStream in, int count) throws IOException {
    byte[] bytes = readBytes(in, Math.multiplyExact(count, Integer.BYTES));
    int[] values = new int[count];
    ByteBuffer.wrap(bytes).asIntBuffer().get(values);
    return values;
  }

  private static float[] readFloats(DataInputStream in, int count) throws IOException {
    byte[] bytes = readBytes(in, Math.multiplyExact(count, Float.BYTES));
    float[] values = new float[count];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }

  private static short[] readShorts(DataInputStream in, int count) throws IOException {
    byte[] bytes = readBytes(in, Math.multiplyExact(count, Short.BYTES));
    short[] values = new short[count];
    ByteBuffer.wrap(bytes).asShortBuffer().get(values);
    return values;
  }
}
