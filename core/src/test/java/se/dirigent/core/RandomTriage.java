package se.dirigent.core;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.incident.Assessment;
import se.dirigent.core.incident.DoctorQuestion;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.IncidentId;
import se.dirigent.core.incident.Referral;
import se.dirigent.core.incident.Triage;
import se.dirigent.core.incident.TriageCommand;
import se.dirigent.core.incident.TriageCommand.Ask;
import se.dirigent.core.incident.TriageCommand.CancelReferral;
import se.dirigent.core.incident.TriageCommand.Carry;
import se.dirigent.core.incident.TriageCommand.Conclude;
import se.dirigent.core.incident.TriageCommand.Refer;
import se.dirigent.core.incident.TriageCommand.Release;
import se.dirigent.core.incident.TriageCommand.Reply;
import se.dirigent.core.incident.TriageCommand.Take;
import se.dirigent.core.incident.TriageCommand.Withdraw;

/** What {@link RandomShift} asks of the second stage of triage. */
final class RandomTriage {
  private final RandomGenerator random;
  private final Centre centre;
  private final Supplier<String> text;
  private final Supplier<String> priority;

  RandomTriage(
      RandomGenerator random, Centre centre, Supplier<String> text, Supplier<String> priority) {
    this.random = random;
    this.centre = centre;
    this.text = text;
    this.priority = priority;
  }

  /** Something of everything, most often what the state of the incident invites to. */
  TriageCommand of(IncidentId id) {
    Incident incident = centre.scene().find(id);
    Triage triage = incident == null ? null : incident.triage();
    if (triage == null || random.nextInt(3) == 0) {
      return anything(id);
    }
    Assessment held = triage.assessment();
    Referral referral = triage.referral();
    if (referral != null && referral.state() == Referral.State.PENDING && random.nextInt(4) > 0) {
      return random.nextBoolean()
          ? new CancelReferral(id, text.get())
          : new Carry(id, who(), who());
    }
    if (held == null) {
      return random.nextBoolean() ? new Take(id) : anything(id);
    }
    var _ = centre.as(held.by());
    return random.nextBoolean()
        ? new Conclude(id, random.nextBoolean(), wanted(), text.get())
        : new Refer(id, plan(), who(), who(), random.nextBoolean() ? null : soon(20));
  }

  private TriageCommand anything(IncidentId id) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> new Ask(id, text.get(), random.nextBoolean() ? null : "99-0001");
      case 2, 3 -> reply(id);
      case 4 -> new Withdraw(id, 1 + random.nextInt(2), text.get());
      case 5, 6 -> new Take(id);
      case 7 -> new Release(id, text.get());
      case 8 -> new Conclude(id, random.nextBoolean(), wanted(), text.get());
      default -> new Refer(id, plan(), who(), who(), random.nextBoolean() ? null : soon(20));
    };
  }

  private Reply reply(IncidentId id) {
    Incident incident = centre.scene().find(id);
    DoctorQuestion open =
        incident == null || incident.triage() == null ? null : incident.triage().openQuestion();
    int number = open == null ? 1 : open.number();
    boolean approve = (open != null && open.unit() != null) == random.nextInt(20) > 0;
    return new Reply(id, number, text.get(), wanted(), approve ? random.nextBoolean() : null);
  }

  private Referral.Plan plan() {
    Referral.Kind kind = List.of(Referral.Kind.values()).get(random.nextInt(4));
    boolean self = kind == Referral.Kind.SELF_CARE;
    return new Referral.Plan(
        kind, self ? "" : text.get(), self ? null : soon(180), text.get(), text.get());
  }

  private Instant soon(int hours) {
    return centre.now().plusSeconds(random.nextInt(-600, hours * 3_600));
  }

  private String who() {
    return random.nextBoolean() ? "" : text.get();
  }

  private @Nullable String wanted() {
    return random.nextBoolean() ? null : priority.get();
  }
}
