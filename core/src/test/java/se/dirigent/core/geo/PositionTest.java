package se.dirigent.core.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static se.dirigent.core.Fixtures.refusal;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PositionTest {
  private static final Position STOCKHOLM = new Position(59.3293, 18.0686);
  private static final Position GOTHENBURG = new Position(57.7089, 11.9746);
  private static final Position KIRUNA = new Position(67.8558, 20.2253);
  private static final Position MALMO = new Position(55.6050, 13.0038);

  @Test
  void s01NowhereFromHere() {
    assertEquals(0, STOCKHOLM.metresTo(STOCKHOLM));
  }

  @Test
  void s02ADegreeOfLatitude() {
    // A meridian of the mean sphere: 2π · 6 371 008.8 m / 360.
    assertEquals(111_195.08, new Position(62, 15).metresTo(new Position(63, 15)), 0.01);
  }

  @Test
  void s03ADegreeOfLongitudeShrinksNorthwards() {
    assertEquals(111_195, new Position(0, 15).metresTo(new Position(0, 16)), 1);
    assertEquals(55_597, new Position(60, 15).metresTo(new Position(60, 16)), 3);
  }

  @Test
  void s04KnownDistances() {
    // Geodesics on the WGS 84 ellipsoid by Vincenty's formula; the sphere differs by up to half a
    // per cent.
    assertEquals(398_157, STOCKHOLM.metresTo(GOTHENBURG), 398_157 * 0.005);
    assertEquals(1_415_289, MALMO.metresTo(KIRUNA), 1_415_289 * 0.005);
  }

  @Test
  void s05TheOtherSideOfTheEarth() {
    double half = Math.PI * 6_371_008.8;
    assertEquals(half, new Position(0, 0).metresTo(new Position(0, 180)), 1);
    assertEquals(half, new Position(90, 0).metresTo(new Position(-90, 77)), 1);
  }

  @Test
  void s06TheDateLineIsNoWall() {
    assertEquals(22_239, new Position(0, 179.9).metresTo(new Position(0, -179.9)), 1);
  }

  @Test
  void s07TheSameBothWaysAndNoShortcutByAThird() {
    SplittableRandom random = new SplittableRandom(7);
    for (int n = 0; n < 10_000; n++) {
      Position a = anywhere(random);
      Position b = anywhere(random);
      Position c = anywhere(random);
      assertEquals(a.metresTo(b), b.metresTo(a), 1e-6, () -> a + " " + b);
      double detour = a.metresTo(c) + c.metresTo(b);
      assertEquals(a.metresTo(b), Math.min(a.metresTo(b), detour), 1, () -> a + " " + b + " " + c);
    }
  }

  @Test
  void s08OutsideTheEarthIsRefused() {
    assertEquals("position.latitude", refusal(() -> new Position(90.0001, 0)));
    assertEquals("position.latitude", refusal(() -> new Position(Double.NaN, 0)));
    assertEquals("position.longitude", refusal(() -> new Position(0, -180.1)));
    assertEquals("position.longitude", refusal(() -> new Position(0, Double.POSITIVE_INFINITY)));
  }

  @Test
  void s09ARegionCodeIsShortAndPlain() {
    assertEquals("vastra-gotaland", new RegionCode("vastra-gotaland").toString());
    for (String bad :
        new String[] {"", "a", "Skane", "skåne", "1a", "a b", "a".repeat(41), "../x"}) {
      assertEquals("region.form", refusal(() -> new RegionCode(bad)), bad);
    }
  }

  private static Position anywhere(SplittableRandom random) {
    return new Position(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
  }
}
