package se.dirigent.server.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.dirigent.core.Event;
import se.dirigent.core.Refused;
import se.dirigent.core.Stamp;
import se.dirigent.core.geo.RegionCode;

/**
 * The one way anything changes: a command is one transaction that locks, decides, writes the
 * current state and the journal, commits, and only then is answered.
 */
@Component
public class Commands {
  /** Tries when another command got in between; each loser has let a winner through. */
  private static final int TRIES_MAX = 10;

  private final Journal journal;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final ApplicationEventPublisher publisher;
  private final List<Consequences> consequences;

  Commands(
      Journal journal,
      TransactionTemplate transaction,
      InstantSource clock,
      ApplicationEventPublisher publisher,
      List<Consequences> consequences) {
    this.journal = journal;
    this.transaction = transaction;
    this.clock = clock;
    this.publisher = publisher;
    this.consequences = List.copyOf(consequences);
  }

  /** What a command decides, inside its transaction, with everything it looks at locked. */
  @FunctionalInterface
  public interface Work {
    /**
     * Locks, decides and writes the current state.
     *
     * @throws Refused when the command may not be carried out
     */
    Decision carryOut(Stamp stamp);
  }

  /**
   * What was decided.
   *
   * @param thing identity of what was made or changed, for the answer
   * @param events in order; none when there was nothing to do, which is an answer too
   */
  public record Decision(String thing, List<? extends Event> events) {}

  /** Told to the rest of the service after each commit; it carries no state. */
  public record JournalGrew(RegionCode region, long seq) {}

  /**
   * Carries out a command once, however often it is sent.
   *
   * @return its answer, the first one when it was carried out before
   * @throws Refused when it may not be carried out, or when its id belongs to another command
   */
  public Answer run(CommandCall call, Work work) {
    byte[] fingerprint = fingerprint(call);
    for (int tries = 1; ; tries++) {
      try {
        Answer answer = transaction.execute(_ -> attempt(call, fingerprint, work));
        if (answer == null) {
          throw new IllegalStateException("a transaction gave no answer");
        }
        publisher.publishEvent(new JournalGrew(call.region(), answer.seq()));
        return answer;
      } catch (Refused refused) {
        // A repeat may have waited for its first try and then found the work already done.
        Answer first = before(call, fingerprint);
        if (first != null) {
          return first;
        }
        throw refused;
      } catch (ConcurrencyFailureException | DuplicateKeyException raced) {
        // A repeat that ran beside its first finds the answer on the next try.
        if (tries == TRIES_MAX) {
          throw raced;
        }
      }
    }
  }

  private Answer attempt(CommandCall call, byte[] fingerprint, Work work) {
    Answer before = before(call, fingerprint);
    if (before != null) {
      return before;
    }
    Stamp stamp = new Stamp(call.actor(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    Decision decision = work.carryOut(stamp);
    List<Event> events = new ArrayList<>(decision.events());
    for (Consequences c : consequences) {
      events.addAll(c.follow(call.region(), decision.events(), stamp));
    }
    long seq = journal.appendAndCommit(call, fingerprint, stamp, decision.thing(), events);
    return new Answer(seq, decision.thing());
  }

  private @Nullable Answer before(CommandCall call, byte[] fingerprint) {
    Journal.Answered answered = journal.answered(call.region(), call.id());
    if (answered == null) {
      return null;
    }
    boolean same =
        answered.actor().equals(call.actor())
            && MessageDigest.isEqual(answered.fingerprint(), fingerprint);
    if (!same) {
      throw Refused.state("command.reused", "Command-Id", Map.of("id", call.id().toString()));
    }
    return answered.answer();
  }

  private static byte[] fingerprint(CommandCall call) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(call.content().toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
