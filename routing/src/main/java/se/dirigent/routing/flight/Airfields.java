package se.dirigent.routing.flight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import se.dirigent.core.geo.Position;

/**
 * The airfields of Sweden with a hard runway long enough for the air ambulance.
 *
 * @param list all of them
 */
public record Airfields(List<Airfield> list) {
  private static final String FILE = "airfields.csv";

  public Airfields {
    list = List.copyOf(list);
  }

  /** The built-in list. */
  public static Airfields sweden() {
    InputStream in = Airfields.class.getResourceAsStream(FILE);
    if (in == null) {
      throw new IllegalStateException("no file " + FILE + " on the class path; build again");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Airfields(reader.lines().skip(1).map(Airfields::read).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Airfield read(String row) {
    String[] cells = row.split(",");
    Position position = new Position(Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
    return new Airfield(cells[0], cells[1], position, Integer.parseInt(cells[4]));
  }

  /** The nearest as the crow flies, nearest first. */
  public List<Airfield> nearest(Position to, int most) {
    return list.stream()
        .sorted(Comparator.comparingDouble(a -> a.position().metresTo(to)))
        .limit(most)
        .toList();
  }
}
