package se.dirigent.server.platform.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a paper in one language, and times as the region writes them. */
public final class PaperTexts {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter DAY_CLOCK = DateTimeFormatter.ofPattern("d/M HH:mm");

  private final Properties words;
  private final ZoneId zone;
  private final Instant now;

  /**
   * @param paper folder and name of its words, without language: {@code fallback/sheet}
   * @param language {@code sv} or {@code en}
   * @param now the moment that decides whether a time is of today
   */
  public PaperTexts(String paper, String language, ZoneId zone, Instant now) {
    this.words = read("/" + paper + "_" + language + ".properties");
    this.zone = zone;
    this.now = now;
  }

  private static Properties read(String resource) {
    Properties properties = new Properties();
    try (InputStream in = PaperTexts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no texts in " + resource + "; give sv or en");
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /**
   * The words of a key, its places {0}, {1} … filled.
   *
   * @throws IllegalStateException when there are none: a paper must not have holes
   */
  public String say(String key, Object... values) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("the paper has no words for " + key);
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  /** The word for a value of an enumeration. */
  public String word(String kind, Enum<?> value) {
    return say(kind + "." + value.name());
  }

  public Set<String> keys() {
    return words.stringPropertyNames();
  }

  /** Date and time to the second. */
  public String moment(Instant at) {
    return MOMENT.format(at.atZone(zone));
  }

  /** The time of day, with the day when it is another than today; a dash for null. */
  public String clock(@Nullable Instant at) {
    if (at == null) {
      return say("none");
    }
    boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    return (today ? CLOCK : DAY_CLOCK).format(at.atZone(zone));
  }

  /** A duration in its one or two largest units, as a person says it. */
  public String duration(Duration d) {
    Duration time = d.isNegative() ? Duration.ZERO : d;
    if (time.toSeconds() < 120) {
      return say("seconds", time.toSeconds());
    }
    if (time.toMinutes() < 120) {
      return say("minutes", time.toMinutes());
    }
    if (time.toHours() < 48) {
      return say("hours", time.toHours()) + " " + say("minutes", time.toMinutesPart());
    }
    return say("days", time.toDays());
  }

  /** How long ago something was. */
  public String ago(Instant at) {
    return duration(Duration.between(at, now));
  }

  public boolean past(Instant at) {
    return at.isBefore(now);
  }
}
