package se.dirigent.core.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static se.dirigent.core.Centre.names;
import static se.dirigent.core.Fixtures.START;
import static se.dirigent.core.Fixtures.minutes;
import static se.dirigent.core.Fixtures.refusal;
import static se.dirigent.core.Fixtures.seconds;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Centre;
import se.dirigent.core.Fixtures;
import se.dirigent.core.dispatch.DispatchCommand.ChangeReception;
import se.dirigent.core.dispatch.DispatchCommand.ChooseDestination;
import se.dirigent.core.dispatch.DispatchCommand.StandDown;
import se.dirigent.core.incident.IncidentCommand.ChangePriority;
import se.dirigent.core.incident.IncidentId;

/** The crew's deadlines, and the receiver's answer, which arrival never waits for. */
class DeadlinesTest {
  private final Centre centre = new Centre();

  private AssignmentId job(String priority) {
    return centre.send(centre.open(1, priority), centre.onDuty(1));
  }

  private Assignment look(AssignmentId job) {
    centre.look(job);
    return centre.assignment(job);
  }

  @Test
  void s01TheDeadlinesFollowThePriority() {
    Assignment one = centre.assignment(job("1A"));
    assertEquals(START.plusSeconds(90), one.acknowledgeBy());
    assertEquals(START.plusSeconds(90), one.rollBy());
    AssignmentId second = centre.send(centre.open(2, "2A"), centre.onDuty(2));
    assertEquals(START.plus(minutes(4)), centre.assignment(second).acknowledgeBy());
    assertEquals(START.plus(minutes(4)), centre.assignment(second).rollBy());
    AssignmentId third = centre.send(centre.open(3, "3"), centre.onDuty(3));
    assertEquals(START.plus(minutes(4)), centre.assignment(third).acknowledgeBy());
    assertNull(centre.assignment(third).rollBy());
  }

  @Test
  void s02NothingLapsesBeforeItsTime() {
    AssignmentId job = job("1A");
    centre.after(seconds(90).minusMillis(1));
    assertEquals(List.of(), centre.look(job));
  }

  @Test
  void s03SilenceGoesRadioMobileAnotherUnitAndADeviation() {
    AssignmentId job = job("1A");
    centre.after(seconds(90));
    assertEquals(List.of("DeadlineLapsed"), names(centre.look(job)));
    assertEquals(List.of(), centre.look(job), "the step is taken once");
    centre.after(seconds(30));
    assertEquals(List.of("DeadlineLapsed"), names(centre.look(job)));
    centre.after(seconds(30));
    assertEquals(List.of("DeadlineLapsed", "DeviationWritten"), names(centre.look(job)));
    assertEquals(
        List.of(
            new Lapse(Deadline.ACKNOWLEDGE, 1, START.plusSeconds(90)),
            new Lapse(Deadline.ACKNOWLEDGE, 2, START.plusSeconds(120)),
            new Lapse(Deadline.ACKNOWLEDGE, 3, START.plusSeconds(150))),
        centre.assignment(job).lapses());
    centre.after(Duration.ofHours(1));
    assertEquals(List.of(), centre.look(job), "there is no fourth step");
  }

  @Test
  void s04AcknowledgedInTimeButNotRolling() {
    AssignmentId job = job("1A");
    centre.after(seconds(60)).pass(job, Milestone.ACKNOWLEDGED);
    assertEquals(START.plusSeconds(90), centre.assignment(job).checkAt());
    centre.after(seconds(30));
    assertEquals(Deadline.ROLL, look(job).lapses().getFirst().deadline());
  }

  @Test
  void s05ALateAnswerStopsTheStepsAndStartsTheNextDeadlines() {
    AssignmentId job = job("2A");
    centre.after(minutes(4)).look(job);
    centre.after(seconds(10)).pass(job, Milestone.ACKNOWLEDGED);
    assertEquals(List.of("DeadlineLapsed"), names(centre.look(job)), "rolling is late already");
    assertEquals(
        List.of(Deadline.ACKNOWLEDGE, Deadline.ROLL),
        centre.assignment(job).lapses().stream().map(Lapse::deadline).toList());
    assertEquals(1, centre.assignment(job).lapses().getLast().step());
    centre.pass(job, Milestone.ROLLING);
    assertNull(centre.assignment(job).checkAt());
    centre.after(minutes(60));
    assertEquals(List.of(), centre.look(job));
  }

  @Test
  void s06APriorityWithoutARollLimitAsksOnlyForTheAnswer() {
    AssignmentId job = job("3");
    centre.after(minutes(3)).pass(job, Milestone.ACKNOWLEDGED);
    centre.after(minutes(60));
    assertEquals(List.of(), centre.look(job));
  }

