package se.dirigent.server.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.incident.Contact;
import se.dirigent.core.incident.DoctorQuestion;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Location;
import se.dirigent.core.incident.Note;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.incident.PendingDowngrade;
import se.dirigent.core.incident.Phase;
import se.dirigent.core.incident.ThreatFlag;
import se.dirigent.core.incident.Triage;

/**
 * A case as the doctor on call needs it to answer. What the centre reckons with, such as deadlines
 * and duplicates, is left out.
 *
 * @param unit call sign of the special unit the last question asks for, or null
 * @param questions in the order they were asked
 * @param patients references; who they are is read one by one
 */
public record DoctorCase(
    IncidentId id,
    Phase phase,
    Instant receivedAt,
    String callbackNumber,
    Location location,
    String indexCode,
    String description,
    String priority,
    @Nullable PendingDowngrade pendingDowngrade,
    List<ThreatFlag> threats,
    List<Contact> contacts,
    List<Note> notes,
    List<PatientId> patients,
    @Nullable String unit,
    List<DoctorQuestion> questions,
    int version) {

  static List<DoctorQuestion> questions(Incident incident) {
    Triage triage = incident.triage();
    return triage == null ? List.of() : triage.questions();
  }

  static DoctorCase of(Incident i, @Nullable String unit) {
    return new DoctorCase(
        i.id(),
        i.phase(),
        i.receivedAt(),
        i.callbackNumber(),
        i.location(),
        i.indexCode(),
        i.description(),
        i.priority(),
        i.pendingDowngrade(),
        i.threats(),
        i.contacts(),
        i.notes(),
        i.patients(),
        unit,
        questions(i),
        i.version());
  }

  /**
   * What the doctor's page asks for every few seconds: what is put before the doctor and when an
   * answer is wanted. No words of the case, so that asking so often fills no log of reads.
   *
   * @param now the service's time
   * @param speed how many seconds the service's clock goes in one; 1 except in the demo
   */
  public record QuestionList(Instant now, double speed, List<QuestionLine> questions) {}

  /**
   * One question of an open case, its last.
   *
   * @param version of the case; another one each time it has changed
   */
  public record QuestionLine(
      IncidentId incident,
      int question,
      DoctorQuestion.State state,
      String priority,
      String municipality,
      String by,
      Instant at,
      Instant answerBy,
      @Nullable Instant lapsedAt,
      boolean special,
      int version) {

    static QuestionLine of(Incident i, DoctorQuestion q) {
      return new QuestionLine(
          i.id(),
          q.number(),
          q.state(),
          i.priority(),
          i.location().municipality(),
          q.by(),
          q.at(),
          q.answerBy(),
          q.lapsedAt(),
          q.unit() != null,
          i.version());
    }
  }
}
