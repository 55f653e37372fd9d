package se.dirigent.server.platform.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of the embedded PostgreSQL lies: {@code DATA/postgres}. Also the few file
 * operations that must survive a power cut, which need more than {@link Files} gives: content
 * flushed before the name appears, and the folder flushed after.
 *
 * @param root absolute path of {@code DATA/postgres}
 */
record PostgresFolder(Path root) {

  /** Creates the folder when it is missing, so that another account can pass through it. */
  static PostgresFolder prepare(Path dataFolder) {
    Path data = dataFolder.toAbsolutePath().normalize();
    Path root = data.resolve("postgres");
    try {
      if (!Files.isDirectory(data)) {
        Files.createDirectories(data);
        letOthersPass(data);
      }
      if (!Files.isDirectory(root)) {
        Files.createDirectories(root);
        letOthersPass(root);
      }
      return new PostgresFolder(root.toRealPath());
    } catch (IOException e) {
      throw new PostgresFailure(
          "Cannot create the data folder " + root,
          String.valueOf(e),
          "choose a folder this account may write with --data, or correct its permissions",
          e);
    }
  }

  Path binaries(String version) {
    return root.resolve(version);
  }

  Path cluster() {
    return root.resolve("cluster");
  }

  Path clusterBeingMade() {
    return root.resolve("cluster.new");
  }

  Path passwordFile() {
    return root.resolve("password");
  }

  Path portFile() {
    return root.resolve("port");
  }

  Path lockFile() {
    return root.resolve("lock");
  }

  Path startLog() {
    return root.resolve("start.log");
  }

  /** Search permission for others, so that the account PostgreSQL runs as can reach its cluster. */
  private static void letOthersPass(Path folder) throws IOException {
    Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(folder));
    permissions.add(PosixFilePermission.GROUP_EXECUTE);
    permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    Files.setPosixFilePermissions(folder, permissions);
  }

  /** Writes a small file whole or not at all, readable by its owner only, and flushes it. */
  static void writeSecret(Path file, String content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(temporary);
    Files.createFile(
        temporary,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    moveDurably(temporary, file);
  }

  /** Renames within one folder and flushes that folder: after return the name survives a crash. */
  static void moveDurably(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    flush(to.resolveSibling("."));
  }

  /** Flushes a file or a folder to the disk. */
  static void flush(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Flushes every file and folder below, the folders after what they hold. */
  static void flushTree(Path tree) throws IOException {
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              flush(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            flush(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Removes what a broken-off start left behind. Does nothing when it is not there. */
  static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