  @Test
  void s07AnEndedAssignmentHasNoDeadline() {
    AssignmentId job = job("1A");
    centre.ask(new StandDown(job, "fel enhet"));
    centre.after(minutes(60));
    assertEquals(List.of(), centre.look(job));
    assertEquals("assignment.unknown", refusal(() -> centre.look(new AssignmentId(id(), 7))));
  }

  private static IncidentId id() {
    return Fixtures.incident(1);
  }

  @Test
  void s08AnAssignmentKeepsTheDeadlinesItWasSentWith() {
    AssignmentId job = job("3");
    centre.ask(new ChangePriority(id(), "1A", "livlös"));
    assertEquals(START.plus(minutes(4)), centre.assignment(job).acknowledgeBy());
    assertEquals("3", centre.assignment(job).priority());
  }

  @Test
  void s09ArrivalNeverWaitsForTheReceiver() {
    AssignmentId job = job("1A");
    centre.ask(new ChooseDestination(job, "testsjukhuset"));
    centre.ask(new ChangeReception(job, Reception.State.NOTIFIED));
    centre.pass(job, Milestone.AT_DESTINATION);
    assertEquals(Reception.State.NOTIFIED, centre.assignment(job).reception().state());
    centre.as("demo.avdelning").ask(new ChangeReception(job, Reception.State.ACKNOWLEDGED));
    assertEquals("demo.avdelning", centre.assignment(job).reception().by());
    assertEquals(Milestone.AT_DESTINATION, centre.assignment(job).milestone());
  }

  @Test
  void s10TheReceiversAnswerMayComeAfterThePatientButNotForNobody() {
    AssignmentId job = job("1A");
    centre.ask(new ChooseDestination(job, "testsjukhuset"));
    centre.pass(job, Milestone.LOADED);
    centre.pass(job, Milestone.CLEAR);
    centre.ask(new ChangeReception(job, Reception.State.ACKNOWLEDGED));

    AssignmentId other = centre.send(centre.open(2, "1A"), centre.onDuty(2));
    centre.ask(new ChooseDestination(other, "testsjukhuset"));
    centre.ask(new StandDown(other, "avbruten"));
    assertEquals(
        "assignment.ended",
        refusal(() -> centre.ask(new ChangeReception(other, Reception.State.ACKNOWLEDGED))));
  }

  @Test
  void s11AnAnswerIsGivenOnceAndMayBeChangedButNotForgotten() {
    AssignmentId job = job("1A");
    ChangeReception notify = new ChangeReception(job, Reception.State.NOTIFIED);
    ChangeReception agree = new ChangeReception(job, Reception.State.ACKNOWLEDGED);
    ChangeReception decline = new ChangeReception(job, Reception.State.DECLINED);
    assertEquals("reception.noDestination", refusal(() -> centre.ask(notify)));
    centre.ask(new ChooseDestination(job, "testsjukhuset"));
    centre.ask(agree);
    assertEquals("reception.same", refusal(() -> centre.ask(agree)));
    assertEquals("reception.answered", refusal(() -> centre.ask(notify)));
    assertEquals(
        "destination.same", refusal(() -> centre.ask(new ChooseDestination(job, "testsjukhuset"))));
    centre.ask(decline);
    centre.ask(new ChooseDestination(job, "testsjukhuset"));
    assertEquals(Reception.State.NONE, centre.assignment(job).reception().state());
    centre.ask(agree);
    centre.ask(new ChooseDestination(job, "annat-sjukhus"));
    assertEquals(Reception.State.NONE, centre.assignment(job).reception().state(), "not asked");
    assertEquals("reception.none", refusal(() -> new ChangeReception(job, Reception.State.NONE)));
  }

  @Test
  void s12TheDestinationIsChosenBeforeArrival() {
    AssignmentId job = job("1A");
    centre.ask(new ChooseDestination(job, "testsjukhuset"));
    centre.pass(job, Milestone.AT_DESTINATION);
    assertEquals(
        "destination.late", refusal(() -> centre.ask(new ChooseDestination(job, "annat"))));
  }

  @Test
  void s13RulesThatCannotBeAreRefused() {
    var incidents = Fixtures.INCIDENT_RULES;
    assertEquals(
        "duration.positive",
        refusal(() -> new DispatchRules(incidents, minutes(15), Duration.ZERO)));
    assertEquals(
        "duration.negative", refusal(() -> new DispatchRules(incidents, minutes(-1), seconds(30))));
  }
}
