package se.dirigent.server.platform.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The operating-system account PostgreSQL runs as. PostgreSQL refuses to run as root, so as root
 * its programs go through {@code setpriv} (util-linux), which drops user, groups and with them all
 * capabilities before the program starts, and keeps the process id. As anyone else PostgreSQL runs
 * as we do.
 *
 * @param name account name, for messages
 * @param uid numeric user id
 * @param gid numeric group id
 * @param dropped whether we are root and give up our privileges for every program
 */
record ServerAccount(String name, int uid, int gid, boolean dropped) {

  /** Accounts tried in order when we are root: PostgreSQL's own, then the least one of all. */
  private static final List<String> CANDIDATES = List.of("postgres", "nobody");

  /** A program's exit code and what it wrote, both streams together. */
  record Outcome(int exitCode, String output) {}

  static ServerAccount current() {
    UnixSystem system = new UnixSystem();
    if (system.getUid() != 0) {
      return new ServerAccount(
          system.getUsername(), (int) system.getUid(), (int) system.getGid(), false);
    }
    return lessThanRoot(Path.of("/etc/passwd"));
  }

  /** The account to use instead of root, from a file in the format of passwd(5). */
  static ServerAccount lessThanRoot(Path passwd) {
    try {
      List<String> lines = Files.readAllLines(passwd);
      for (String candidate : CANDIDATES) {
        for (String line : lines) {
          String[] fields = line.split(":", -1);
          if (fields.length >= 4 && fields[0].equals(candidate)) {
            return new ServerAccount(
                candidate, Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), true);
          }
        }
      }
    } catch (IOException | NumberFormatException e) {
      throw noAccount(passwd, String.valueOf(e), e);
    }
    throw noAccount(passwd, "neither of " + CANDIDATES + " is there", null);
  }

  private static PostgresFailure noAccount(Path passwd, String why, @Nullable Throwable cause) {
    return new PostgresFailure(
        "PostgreSQL refuses to run as root, and no other account was found in " + passwd,
        why,
        "create an account named postgres, or start the server as an ordinary user",
        cause);
  }

  /** The command that runs another as this account. */
  List<String> command(List<String> program) {
    if (!dropped) {
      return program;
    }
    List<String> command = new ArrayList<>();
    command.add("setpriv");
    command.add("--reuid=" + uid);
    command.add("--regid=" + gid);
    command.add("--clear-groups");
    command.add("--no-new-privs");
    command.addAll(program);
    return command;
  }

  /**
   * A process builder for a program run as this account, in a folder the account can stand in and
   * with an environment of our own: no {@code PG…} variable of the caller may change a setting.
   */
  ProcessBuilder builder(List<String> program, Path workingFolder) {
    ProcessBuilder builder = new ProcessBuilder(command(program));
    builder.directory(workingFolder.toFile());
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    environment.clear();
    environment.put("PATH", path + ":/usr/bin:/bin");
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    builder.redirectInput(Path.of("/dev/null").toFile());
    return builder;
  }

  /** Runs a program to its end. Its output must be small (it is read whole). */
  Outcome run(List<String> program, Path workingFolder, Duration limit) {
    Path output = null;
    try {
      output = Files.createTempFile("dirigent-postgres", ".out");
      Process process =
          builder(program, workingFolder)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new PostgresFailure(
            "The program " + program.getFirst() + " did not end within " + limit,
            Files.readString(output, StandardCharsets.UTF_8).strip(),
            "check the load of the machine and its disk, then start again");
      }
      return new Outcome(process.exitValue(), Files.readString(output).strip());
    } catch (IOException e) {
      throw new PostgresFailure(
          "Cannot run " + String.join(" ", command(program)),
          String.valueOf(e),
          dropped
              ? "install setpriv (util-linux), or start the server as an ordinary user"
              : "check that the program is there and may be run",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresFailure(
          "Interrupted while waiting for " + program.getFirst(), "interrupted", "start again", e);
    } finally {
      forget(output);
    }
  }

  private static void forget(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  /** Gives a file or folder to this account. Nothing to do unless we are root. */
  void own(Path path) throws IOException {
    if (dropped) {
      Files.setAttribute(path, "unix:uid", uid);
      Files.setAttribute(path, "unix:gid", gid);
    }
  }

  /**
   * Checks that this account can pass all the way down to a folder.
   *
   * @throws PostgresFailure naming the first folder on the way that stops it
   */
  void requireReach(Path folder) {
    if (!dropped || canPass(folder)) {
      return;
    }
    Path stop = folder;
    for (Path ancestor = folder; ancestor != null; ancestor = ancestor.getParent()) {
      if (!canPass(ancestor)) {
        stop = ancestor;
      }
    }
    throw new PostgresFailure(
        "PostgreSQL cannot reach its data folder " + folder,
        "it runs as account " + name + " (never as root), which may not pass through " + stop,
        "choose another folder with --data, for example /var/lib/dirigent, or run: chmod o+x "
            + stop);
  }

  private boolean canPass(Path folder) {
    List<String> probe = List.of("test", "-x", folder.toString());
    return run(probe, Path.of("/"), Duration.ofSeconds(10)).exitCode() == 0;
  }
}
