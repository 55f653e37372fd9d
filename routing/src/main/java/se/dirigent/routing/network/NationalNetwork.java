package se.dirigent.routing.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.dirigent.core.geo.Position;
import se.dirigent.routing.drive.RoadKind;

/**
 * The built-in coarse network of Sweden with its ferries, bridges and nearest neighbours abroad:
 * places, and the roads there must be between them. Made by {@code tools/roads}, whose README says
 * from what and how true it is.
 */
public final class NationalNetwork {
  /**
   * Free speeds of a car over long stretches, km/h, junctions and passed-through villages included
   * [assumption]; limits are 70 outside built-up places, 80 to 100 on most main roads, 90 to 120 on
   * E-roads.
   */
  private static final short E_ROAD_KM_PER_HOUR = 95;

  private static final short MAIN_KM_PER_HOUR = 78;
  private static final short MINOR_KM_PER_HOUR = 70;

  private final List<Place> places;
  private final RoadNetwork network;

  /**
   * A place that can be asked for by name.
   *
   * @param name its name
   * @param country two letters
   * @param population people, 0 when not known
   * @param position its middle
   */
  public record Place(String name, String country, int population, Position position) {}

  private NationalNetwork(List<Place> places, RoadNetwork network) {
    this.places = places;
    this.network = network;
  }

  /** Reads it and finds its order: some tenths of a second, so do it once. */
  public static NationalNetwork load() {
    List<Place> places = rows("nodes.csv").stream().map(NationalNetwork::place).toList();
    return new NationalNetwork(
        places, RoadNetwork.of("Sverige (grov)", roads(places), Access.coarse()));
  }

  private static List<String[]> rows(String file) {
    InputStream in = NationalNetwork.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException("no file " + file + " on the class path; build again");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(row -> row.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Place place(String[] cells) {
    return new Place(
        cells[0],
        cells[1],
        Integer.parseInt(cells[2]),
        new Position(Double.parseDouble(cells[3]), Double.parseDouble(cells[4])));
  }

  private static Roads roads(List<Place> places) {
    List<String[]> rows = rows("roads.csv");
    int count = rows.size();
    float[] latitude = new float[places.size()];
    float[] longitude = new float[places.size()];
    for (int v = 0; v < places.size(); v++) {
      latitude[v] = (float) places.get(v).position().latitude();
      longitude[v] = (float) places.get(v).position().longitude();
    }
    Roads roads =
        new Roads(
            latitude,
            longitude,
            new int[count],
            new int[count],
            new float[count],
            new short[count],
            new byte[count],
            new byte[count],
            new int[count]);
    for (int r = 0; r < count; r++) {
      String[] cells = rows.get(r);
      roads.from()[r] = Integer.parseInt(cells[0]);
      roads.to()[r] = Integer.parseInt(cells[1]);
      roads.metres()[r] = 1000 * Float.parseFloat(cells[2]);
      roads.kmPerHour()[r] = kmPerHour(cells[3]);
      roads.kind()[r] = (byte) kind(cells[3]).ordinal();
      roads.ways()[r] = Roads.BOTH;
      roads.fixedSeconds()[r] = 60 * (Integer.parseInt(cells[4]) + Integer.parseInt(cells[5]));
    }
    return roads;
  }

  private static RoadKind kind(String name) {
    return switch (name) {
      case "e" -> RoadKind.THROUGH;
      case "main", "minor" -> RoadKind.COUNTRY;
      case "ferry" -> RoadKind.FERRY;
      default -> throw new IllegalStateException("roads.csv has a road of kind " + name);
    };
  }

  private static short kmPerHour(String name) {
    return switch (name) {
      case "e" -> E_ROAD_KM_PER_HOUR;
      case "main" -> MAIN_KM_PER_HOUR;
      case "minor" -> MINOR_KM_PER_HOUR;
      default -> 0;
    };
  }

  /** The roads. */
  public RoadNetwork network() {
    return network;
  }

  /** All places with a name. */
  public List<Place> places() {
    return places.stream().filter(p -> !p.name().isEmpty()).toList();
  }

  /** The place of that name, the largest when there are several; upper and lower case alike. */
  public Optional<Place> find(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return places.stream()
        .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(wanted))
        .max(Comparator.comparingInt(Place::population));
  }
}
