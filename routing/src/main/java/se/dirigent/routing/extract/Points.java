package se.dirigent.routing.extract;

import java.util.Arrays;
import java.util.List;

/**
 * The points that the driven ways pass: their identities in order, their positions, and how many
 * times ways pass each. Positions are set one by one as they are read.
 */
public final class Points {
  private final long[] ids;
  private final byte[] uses;
  private final float[] latitude;
  private final float[] longitude;

  /** The points of these ways; positions are not known yet. */
  public Points(List<RoadWay> ways) {
    long[] all = new long[ways.stream().mapToInt(w -> w.points().length).sum()];
    int count = 0;
    for (RoadWay way : ways) {
      System.arraycopy(way.points(), 0, all, count, way.points().length);
      count += way.points().length;
    }
    Arrays.sort(all);
    long[] distinct = new long[all.length];
    byte[] times = new byte[all.length];
    int found = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        distinct[found++] = all[i];
      }
      times[found - 1] = (byte) Math.min(2, times[found - 1] + 1);
    }
    this.ids = Arrays.copyOf(distinct, found);
    this.uses = Arrays.copyOf(times, found);
    this.latitude = new float[found];
    this.longitude = new float[found];
    Arrays.fill(latitude, Float.NaN);
  }

  /** Index of a point, negative when no way passes it. */
  int index(long id) {
    return Arrays.binarySearch(ids, id);
  }

  int count() {
    return ids.length;
  }

  /**
   * Notes where a point is; one that no way passes is ignored.
   *
   * @throws IllegalArgumentException when these are no degrees: the file is in another projection
   */
  public void set(long id, double lat, double lon) {
    int index = index(id);
    if (index < 0) {
      return;
    }
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      throw new IllegalArgumentException(
          "point "
              + id
              + " lies at "
              + lat
              + ", "
              + lon
              + ", which are no degrees of latitude and longitude; the file is in another"
              + " projection: convert it to WGS84 (EPSG:4326)");
    }
    latitude[index] = (float) lat;
    longitude[index] = (float) lon;
  }

  boolean known(int index) {
    return !Float.isNaN(latitude[index]);
  }

  /** Whether more than one way, or one way more than once, passes a point. */
  boolean shared(int index) {
    return uses[index] > 1;
  }

  float latitude(int index) {
    return latitude[index];
  }

  float longitude(int index) {
    return longitude[index];
  }

  /** Metres between two points on a plane around them: true to a millionth for a road's pieces. */
  double metres(int a, int b) {
    double lat = Math.toRadians((latitude[a] + latitude[b]) / 2);
    double x = (longitude[b] - longitude[a]) * Math.cos(lat) * 111_195;
    return Math.hypot(x, (latitude[b] - latitude[a]) * 111_195.0);
  }
}
