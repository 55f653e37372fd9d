package se.dirigent.app.replay;

import java.time.Instant;
import java.util.Map;

/**
 * One case to hand over.
 *
 * @param region code of the region it belongs to
 * @param centre first part of its identity
 * @param folder second part
 * @param number third part
 * @param recordedAt when it happened
 * @param priority its priority code
 * @param body what is sent to the intake
 */
record PlannedCase(
    String region,
    String centre,
    String folder,
    String number,
    Instant recordedAt,
    String priority,
    Map<String, Object> body) {
  /** Its identity as an incident. */
  String id() {
    return centre + ":" + folder + ":" + number;
  }
}
