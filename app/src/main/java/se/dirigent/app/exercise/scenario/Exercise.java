package se.dirigent.app.exercise.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.dirigent.app.masscasualty.MassEvent;

/**
 * What is practised: an event, how it is told, and what is to be reached.
 *
 * @param title in words
 * @param event what happens, to whom and where
 * @param alarm how the first caller tells of it
 * @param injects what is fed in later, by minute
 * @param goals what those who practise are to reach
 */
public record Exercise(
    String title, MassEvent event, Alarm alarm, List<Inject> injects, Goals goals) {

  /**
   * The first call.
   *
   * @param address where, in the caller's words
   * @param municipality name
   * @param description what the caller tells
   */
  public record Alarm(String address, String municipality, String description) {}

  public Exercise {
    injects = List.copyOf(injects);
  }

  /** When the event happens by the clock of the exercise, which begins then. */
  public Instant at() {
    return event.at();
  }

  /** A minute of the exercise as a time of its clock. */
  public Instant minute(int minute) {
    return at().plus(Duration.ofMinutes(minute));
  }

  /** When what the file tells is over: goals not reached by then are missed. */
  public Instant end() {
    return minute(event.horizonMinutes());
  }

  /** How many are hurt. */
  public int casualties() {
    return event.sites().stream()
        .flatMap(site -> site.casualties().stream())
        .mapToInt(some -> some.count())
        .sum();
  }
}
