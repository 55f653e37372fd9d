package se.dirigent.core.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The second stage of an incident's triage: what the doctor on call has been asked, who assesses it
 * anew, and where it is referred.
 *
 * @param questions in the order they were asked, at most one of them open
 * @param assessment the one going on, or null; only in the waiting room
 * @param finding what the last assessment found, or null; forgotten when it is taken anew
 * @param referral the last, or null
 */
public record Triage(
    List<DoctorQuestion> questions,
    @Nullable Assessment assessment,
    Assessment.@Nullable Finding finding,
    @Nullable Referral referral) {
  static final Triage NONE = new Triage(List.of(), null, null, null);

  public Triage {
    questions = List.copyOf(questions);
  }

  static Triage of(@Nullable Triage triage) {
    return triage == null ? NONE : triage;
  }

  /** The question that waits for its answer, or null. */
  public @Nullable DoctorQuestion openQuestion() {
    return questions.stream().filter(DoctorQuestion::open).findAny().orElse(null);
  }

  /** Whether the doctor on call has said that the special unit may be sent. */
  public boolean approved(String unit) {
    return questions.stream()
        .anyMatch(q ->
            unit.equals(q.unit())
                && q.reply() != null
                && Boolean.TRUE.equals(q.reply().approved()));
  }

  /** The next moment at which something lapses by itself, or null. */
  @Nullable Instant deadline() {
    DoctorQuestion q = openQuestion();
    Instant answerBy = q == null || q.lapsedAt() != null ? null : q.answerBy();
    Instant until = assessment == null ? null : assessment.until();
    return Stream.of(answerBy, until).filter(at -> at != null).min(Instant::compareTo).orElse(null);
  }

  Triage with(DoctorQuestion question) {
    List<DoctorQuestion> all = new ArrayList<>(questions);
    all.removeIf(q -> q.number() == question.number());
    all.add(question.number() - 1, question);
    return new Triage(all, assessment, finding, referral);
  }

  DoctorQuestion get(int number) {
    return questions.get(number - 1);
  }

  Triage with(@Nullable Assessment next) {
    return new Triage(questions, next, null, referral);
  }

  Triage found(Assessment.Finding next) {
    return new Triage(questions, null, next, referral);
  }

  Triage with(@Nullable Referral next) {
    return new Triage(questions, assessment, finding, next);
  }

  /** As it is when the incident is no longer in the waiting room. */
  Triage left() {
    return new Triage(questions, null, finding, referral);
  }

  /** As it is when the incident is closed. */
  Triage closed() {
    List<DoctorQuestion> all = questions.stream().map(q -> q.open() ? q.withdrawn() : q).toList();
    return new Triage(all, null, finding, referral);
  }

  /** As it is when the incident is opened again. */
  Triage reopened() {
    return new Triage(questions, null, null, null);
  }
}
