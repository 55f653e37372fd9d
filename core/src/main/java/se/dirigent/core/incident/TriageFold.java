package se.dirigent.core.incident;

import java.util.Objects;
import se.dirigent.core.Stamp;
import se.dirigent.core.incident.IncidentEvent.AssessmentEnded;
import se.dirigent.core.incident.IncidentEvent.AssessmentReleased;
import se.dirigent.core.incident.IncidentEvent.AssessmentTaken;
import se.dirigent.core.incident.IncidentEvent.QuestionAnswered;
import se.dirigent.core.incident.IncidentEvent.QuestionPut;
import se.dirigent.core.incident.IncidentEvent.QuestionUnanswered;
import se.dirigent.core.incident.IncidentEvent.QuestionWithdrawn;
import se.dirigent.core.incident.IncidentEvent.ReferralCancelled;
import se.dirigent.core.incident.IncidentEvent.ReferralCarried;
import se.dirigent.core.incident.IncidentEvent.Referred;

/** What events make of the second stage of an incident's triage. */
final class TriageFold {
  private TriageFold() {}

  static void apply(IncidentChange c, IncidentEvent event, Stamp stamp) {
    Triage t = Triage.of(c.triage);
    if (event instanceof QuestionPut e) {
      c.triage =
          t.with(
              new DoctorQuestion(
                  e.question(),
                  e.text(),
                  e.unit(),
                  stamp.by(),
                  stamp.at(),
                  e.answerBy(),
                  DoctorQuestion.State.OPEN,
                  null,
                  null));
    } else if (event instanceof QuestionAnswered e) {
      var reply =
          new DoctorQuestion.Reply(e.advice(), e.priority(), e.approved(), stamp.by(), stamp.at());
      c.triage = t.with(t.get(e.question()).answered(reply));
    } else if (event instanceof QuestionWithdrawn e) {
      c.triage = t.with(t.get(e.question()).withdrawn());
    } else if (event instanceof QuestionUnanswered e) {
      c.triage = t.with(t.get(e.question()).lapsed(stamp.at()));
    } else if (event instanceof AssessmentTaken e) {
      c.triage = t.with(new Assessment(stamp.by(), stamp.at(), e.until()));
    } else if (event instanceof AssessmentReleased) {
      c.triage = t.left();
    } else if (event instanceof AssessmentEnded e) {
      c.triage = t.found(new Assessment.Finding(e.ambulance(), e.text(), stamp.by(), stamp.at()));
    } else {
      c.triage = t.with(referral(t, event, stamp));
    }
  }

  private static Referral referral(Triage t, IncidentEvent event, Stamp stamp) {
    if (event instanceof Referred e) {
      return Referral.pending(e.plan(), e.callBackAt(), stamp.by(), stamp.at())
          .told(e.acceptedBy(), e.toldTo());
    }
    Referral r = Objects.requireNonNull(t.referral(), "told of before it was made");
    if (event instanceof ReferralCarried e) {
      return r.told(e.acceptedBy(), e.toldTo()).as(Referral.State.CARRIED);
    }
    if (event instanceof ReferralCancelled) {
      return r.as(Referral.State.CANCELLED);
    }
    throw new IllegalArgumentException("not of the second stage: " + event);
  }
}
