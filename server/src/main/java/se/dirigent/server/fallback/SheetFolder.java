package se.dirigent.server.fallback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of sheets. A file is written whole under another name, brought to the disk, and only
 * then given its own: who opens a sheet never sees half of it, also after a power cut. Only the
 * account itself can read it, wherever the file system knows accounts.
 */
public final class SheetFolder {
  /** The newest sheet, always under the same name. */
  public static final String LATEST = "senaste";

  private static final String NAME = "reservblad-";
  private static final String PART = ".part";

  /** No sheet takes this long to write: the writer was killed. */
  private static final Duration PART_AGE_MAX = Duration.ofMinutes(10);

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final int keep;

  /**
   * @param keep sheets kept, the newest; 2 to 10 000
   */
  public SheetFolder(Path folder, int keep) {
    if (keep < 2 || keep > 10_000) {
      throw new IllegalArgumentException("keep is " + keep + "; give 2 to 10000 sheets");
    }
    this.folder = folder;
    this.keep = keep;
  }

  /** Name of a sheet without its ending; later sheets sort after earlier ones. */
  static String name(Instant madeAt, long seq) {
    return NAME + STAMP.format(madeAt) + "-" + seq;
  }

  /** The folder. */
  public Path path() {
    return folder;
  }

  /**
   * Writes a file under its name and as the latest of its kind.
   *
   * @param ending with its dot
   * @return the file of its own name
   */
  Path write(String name, String ending, byte[] content) throws IOException {
    makeFolder();
    replace(folder.resolve(LATEST + ending), content);
    return replace(folder.resolve(name + ending), content);
  }

  private void makeFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, readableByAccount(folder, "rwx------"));
    }
  }

  private static Path replace(Path file, byte[] content) throws IOException {
    // Service and follower may write to one folder: neither may take the other's half file.
    long writer = ProcessHandle.current().pid();
    Path part = file.resolveSibling(file.getFileName() + "." + writer + PART);
    Files.deleteIfExists(part);
    Files.createFile(part, readableByAccount(file, "rw-------"));
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    return file;
  }

  /** Nothing where the file system has no such rights, as on most memory sticks. */
  private static FileAttribute<?>[] readableByAccount(Path path, String rights) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  /** Whether others than the account can read a file: then the folder's place must be guarded. */
  static boolean openToOthers(Path file) throws IOException {
    try {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
      return rights.contains(PosixFilePermission.GROUP_READ)
          || rights.contains(PosixFilePermission.OTHERS_READ);
    } catch (UnsupportedOperationException | FileSystemException e) {
      return true;
    }
  }

  /** Removes all but the newest sheets, and what a killed writer left behind. */
  void tidy() throws IOException {
    for (String ending : List.of(".html", ".pdf")) {
      List<Path> sheets = list(ending);
      for (Path old : sheets.subList(0, Math.max(0, sheets.size() - keep))) {
        Files.deleteIfExists(old);
      }
    }
    Instant abandoned = newest().orElse(Instant.EPOCH).minus(PART_AGE_MAX);
    for (Path part : list(PART)) {
      if (written(part).isBefore(abandoned)) {
        Files.deleteIfExists(part);
      }
    }
  }

  /** When the newest page was written; empty when there is none. */
  public Optional<Instant> newest() throws IOException {
    Path latest = folder.resolve(LATEST + ".html");
    return Files.exists(latest)
        ? Optional.of(Files.getLastModifiedTime(latest).toInstant())
        : Optional.empty();
  }

  /** By the time they were written: a demo's clock may go back, the machine's does not. */
  private List<Path> list(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> ending.equals(PART) || f.getFileName().toString().startsWith(NAME))
          .filter(f -> f.getFileName().toString().endsWith(ending))
          .sorted(Comparator.comparing(SheetFolder::written).thenComparing(Path::getFileName))
          .toList();
    }
  }

  private static Instant written(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }
}
