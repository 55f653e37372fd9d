package se.dirigent.app.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Checks of the machine the service is to run on. */
public final class Machine {
  private static final long GIB = 1L << 30;

  /** Start and a region with some load take about 1 GiB here, PostgreSQL's cache some more. */
  private static final long MEMORY_MIN = 2 * GIB;

  /** Programs, an empty cluster and its write-ahead log take under 1 GiB; the rest is growth. */
  private static final long DISK_MIN = 5 * GIB;

  /** No clock that runs is before the program was built. */
  private static final Instant BUILT_AFTER = Instant.parse("2026-01-01T00:00:00Z");

  private Machine() {}

  /** Whether the JDK is new enough. */
  public static Finding jdk() {
    String version = Runtime.version() + " in " + System.getProperty("java.home");
    return Runtime.version().feature() >= 25
        ? Finding.ok("JDK", version)
        : Finding.failed("JDK", version, "install JDK 25 or later and set JAVA_HOME");
  }

  /** Whether there is memory enough. */
  public static Finding memory() {
    long total = 0;
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean os) {
      total = os.getTotalMemorySize();
    }
    String seen =
        "%s in all, %s for Java".formatted(gib(total), gib(Runtime.getRuntime().maxMemory()));
    return total >= MEMORY_MIN
        ? Finding.ok("memory", seen)
        : Finding.warning("memory", seen, "give the machine at least 2 GiB");
  }

  /** Whether the data folder's disk has room. */
  public static Finding disk(Path data) {
    Path there = existing(data);
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      String seen = gib(free) + " free at " + there;
      return free >= DISK_MIN
          ? Finding.ok("disk", seen)
          : Finding.warning("disk", seen, "free some space, or choose another disk with --data");
    } catch (IOException e) {
      return Finding.failed("disk", e.toString(), "choose another folder with --data");
    }
  }

  /** Whether the data folder can be made or written. */
  public static Finding folder(Path data) {
    Path there = existing(data);
    String seen = there.equals(data) ? data + " is there" : data + " will be made";
    if (!Files.isDirectory(there)) {
      return Finding.failed(
          "data folder", there + " is not a folder", "choose another with --data");
    }
    return Files.isWritable(there)
        ? Finding.ok("data folder", seen)
        : Finding.failed(
            "data folder",
            there + " may not be written by " + System.getProperty("user.name"),
            "change its owner, or choose another folder with --data");
  }

  private static Path existing(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  /** Whether the clock can be right, and whether somebody keeps it so. */
  public static Finding clock() {
    Instant now = Instant.now();
    String seen = now + ", zone " + ZoneId.systemDefault();
    if (now.isBefore(BUILT_AFTER)) {
      return Finding.failed(
          "clock", seen, "set the clock; every time in the journal comes from it");
    }
    boolean kept =
        Files.exists(Path.of("/run/systemd/timesync/synchronized"))
            || Files.exists(Path.of("/run/chrony/chronyd.pid"))
            || Files.exists(Path.of("/run/chronyd.pid"))
            || Files.exists(Path.of("/run/ntpd.pid"));
    return kept
        ? Finding.ok("clock", seen + ", synchronised")
        : Finding.warning(
            "clock", seen + ", no time service seen", "run chrony or systemd-timesyncd");
  }

  /** Whether nobody listens on the port yet. */
  public static Finding port(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return Finding.ok("port " + port, "free");
    } catch (IOException e) {
      return Finding.failed(
          "port " + port, "taken: " + e.getMessage(), "stop what listens there, or choose --port");
    }
  }

  private static String gib(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) GIB);
  }
}
