package se.dirigent.app.replay;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.dirigent.simulator.service.TypedCall;

/**
 * Why a run was made and when, as a row of the Rogue Valley form has it: a code such as {@code
 * 10C2}, whose number is the type and whose letter is the urgency, or a word.
 *
 * @param day null when it cannot be read
 * @param type empty when the row does not say
 * @param level from 1, or 0 when it is not known
 */
record RunType(@Nullable LocalDate day, String type, int level) {
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2}|\\d{4})\\b.*");

  private static final Pattern CODE = Pattern.compile("(\\d{1,2})([A-EO])\\d.*");

  /**
   * Which of our levels a letter is: E and D are sent the fastest with all that there is, A and O
   * without haste [assumption: the letters are an order, where they are cut is ours].
   */
  private static final Map<String, Integer> LEVELS =
      Map.of("E", 1, "D", 1, "C", 2, "B", 2, "A", 3, "O", 3);

  static RunType of(NamedCsvRecord row) {
    String type = row.findField("call_type").orElse("").strip();
    LocalDate day = day(row.findField("incident_date").orElse(""));
    Matcher code = CODE.matcher(type);
    if (code.matches()) {
      return new RunType(day, code.group(1), LEVELS.getOrDefault(code.group(2), 0));
    }
    return new RunType(day, type.equals("NULL") ? "" : type, 0);
  }

  /** The American order, month first, with a year of two digits or four. */
  private static @Nullable LocalDate day(String text) {
    Matcher day = DAY.matcher(text);
    if (!day.matches()) {
      return null;
    }
    int year = Integer.parseInt(day.group(3));
    try {
      return LocalDate.of(
          year < 100 ? 2000 + year : year,
          Integer.parseInt(day.group(1)),
          Integer.parseInt(day.group(2)));
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** The call, when day and type are known and somebody who conveys came to it. */
  Optional<TypedCall> call(Runs.Scene scene) {
    return day == null || type.isEmpty() || !scene.isReached()
        ? Optional.empty()
        : Optional.of(new TypedCall(day, type, level, scene.isConveyed(), scene.minutes()));
  }
}
