package se.dirigent.app.house;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sizes, names and leftovers. Each finding names the file, the line and what to do. */
class TidyTest {
  private static final int FILE_LINES_MAX = 400;
  private static final int LINE_LENGTH_MAX = 100;
  private static final int METHOD_LINES_MAX = 70;
  private static final int PACKAGE_TYPES_MIN = 3;
  private static final int PACKAGE_TYPES_MAX = 15;

  /** Packages outside 3–15 types, each with the reason it is let be. */
  private static final Map<String, String> ODD_PACKAGES =
      Map.ofEntries(
          entry(
              "benchmarks/src/main/java/se/dirigent/benchmarks/desk",
              "one bench; what it plays is a script of the page's own language"),
          entry(
              "benchmarks/src/main/java/se/dirigent/benchmarks/recommend",
              "one bench and the crowd it asks about"),
          entry(
              "optimiser/src/main/java/se/dirigent/optimiser/distribute/search",
              "one search on one grid of arrays that nobody else sees"),
          entry(
              "app/src/main/java/se/dirigent/app/twin",
              "one type a part of the scenario file, and the reports"),
          entry(
              "app/src/main/java/se/dirigent/app/command",
              "one type a subcommand, and the options they share"),
          entry(
              "core/src/main/java/se/dirigent/core/transport",
              "one aggregate: its value types, and its three machines of states"),
          entry(
              "core/src/main/java/se/dirigent/core/incident",
              "one aggregate: its value types, its sealed commands and its sealed events"),
          entry(
              "core/src/main/java/se/dirigent/core/patient",
              "the number and its check; whatever else identifies a patient stays out of core"),
          entry(
              "app/src/main/java/se/dirigent/app/demo",
              "one driver: callers, crews, desks and their clock, useless without each other"),
          entry(
              "app/src/main/java/se/dirigent/app/pack",
              "one reader of region packs for what plays the world, shared by demo and replay"),
          entry(
              "optimiser/src/main/java/se/dirigent/optimiser/recommend",
              "one question and its answer: half are the words of it, each a record or an enum"),
          entry(
              "simulator/src/main/java/se/dirigent/simulator/trial",
              "one run: its parts know of each other what nobody else has to know"),
          entry(
              "app/src/main/java/se/dirigent/app/plan",
              "one reader of the literature's planning problems; others will stand beside it"),
          entry(
              "server/src/main/java/se/dirigent/server/plan",
              "one planner: the problem made of orders and duties, what it changes and answers"),
          entry(
              "server/src/main/java/se/dirigent/server/transport",
              "one aggregate: orders as wards, crews and the planner read and change them"),
          entry(
              "server/src/main/java/se/dirigent/server/facility",
              "read from the region packs; a room of its own because others point at it"));

  private static final String[] CODE = {
    ".java",
    ".ts",
    ".tsx",
    ".mjs",
    ".js",
    ".css",
    ".sql",
    ".sh",
    "build-page",
    "dirigent",
    "test",
    "bench"
  };

