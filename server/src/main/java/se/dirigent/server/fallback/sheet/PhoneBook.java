package se.dirigent.server.fallback.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.dirigent.server.platform.json.JsonConfiguration;
import se.dirigent.server.platform.region.RegionPack;
import tools.jackson.core.JacksonException;

/**
 * Whom to call when nothing else works. Names come from the region pack; direct numbers are not
 * public, so the installation writes them to {@code phones.json} in the folder of the sheets, a
 * list of {@link PhoneLine}. A number nobody has told stays unknown and says so.
 *
 * @param lines in the order of the list
 * @param units by unit id
 * @param broken what was wrong with the file, or empty
 */
public record PhoneBook(List<PhoneLine> lines, Map<String, PhoneLine> units, String broken) {
  /** Name of the installation's file. */
  public static final String FILE = "phones.json";

  /** More than any region has; a larger file is another one, put there by mistake. */
  private static final long SIZE_MAX = 1_000_000;

  private static final String NATIONAL = "/fallback/national-phones.json";

  public PhoneBook {
    lines = List.copyOf(lines);
    units = Map.copyOf(units);
  }

  /**
   * The list of a region.
   *
   * @param neighbours names of regions whose centres are next door, by code
   * @param folder where the installation's file lies, if there is one
   */
  public static PhoneBook of(RegionPack region, Map<String, String> neighbours, Path folder) {
    Map<String, PhoneLine> told = new HashMap<>();
    List<PhoneLine> others = new ArrayList<>();
    String broken = "";
    try {
      for (PhoneLine line : read(folder.resolve(FILE))) {
        if (line.id().isEmpty()) {
          others.add(line);
        } else {
          told.put(key(line.of(), line.id()), line);
        }
      }
    } catch (IOException | RuntimeException e) {
      broken = Optional.ofNullable(e.getMessage()).orElse(e.toString()).lines().findFirst().get();
    }
    List<PhoneLine> lines = new ArrayList<>(national());
    region
        .facilities()
        .forEach(f -> lines.add(line(told, PhoneLine.Of.FACILITY, f.id(), f.name())));
    neighbours.forEach((code, name) -> lines.add(line(told, PhoneLine.Of.REGION, code, name)));
    region.stations().forEach(s -> lines.add(line(told, PhoneLine.Of.STATION, s.id(), s.name())));
    lines.addAll(others);
    Map<String, PhoneLine> units = new HashMap<>();
    told.values().stream()
        .filter(line -> line.of() == PhoneLine.Of.UNIT)
        .forEach(line -> units.put(line.id(), line));
    return new PhoneBook(lines, units, broken);
  }

  private static PhoneLine line(
      Map<String, PhoneLine> told, PhoneLine.Of of, String id, String name) {
    PhoneLine line = told.get(key(of, id));
    return line == null ? new PhoneLine(of, id, name, "", "", "") : line.named(name);
  }

  private static String key(PhoneLine.Of of, String id) {
    return of + " " + id;
  }

  private static List<PhoneLine> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    if (Files.size(file) > SIZE_MAX) {
      throw new IOException("larger than " + SIZE_MAX + " bytes");
    }
    return parse(Files.readAllBytes(file));
  }

  private static List<PhoneLine> national() {
    try (InputStream in = PhoneBook.class.getResourceAsStream(NATIONAL)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + NATIONAL);
      }
      return parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + NATIONAL, e);
    }
  }

  private static List<PhoneLine> parse(byte[] json) {
    try {
      return List.of(JsonConfiguration.mapper().readValue(json, PhoneLine[].class));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }
}
