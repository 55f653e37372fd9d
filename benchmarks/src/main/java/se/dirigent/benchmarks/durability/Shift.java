package se.dirigent.benchmarks.durability;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * One crew and its dispatcher at work without a pause: incident in, note, unit assigned, every
 * milestone, incident closed, the next. Each step is allowed only when all before it happened once,
 * so that a lost or doubled command shows as a refusal at the latest one step later.
 */
final class Shift implements Runnable {

  private static final List<String> CONVEYED =
      List.of(
          "ACKNOWLEDGED",
          "ROLLING",
          "AT_ADDRESS",
          "AT_PATIENT",
          "LOADED",
          "AT_DESTINATION",
          "HANDED_OVER",
          "CLEAR");

  private static final List<String> TREATED_AND_LEFT =
      List.of("ACKNOWLEDGED", "ROLLING", "AT_ADDRESS", "AT_PATIENT", "CLEAR");

  private final Ledger ledger;
  private final JsonMapper json = new JsonMapper();
  private final String unit;
  private final String folder;
  private final AtomicBoolean stop;
  private final AtomicInteger jobs = new AtomicInteger();

  /**
   * @param unit the unit this crew drives, on duty and free
   * @param folder the intake's folder, of nobody else
   * @param stop set, the job under way is finished and no other begun
   */
  Shift(Ledger ledger, String unit, String folder, AtomicBoolean stop) {
    this.ledger = ledger;
    this.unit = unit;
    this.folder = folder;
    this.stop = stop;
  }

  @Override
  public void run() {
    try {
      ledger.keep("POST", "units/" + unit + "/shift", shiftBody());
      while (!stop.get()) {
        job(jobs.incrementAndGet());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Ledger.Broken e) {
      // The ledger has the story; a crew that was lied to cannot go on.
      jobs.decrementAndGet();
    }
  }

  private void job(int number) throws InterruptedException {
    String intake = "intake/bench/%s/%d".formatted(folder, number);
    String incident = idOf(ledger.keep("PUT", intake, Intake.body(number)));
    ledger.keep(
        "POST", "incidents/" + incident + "/notes", "{\"text\":\"mark %s\"}".formatted(incident));
    String assignment =
        idOf(
            ledger.keep(
                "POST",
                "incidents/" + incident + "/assignments",
                "{\"units\":[\"%s\"]}".formatted(unit)));
    boolean conveyed = number % 2 == 0;
    for (String milestone : conveyed ? CONVEYED : TREATED_AND_LEFT) {
      ledger.keep(
          "POST",
          "assignments/" + assignment + "/milestones",
          "{\"milestone\":\"%s\"}".formatted(milestone));
    }
    if (!conveyed) {
      // An incident whose patient was conveyed is closed by the last milestone.
      ledger.keep(
          "POST",
          "incidents/" + incident + "/closing",
          "{\"outcome\":\"TREATED_AND_LEFT\",\"text\":\"done\"}");
    }
  }

  private static String shiftBody() {
    Instant now = Instant.now();
    return "{\"start\":\"%s\",\"end\":\"%s\",\"crew\":[]}"
        .formatted(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(11)));
  }

  private String idOf(String answer) {
    return json.readTree(answer).get("id").asString();
  }

  /** Jobs begun and not broken off. */
  int jobs() {
    return jobs.get();
  }
}