  private static final Pattern BANNED_FOLDER =
      Pattern.compile("(^|/)(utils?|commons?|impl|dtos?|helpers?|managers?)/");
  private static final Pattern BANNED_TYPE =
      Pattern.compile("(Utils?|Impl|Dto|DTO|Helpers?|Managers?)\\.(java|ts|tsx)$");
  // Written in pieces, so that this file does not find itself.
  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.~}])/(home|Users|root|work|tm" + "p)/[\\w.$]");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "registry\\.npm" + "js|registry\\.yarn" + "pkg|repo1?\\.maven|maven\\.org/maven" + "2");
  private static final Pattern LEFTOVER =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|^(<{7}|>{7}) ");

  private static final Pattern POM_DEPENDENCY =
      Pattern.compile("<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)<");
  private static final Pattern NPM_DEPENDENCY =
      Pattern.compile("\"(?!version\")([@a-z][\\w@/.-]*)\": \"\\^?~?\\d+\\.\\d+");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  private static final SourceTree TREE = SourceTree.read();

  @Test
  void t01_noFileIsLong() {
    empty(
        "split the file by what it is about",
        TREE.list(CODE).stream()
            .filter(file -> !generated(file))
            .filter(file -> lines(file).size() > FILE_LINES_MAX)
            .map(file -> file + ": " + lines(file).size() + " lines, at most " + FILE_LINES_MAX));
  }

  @Test
  void t02_noLineIsLong() {
    empty(
        "break the line",
        TREE.list(CODE).stream()
            .filter(file -> !generated(file))
            .flatMap(file ->
                found(
                    file,
                    line ->
                        line.length() > LINE_LENGTH_MAX
                            && !line.startsWith("import ")
                            && !line.contains("://"))));
  }

  @Test
  void t03_noMethodIsLong() {
    JavaSources sources = JavaSources.parse(TREE, TREE.list(".java"));
    assertFalse(sources.methods().isEmpty(), "no methods found: the reader is broken");
    empty(
        "take out what has a name of its own",
        sources.methods().stream()
            .filter(method -> method.lines() > METHOD_LINES_MAX)
            .map(m -> m.file() + ":" + m.line() + " " + m.name() + ": " + m.lines() + " lines"));
  }

  @Test
  void t04_everyPublicTypeIsDocumented() {
    empty(
        "say in Javadoc what it is, with shapes, units and errors",
        JavaSources.parse(TREE, TREE.listMainJava()).publicTypes().stream()
            .filter(type -> !type.documented())
            .map(type -> type.file() + ": " + type.name()));
  }

  @Test
  void t05_everyPackageSaysWhatItIs() {
    empty(
        "add package-info.java: one paragraph, what it is and what it never does, @NullMarked",
        packages().keySet().stream()
            .filter(folder ->
                !TREE.list().contains(folder + "/package-info.java")
                    || !String.join("\n", lines(folder + "/package-info.java"))
                        .matches("(?s).*/\\*\\*.*@NullMarked\\s+package .*")));
  }

  @Test
  void t06_packagesHaveARightSize() {
    empty(
        "merge or split the package, or write the reason in ODD_PACKAGES",
        packages().entrySet().stream()
            .filter(entry ->
                entry.getValue() > PACKAGE_TYPES_MAX || entry.getValue() < smallest(entry.getKey()))
            .filter(entry -> !ODD_PACKAGES.containsKey(entry.getKey()))
            .map(entry -> entry.getKey() + ": " + entry.getValue() + " types"));
    empty(
        "remove the reason: the package is gone",
        ODD_PACKAGES.keySet().stream().filter(folder -> !packages().containsKey(folder)));
  }

  @Test
  void t07_noNameThatSaysNothing() {
    empty(
        "name it for what it is about",
        TREE.list().stream()
            .filter(file -> !file.startsWith("docs/"))
            .filter(f -> BANNED_FOLDER.matcher(f).find() || BANNED_TYPE.matcher(f).find()));
  }

  @Test
  void t08_noPathOfOneMachine() {
    empty("use a relative path or a setting", everywhere(MACHINE_PATH));
  }

  @Test
  void t09_noRegistryIsNamed() {
    empty(
        "registries are each user's own setting",
        Stream.concat(
            everywhere(REGISTRY),
            TREE.list("package-lock.json").stream()
                .flatMap(file -> found(file, line -> line.contains("\"resolved\"")))));
  }

  @Test
  void t10_nothingIsLeftForLater() {
    empty("do it, or write an issue", everywhere(LEFTOVER));
  }

  @Test
  void t11_scriptsCanBeRun() {
    empty(
        "chmod +x",
        Stream.of("dirigent", "test", "bench", ".ci/run", "console/build-page")
            .filter(file -> !TREE.path(file).toFile().canExecute()));
  }

  @Test
  void t12_everyDependencyHasAReason() {
    String reasons = String.join("\n", lines("ARCHITECTURE.md"));
    Stream<String> java =
        TREE.list("/pom.xml").stream()
            .flatMap(file -> matches(POM_DEPENDENCY, file))
            .filter(name -> !name.startsWith("dirigent-"));
    Stream<String> page =
        TREE.list("console/package.json").stream().flatMap(file -> matches(NPM_DEPENDENCY, file));
    empty(
        "say in ARCHITECTURE.md why it is here",
        Stream.concat(java, page)
            .distinct()
            .filter(name -> !reasons.contains("`" + name + "`") && !abbreviated(reasons, name)));
  }

  @Test
  void t13_linksLeadSomewhere() {
    empty(
        "mend the link",
        TREE.list(".md").stream()
            .flatMap(file ->
                matches(LINK, file)
                    .filter(link -> !link.matches("[a-z]+:.*"))
                    .filter(link ->
                        !Files.exists(TREE.path(file).resolveSibling(link.replaceAll("#.*", ""))))
                    .map(link -> file + ": " + link)));
  }

  @Test
  void t14_importsNameWhatTheyImport() {
    empty(
        "import each type by its name, so that a reader and a search find where it is from",
        TREE.list(".java").stream()
            .flatMap(file -> found(file, line -> line.matches("import .*\\.\\*;"))));
  }

  /** A name such as {@code -jdbc}, written after the name whose beginning it shares. */
  private static boolean abbreviated(String reasons, String name) {
    return IntStream.range(1, name.length())
        .filter(i -> name.charAt(i) == '-')
        .mapToObj(name::substring)
        .anyMatch(end -> reasons.contains("`" + end + "`"));
  }

  private static Stream<String> matches(Pattern pattern, String file) {
    return pattern.matcher(String.join("\n", lines(file))).results().map(result -> result.group(1));
  }

  /** Folder of every package of the delivered program, with its number of types. */
  private static Map<String, Integer> packages() {
    Map<String, Integer> sizes = new TreeMap<>();
    for (String file : TREE.listMainJava()) {
      sizes.merge(file.substring(0, file.lastIndexOf('/')), 1, Integer::sum);
    }
    return sizes;
  }

  /** The root package of a module, such as se.dirigent.app, may hold its door alone. */
  private static int smallest(String folder) {
    return folder.matches("[a-z]+/src/main/java/se/dirigent/[a-z]+") ? 1 : PACKAGE_TYPES_MIN;
  }

  private static boolean generated(String file) {
    return file.contains("/generated/") || file.startsWith("console/public/");
  }

  private static Stream<String> everywhere(Pattern pattern) {
    return TREE.list().stream()
        .filter(file -> !file.endsWith(".geojson") && !file.contains("/regions/"))
        .flatMap(file -> found(file, line -> pattern.matcher(line).find()));
  }

  private static Stream<String> found(String file, Predicate<String> wrong) {
    List<String> lines = lines(file);
    return IntStream.range(0, lines.size())
        .filter(i -> wrong.test(lines.get(i)))
        .mapToObj(i -> file + ":" + (i + 1) + " " + lines.get(i).strip())
        .map(text -> text.length() > 160 ? text.substring(0, 160) + "…" : text);
  }

  private static List<String> lines(String file) {
    return TREE.findLines(file).orElseGet(List::of);
  }

  private static void empty(String remedy, Stream<String> findings) {
    List<String> list = new ArrayList<>(findings.toList());
    assertEquals("", String.join("\n", list), list.size() + " findings. Remedy: " + remedy);
  }
}
