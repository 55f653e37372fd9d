package se.dirigent.app.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import se.dirigent.app.pack.Packs;

/** The option that says which regions a command is about. */
final class Served {
  private static final String ALL = "all";

  @Option(
      names = "--region",
      paramLabel = "CODE",
      description = "Region, several with commas between, or all (default: ${DEFAULT-VALUE})")
  private String region;

  /**
   * @param region when the command line names none
   */
  Served(String region) {
    this.region = region;
  }

  /** For a command that is about whatever the service serves, unless told otherwise. */
  static Served everywhere() {
    return new Served(ALL);
  }

  /** Whether all regions are asked for. */
  boolean all() {
    return region.equals(ALL);
  }

  /**
   * Codes of the regions asked for.
   *
   * @throws IllegalArgumentException when there is no pack of a code
   */
  List<String> regions() {
    Packs packs = new Packs();
    if (all()) {
      return packs.codes();
    }
    List<String> codes = new ArrayList<>();
    for (String code : region.split(",")) {
      codes.add(packs.get(code.strip()).code().value());
    }
    return codes;
  }
}
