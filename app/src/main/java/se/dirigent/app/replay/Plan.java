package se.dirigent.app.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a recording is played where.
 *
 * @param cases the calls to play, in the order of time
 * @param read calls in the file
 * @param otherType calls left out because of their type
 * @param otherTime calls left out because of their time
 * @param outside calls that lie in none of the regions
 * @param overLimit calls left out because the limit was reached
 */
public record Plan(
    List<PlannedCase> cases, int read, int otherType, int otherTime, int outside, int overLimit) {
  /**
   * What of the recording is wanted.
   *
   * @param type type wanted, its sub-types ({@code type, something}) included; empty for all
   * @param from first day wanted, or null
   * @param to last day wanted, or null
   * @param limit most cases
   */
  public record Wanted(String type, @Nullable LocalDate from, @Nullable LocalDate to, int limit) {

    boolean type(Recorded call) {
      return type.isEmpty()
          || call.type().equalsIgnoreCase(type)
          || call.type()
              .toLowerCase(Locale.ROOT)
              .startsWith(type.toLowerCase(java.util.Locale.ROOT) + ",");
    }

    boolean time(Instant at, ZoneId zone) {
      LocalDate day = at.atZone(zone).toLocalDate();
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
  }

  /** Plans the playing of a recording. */
  public static Plan of(Recording recording, Wanted wanted, Placing placing) {
    ZoneId zone = ZoneId.of("Europe/Stockholm");
    List<PlannedCase> cases = new ArrayList<>();
    int otherType = 0;
    int otherTime = 0;
    int outside = 0;
    int overLimit = 0;
    for (Recorded call : recording.calls()) {
      if (!wanted.type(call)) {
        otherType++;
      } else if (!wanted.time(call.at(), zone)) {
        otherTime++;
      } else {
        Optional<PlannedCase> planned = placing.place(call);
        if (planned.isEmpty()) {
          outside++;
        } else if (cases.size() >= wanted.limit()) {
          overLimit++;
        } else {
          cases.add(planned.get());
        }
      }
    }
    return new Plan(
        List.copyOf(cases), recording.calls().size(), otherType, otherTime, outside, overLimit);
  }
}
