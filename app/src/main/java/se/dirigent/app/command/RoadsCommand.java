package se.dirigent.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.dirigent.app.roads.RoadImport;

/** What can be done with road networks. */
@Command(
    name = "roads",
    description = "Make road networks of map extracts.",
    subcommands = RoadsCommand.Import.class)
final class RoadsCommand implements Callable<Integer> {
  @Mixin private final JsonReport report = new JsonReport();
  @Mixin private final ServiceOptions.DataFolder data = new ServiceOptions.DataFolder();

  /** Says which networks there are. */
  @Override
  public Integer call() throws IOException {
    Path folder = data.path().resolve("roads");
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.map(f -> f.getFileName().toString()).sorted().forEach(names::add);
      }
    }
    if (!report.takesOutput()) {
      System.out.println(names.isEmpty() ? "Only the built-in network" : String.join("\n", names));
    }
    report.write(Map.of("folder", folder.toString(), "networks", names));
    return Exit.DONE;
  }

  /** Imports one. */
  @Command(
      name = "import",
      description = {
        "Make a road network of an OpenStreetMap extract (.osm.pbf) and store it.",
        "The service uses it from its next start, for journeys with both ends in it."
      })
  static final class Import implements Callable<Integer> {
    @Mixin private final JsonReport report = new JsonReport();
    @Mixin private final ServiceOptions.DataFolder data = new ServiceOptions.DataFolder();

    @Parameters(paramLabel = "FILE", description = "The extract")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
      Path folder = data.path().resolve("roads");
      RoadImport.Imported done = RoadImport.run(file, folder, System.err::println);
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("stored", done.stored().toString());
      said.put("nodes", done.network().roads().nodes());
      said.put("roads", done.network().roads().count());
      said.put("shortcuts", done.network().hierarchy().upwardArcs());
      said.put("roadsLeftOut", done.left());
      said.put("waysCut", done.broken());
      said.put("seconds", done.took().toMillis() / 1000.0);
      if (!report.takesOutput()) {
        said.forEach((what, value) -> System.out.println(what + ": " + value));
      }
      report.write(said);
      return Exit.DONE;
    }
  }
}
