package se.dirigent.server.platform.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One server per data folder. The operating system lets go of the lock when a JVM dies, however it
 * dies, so no stale lock can ever keep a centre from starting.
 */
final class FolderLock implements AutoCloseable {

  /**
   * Files locked by this JVM. Kept apart because closing <em>any</em> channel to a locked file lets
   * go of the lock on POSIX: a second attempt in the same JVM must not even open it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock or refuses at once.
   *
   * @throws PostgresFailure when another server holds it, naming its process when it can be read
   */
  static FolderLock take(Path file) {
    if (!HELD.add(file)) {
      throw refused(file, "this very process");
    }
    FolderLock taken = null;
    try {
      taken = open(file);
      return taken;
    } catch (IOException e) {
      throw new PostgresFailure(
          "Cannot lock " + file,
          String.valueOf(e),
          "check that this account may write in that folder and that the disk is not full",
          e);
    } finally {
      if (taken == null) {
        HELD.remove(file);
      }
    }
  }

  private static FolderLock open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        String holder = Files.readString(file).strip();
        throw refused(file, holder.isEmpty() ? "another process" : "process " + holder);
      }
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid), 0);
      return new FolderLock(file, channel);
    } catch (IOException | RuntimeException e) {
      // Also on a full disk: a lock nobody knows of would keep the next start out.
      channel.close();
      throw e;
    }
  }

  private static PostgresFailure refused(Path file, String holder) {
    return new PostgresFailure(
        "The data folder " + file.getParent() + " is already in use",
        "its lock file " + file.getFileName() + " is held by " + holder,
        "stop that server first, or give this one another folder with --data");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new PostgresFailure(
          "Cannot let go of the lock " + file, String.valueOf(e), "end this process", e);
    } finally {
      HELD.remove(file);
    }
  }
}
