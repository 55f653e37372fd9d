package se.dirigent.core.masscasualty.sieve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.masscasualty.sieve.Verdict.Step;

/**
 * A quick tree for the sieve: questions, the first of which is asked first. Whatever is answered,
 * it ends in exactly one category.
 *
 * @param code unique in the region, 1–40 characters
 * @param name as people say it
 * @param version of the tree as data, so that a verdict says what it was made by
 * @param source where it was published
 * @param people whom it is for; absent for anybody
 * @param questions 1–40
 */
public record SieveTree(
    String code,
    String name,
    String version,
    String source,
    @Nullable People people,
    List<SieveQuestion> questions) {
  /** Whom a tree is for: a child breathes and answers otherwise than a grown-up. */
  public enum People {
    ANYBODY,
    ADULTS,
    CHILDREN
  }

  private static final int QUESTIONS_MAX = 40;

  /** No tree for the field has more; a walk of all ways is bounded by it. */
  private static final int WAYS_MAX = 10_000;

  /**
   * Checks that every way ends in a category, that no way asks for the same finding twice (which
   * would leave an answer that nobody can give, and is also what a loop does), and that every
   * question is on some way.
   *
   * @throws Refused {@code sieve.questions}, {@code sieve.twice}, {@code sieve.next}, {@code
   *     sieve.loop}, {@code sieve.unreached} or {@code sieve.ways}
   */
  public SieveTree {
    code = Texts.require("code", code, 1, 40);
    name = Texts.require("name", name, 1, 80);
    version = Texts.require("version", version, 1, 20);
    source = Texts.require("source", source, 1, 300);
    people = people == null ? People.ANYBODY : people;
    questions = List.copyOf(questions);
    if (questions.isEmpty() || questions.size() > QUESTIONS_MAX) {
      throw new Refused(
          "sieve.questions",
          "questions",
          Map.of("count", "" + questions.size(), "max", "" + QUESTIONS_MAX));
    }
    Map<String, SieveQuestion> byCode = byCode(questions);
    Set<String> met = new HashSet<>();
    List<Verdict> ways = new ArrayList<>();
    walk(byCode, questions.getFirst(), new LinkedHashSet<>(), new ArrayList<>(), met, ways);
    for (SieveQuestion q : questions) {
      if (!met.contains(q.code())) {
        throw new Refused("sieve.unreached", "questions", Map.of("question", q.code()));
      }
    }
  }

  private static Map<String, SieveQuestion> byCode(List<SieveQuestion> questions) {
    Map<String, SieveQuestion> map = new HashMap<>();
    for (SieveQuestion q : questions) {
      if (map.put(q.code(), q) != null) {
        throw new Refused("sieve.twice", "questions", Map.of("value", q.code()));
      }
    }
    return map;
  }

  private static void walk(
      Map<String, SieveQuestion> byCode,
      SieveQuestion at,
      Set<String> asked,
      List<Found> found,
      Set<String> met,
      List<Verdict> ways) {
    if (!asked.add(at.finding())) {
      throw new Refused(
          "sieve.loop", "questions", Map.of("question", at.code(), "finding", at.finding()));
    }
    met.add(at.code());
    for (SieveAnswer a : at.answers()) {
      found.add(new Found(at.finding(), a.code()));
      Category category = a.category();
      if (category != null) {
        ways.add(new Verdict(Step.SIEVE, "", "", category, found, 0, ""));
        if (ways.size() > WAYS_MAX) {
          throw new Refused("sieve.ways", "questions", Map.of("max", "" + WAYS_MAX));
        }
      } else {
        SieveQuestion next = byCode.get(a.next());
        if (next == null) {
          throw new Refused(
              "sieve.next", "questions", Map.of("answer", a.code(), "value", "" + a.next()));
        }
        walk(byCode, next, asked, found, met, ways);
      }
      found.removeLast();
    }
    asked.remove(at.finding());
  }

  /** Every way through the tree, with what is found on it and where it ends. */
  public List<Verdict> ways() {
    List<Verdict> ways = new ArrayList<>();
    walk(
        byCode(questions),
        questions.getFirst(),
        new LinkedHashSet<>(),
        new ArrayList<>(),
        new HashSet<>(),
        ways);
    return ways.stream()
        .map(w -> new Verdict(Step.SIEVE, code, version, w.category(), w.found(), 0, ""))
        .toList();
  }

  /**
   * The category of what was found. What the way does not ask for is not looked at.
   *
   * @param found by finding, the code of the answer or the number
   * @throws Refused {@code sieve.missing} when the way asks for something that was not found, or
   *     {@code sieve.answer}
   */
  public Verdict sieve(Map<String, String> found) {
    Map<String, SieveQuestion> byCode = byCode(questions);
    List<Found> way = new ArrayList<>();
    SieveQuestion at = questions.getFirst();
    while (at != null) { // ends: the constructor has walked every way
      String given = found.get(at.finding());
      if (given == null) {
        throw new Refused("sieve.missing", at.finding(), Map.of("question", at.label()));
      }
      SieveAnswer answer = at.get(given);
      way.add(new Found(at.finding(), given));
      Category category = answer.category();
      if (category != null) {
        return new Verdict(Step.SIEVE, code, version, category, way, 0, "");
      }
      at = byCode.get(answer.next());
    }
    throw new IllegalStateException("a way of " + code + " has no end");
  }
}
