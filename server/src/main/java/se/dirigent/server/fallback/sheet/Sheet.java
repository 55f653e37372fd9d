package se.dirigent.server.fallback.sheet;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import se.dirigent.server.picture.Picture;
import se.dirigent.server.platform.region.RegionPack;

/**
 * What a sheet tells.
 *
 * @param pictureAt the last moment at which the picture was known to be right
 * @param madeAt when the sheet is made, by the same clock
 * @param drill whether it is all practice
 */
public record Sheet(
    RegionPack region,
    Picture picture,
    Instant pictureAt,
    Instant madeAt,
    Link link,
    boolean drill,
    PhoneBook phones) {

  public Sheet {
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(picture, "picture");
    Objects.requireNonNull(pictureAt, "pictureAt");
    Objects.requireNonNull(madeAt, "madeAt");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(phones, "phones");
  }

  /** How old the picture is when the sheet is made; never negative. */
  public Duration age() {
    Duration age = Duration.between(pictureAt, madeAt);
    return age.isNegative() ? Duration.ZERO : age;
  }

  ZoneId zone() {
    return ZoneId.of(region.timeZone());
  }
}
