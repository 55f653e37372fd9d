package se.dirigent.core.transport.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.transport.mode.DecisionTable;
import se.dirigent.core.transport.mode.Mode;
import se.dirigent.core.transport.mode.ModeAdvice;
import se.dirigent.core.transport.mode.ModeAdvice.Option;
import se.dirigent.core.transport.mode.ModeAdvisor;
import se.dirigent.core.transport.mode.TransportRules;

/**
 * What a table would have made of past orders. Each is asked about with the facts it was advised
 * by, and both ways are priced alike, by the region's prices of today: so that nothing but the
 * table differs.
 *
 * @param orders that were tried
 * @param ownChoice of them that stand as they were, chosen against the advice for a reason
 * @param unanswered of them that the table or the modes of today have no answer to
 * @param total of all that would have gone another way
 * @param moves the same, by what it went by, would have, and the rule
 * @param turns each order that would have gone another way
 */
public record TableTrial(
    int orders, int ownChoice, int unanswered, Saving total, List<Move> moves, List<Turn> turns) {
  /** Some moment at which examples are asked. */
  private static final Instant NOON =
      LocalDate.of(2026, 1, 7).atTime(12, 0).toInstant(ZoneOffset.UTC);

  public TableTrial {
    moves = List.copyOf(moves);
    turns = List.copyOf(turns);
  }

  /** An order that would have gone another way, by which rule, and what it saves. */
  public record Turn(String id, Mode was, Mode would, String rule, Saving saving) {}

  /** All that a rule moves from one mode to another. */
  public record Move(Mode was, Mode would, String rule, Saving saving) {}

  /** What an example is answered; right when the table agrees with it. */
  public record Tried(
      String name, Mode mode, @Nullable Mode answered, String rule, boolean right) {}

  /** The region's rules with a table in force for ever instead of its own. */
  public static TransportRules with(TransportRules rules, DecisionTable table) {
    var always =
        new DecisionTable(table.version(), table.author(), LocalDate.EPOCH, null, table.rules());
    return new TransportRules(
        List.of(always),
        rules.modes(),
        rules.deadlines(),
        rules.receiving(),
        rules.departments(),
        rules.examples(),
        rules.airFee());
  }

  /** Tries a table on past orders. */
  public static TableTrial of(
      TransportRules rules, DecisionTable table, ZoneId zone, List<PastOrder> past) {
    ModeAdvisor advisor = new ModeAdvisor(with(rules, table), zone);
    List<Turn> turns = new ArrayList<>();
    int ownChoice = 0;
    int unanswered = 0;
    for (PastOrder order : past) {
      if (order.ownChoice()) {
        ownChoice++;
        continue;
      }
      ModeAdvice advice = advice(advisor, order);
      Option was = advice == null ? null : option(advice, order.mode());
      if (advice == null || was == null) {
        unanswered++;
      } else if (advice.mode() != order.mode()) {
        Saving saving = Saving.between(was, advice.get(advice.mode()));
        turns.add(new Turn(order.id(), order.mode(), advice.mode(), advice.rule(), saving));
      }
    }
    Saving total = turns.stream().map(Turn::saving).reduce(Saving.NONE, Saving::plus);
    return new TableTrial(past.size(), ownChoice, unanswered, total, moves(turns), turns);
  }

  /** What a table answers to the region's examples of the table in force. */
  public static List<Tried> examples(TransportRules rules, DecisionTable table, ZoneId zone) {
    ModeAdvisor advisor = new ModeAdvisor(with(rules, table), zone);
    List<Tried> tried = new ArrayList<>();
    for (TransportRules.Example e : rules.examples()) {
      // When it is asked decides deadlines and slots, never which mode.
      var when = new ModeAdvisor.When(NOON, NOON, null);
      ModeAdvice advice =
          advice(advisor, new PastOrder(e.name(), e.facts(), when, e.mode(), false));
      Mode answered = advice == null ? null : advice.mode();
      String rule = advice == null ? "" : advice.rule();
      tried.add(new Tried(e.name(), e.mode(), answered, rule, answered == e.mode()));
    }
    return tried;
  }

  private static @Nullable ModeAdvice advice(ModeAdvisor advisor, PastOrder order) {
    try {
      return advisor.advise(order.facts(), order.when());
    } catch (Refused none) {
      return null;
    }
  }

  private static @Nullable Option option(ModeAdvice advice, Mode mode) {
    return advice.options().stream().filter(o -> o.mode() == mode).findAny().orElse(null);
  }

  private static List<Move> moves(List<Turn> turns) {
    record Way(Mode was, Mode would, String rule) {}
    Map<Way, Saving> sums = new LinkedHashMap<>();
    for (Turn t : turns) {
      sums.merge(new Way(t.was(), t.would(), t.rule()), t.saving(), Saving::plus);
    }
    List<Move> moves = new ArrayList<>();
    sums.forEach((way, sum) -> moves.add(new Move(way.was(), way.would(), way.rule(), sum)));
    moves.sort((a, b) -> Long.compare(b.saving().kronor(), a.saving().kronor()));
    return moves;
  }
}
