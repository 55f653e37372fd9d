package se.dirigent.server.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL says of itself in {@code postmaster.pid}. The file stays behind when
 * the process is killed, so nothing in it is true until it is proven.
 *
 * @param pid process id of the postmaster
 * @param startedAt when that process wrote the file, to the second
 * @param port TCP port on loopback
 * @param ready whether it answers queries (false while it starts, recovers or stops)
 */
record PostmasterFile(long pid, Instant startedAt, int port, boolean ready) {

  /** Lines by number, from PostgreSQL's {@code src/include/utils/pidfile.h}. */
  private static final int PID = 0;

  private static final int START_TIME = 2;
  private static final int PORT = 3;
  private static final int STATUS = 7;

  /** Two seconds in all, a hundred times what PostgreSQL takes to write its first line. */
  private static final int EMPTY_LOOKS = 20;

  private static final int EMPTY_PAUSE_MILLIS = 100;

  static Path in(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /** Reads the file; empty when there is none or it is only half written. */
  static Optional<PostmasterFile> find(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(in(cluster));
      if (lines.size() <= PORT) {
        return Optional.empty();
      }
      boolean ready = lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.get(PID).strip()),
              Instant.ofEpochSecond(Long.parseLong(lines.get(START_TIME).strip())),
              Integer.parseInt(lines.get(PORT).strip()),
              ready));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new PostgresFailure(
          "Cannot read " + in(cluster),
          String.valueOf(e),
          "check that this account may read it; never delete it while PostgreSQL runs",
          e);
    }
  }

  /**
   * Deletes a pid file that a power cut left without a byte: PostgreSQL would refuse to start over
   * it for ever. A postmaster that is just being started writes it within milliseconds of making
   * it, so it is given a while; one in the middle of that after our folder lock was taken can only
   * be the orphan of a server killed in the same moment.
   */
  static void deleteEmpty(Path cluster) {
    Path file = in(cluster);
    try {
      for (int looks = 0; Files.exists(file) && Files.size(file) == 0; looks++) {
        if (looks == EMPTY_LOOKS) {
          Files.delete(file);
          return;
        }
        Thread.sleep(EMPTY_PAUSE_MILLIS);
      }
    } catch (NoSuchFileException e) {
      // The orphan has ended meanwhile: nothing is in the way.
      return;
    } catch (IOException e) {
      throw new PostgresFailure(
          "The file " + file + " is empty and cannot be deleted",
          String.valueOf(e),
          "make sure that no PostgreSQL runs on this folder, then delete the file",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The process with this id, if there is one and it can be the one that wrote the file: a process
   * started later only carries a number that was given out again.
   */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::mayHaveWrittenTheFile);
  }

  private boolean mayHaveWrittenTheFile(ProcessHandle handle) {
    ProcessHandle.Info info = handle.info();
    boolean oldEnough =
        info.startInstant().map(start -> !start.isAfter(startedAt.plusSeconds(2))).orElse(true);
    boolean rightProgram = info.command().map(command -> command.contains("postgres")).orElse(true);
    return oldEnough && rightProgram;
  }
}
