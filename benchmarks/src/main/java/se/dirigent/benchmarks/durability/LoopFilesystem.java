package se.dirigent.benchmarks.durability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * An ext4 file system on a loop device whose power can be cut: {@code xfs_io -x -c shutdown} makes
 * the kernel stop writing to it at once and forget what it had not written, as if the machine had
 * lost its power. What a cut cannot imitate is a disk that lies about having flushed. Needs root,
 * loop devices and {@code xfs_io} (Debian: xfsprogs).
 */
final class LoopFilesystem implements AutoCloseable {

  /** A busy mount is let go when the last killed process is reaped, some milliseconds later. */
  private static final int UNMOUNT_TRIES_MAX = 100;

  private final Path image;
  private final Path mountPoint;
  private boolean mounted;

  private LoopFilesystem(Path image, Path mountPoint) {
    this.image = image;
    this.mountPoint = mountPoint;
  }

  /** Makes and mounts a new file system in a folder. The image is sparse: it grows as filled. */
  static LoopFilesystem create(Path folder, long bytes) throws IOException, InterruptedException {
    Path image = folder.resolve("power.img");
    Path mountPoint = folder.resolve("power");
    Files.createDirectories(mountPoint);
    try (FileChannel channel =
        FileChannel.open(
            image,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[1]), bytes - 1);
    }
    run("mkfs.ext4", "-q", "-F", image.toString());
    LoopFilesystem made = new LoopFilesystem(image, mountPoint);
    made.mount();
    return made;
  }

  Path mountPoint() {
    return mountPoint;
  }

  /** Mounts the image; the kernel replays the file system's own journal as after a crash. */
  void mount() throws IOException, InterruptedException {
    run("mount", "-o", "loop", image.toString(), mountPoint.toString());
    mounted = true;
  }

  /** Cuts the power. Every later write fails; nothing unwritten reaches the image any more. */
  void cut() throws IOException, InterruptedException {
    run("xfs_io", "-x", "-c", "shutdown", mountPoint.toString());
  }

  /** Unmounts; all processes using it must be gone or going. */
  void unmount() throws IOException, InterruptedException {
    for (int tries = 1; mounted; tries++) {
      try {
        run("umount", mountPoint.toString());
        mounted = false;
      } catch (IOException e) {
        if (tries == UNMOUNT_TRIES_MAX) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    unmount();
    Files.deleteIfExists(image);
    Files.deleteIfExists(mountPoint);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", List.of(command)) + ": " + output.strip());
    }
  }
}
