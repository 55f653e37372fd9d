package se.dirigent.app.study;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.dirigent.app.Main;

/**
 * How a study's program is started, {@code dirigent simulate}: at the system's lowest priority and
 * with a bounded heap, so that neither its work nor its garbage is ever the service's.
 */
public final class StudyCommand {
  /** Enough for the nation's journeys in tables. */
  private static final String HEAP_MAX = "-Xmx1200m";

  private static final Path NICE = Path.of("/usr/bin/nice");

  /** More runs at once would want more memory than the heap has. */
  private static final int THREADS_MAX = 8;

  private StudyCommand() {}

  /** The words of the command line before scenarios and options. */
  public static List<String> words() {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(NICE)) {
      command.addAll(List.of(NICE.toString(), "-n", "19"));
    }
    command.addAll(program(HEAP_MAX, "-XX:+UseSerialGC"));
    command.add("simulate");
    return command;
  }

  /**
   * The words that start this program once more, before what it is to do.
   *
   * @param machine options of the virtual machine
   */
  public static List<String> program(String... machine) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(machine));
    command.addAll(List.of("-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED"));
    String classes = System.getProperty("java.class.path");
    boolean packed = classes.endsWith(".jar") && !classes.contains(File.pathSeparator);
    // A jar with jars inside finds them only when it is started as a whole.
    command.addAll(
        packed
            ? List.of("-jar", absolute(classes))
            : List.of("-cp", absolute(classes), Main.class.getName()));
    return command;
  }

  /** Runs at once: one core is left to the service. */
  public static int threads() {
    return Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, THREADS_MAX);
  }

  private static String absolute(String classes) {
    return Stream.of(classes.split(File.pathSeparator))
        .map(one -> Path.of(one).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
