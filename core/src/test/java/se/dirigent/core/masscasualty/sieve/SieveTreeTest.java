package se.dirigent.core.masscasualty.sieve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.dirigent.core.Refused;

class SieveTreeTest {
  /** Every path of START, from Benson, Koenig and Schultz 1996. */
  private static final String START =
      """
      walks=yes MINIMAL
      walks=no breathes=no opened=no DEAD
      walks=no breathes=no opened=yes IMMEDIATE
      walks=no breathes=yes respiratoryRate=1-30 radialPulse=no IMMEDIATE
      walks=no breathes=yes respiratoryRate=1-30 radialPulse=yes obeys=no IMMEDIATE
      walks=no breathes=yes respiratoryRate=1-30 radialPulse=yes obeys=yes DELAYED
      walks=no breathes=yes respiratoryRate=31-150 IMMEDIATE
      """;

  /** Every path of JumpSTART, from Romig 2002. */
  private static final String JUMP_START =
      """
      walks=yes MINIMAL
      walks=no breathes=no opened=no peripheralPulse=no DEAD
      walks=no breathes=no opened=no peripheralPulse=yes afterBreaths=no DEAD
      walks=no breathes=no opened=no peripheralPulse=yes afterBreaths=yes IMMEDIATE
      walks=no breathes=no opened=yes IMMEDIATE
      walks=no breathes=yes respiratoryRate=1-14 IMMEDIATE
      walks=no breathes=yes respiratoryRate=15-45 peripheralPulse=no IMMEDIATE
      walks=no breathes=yes respiratoryRate=15-45 peripheralPulse=yes consciousness=alert DELAYED
      walks=no breathes=yes respiratoryRate=15-45 peripheralPulse=yes consciousness=pain DELAYED
      walks=no breathes=yes respiratoryRate=15-45 peripheralPulse=yes consciousness=posturing \
      IMMEDIATE
      walks=no breathes=yes respiratoryRate=15-45 peripheralPulse=yes consciousness=unresponsive \
      IMMEDIATE
      walks=no breathes=yes respiratoryRate=15-45 peripheralPulse=yes consciousness=voice DELAYED
      walks=no breathes=yes respiratoryRate=46-150 IMMEDIATE
      """;

  /** Every path of SALT's assessment, from Lerner et al. 2008. */
  private static final String SALT =
      """
      breathes=no DEAD
      breathes=yes obeys=no survives=no EXPECTANT
      breathes=yes obeys=no survives=yes IMMEDIATE
      breathes=yes obeys=yes peripheralPulse=no survives=no EXPECTANT
      breathes=yes obeys=yes peripheralPulse=no survives=yes IMMEDIATE
      breathes=yes obeys=yes peripheralPulse=yes distress=no bleedingStopped=no survives=no \
      EXPECTANT
      breathes=yes obeys=yes peripheralPulse=yes distress=no bleedingStopped=no survives=yes \
      IMMEDIATE
      breathes=yes obeys=yes peripheralPulse=yes distress=no bleedingStopped=yes minorOnly=no \
      DELAYED
      breathes=yes obeys=yes peripheralPulse=yes distress=no bleedingStopped=yes minorOnly=yes \
      MINIMAL
      breathes=yes obeys=yes peripheralPulse=yes distress=yes survives=no EXPECTANT
      breathes=yes obeys=yes peripheralPulse=yes distress=yes survives=yes IMMEDIATE
      """;

  private static List<String> table(SieveTree tree) {
    return tree.ways().stream()
        .map(w ->
            w.found().stream()
                .map(f -> f.finding() + "=" + f.value())
                .collect(Collectors.joining(" ", "", " " + w.category())))
        .sorted()
        .toList();
  }

  @Test
  void s01EveryPathIsAsPublished() {
    assertEquals(START.lines().sorted().toList(), table(Schemes.START));
    assertEquals(JUMP_START.lines().sorted().toList(), table(Schemes.JUMP_START));
    assertEquals(SALT.lines().sorted().toList(), table(Schemes.SALT));
  }

  @Test
  void s02EachPathIsWhatTheSieveSaysOfItsFindings() {
    for (SieveTree tree : Schemes.TREES) {
      for (Verdict way : tree.ways()) {
        Map<String, String> found = new HashMap<>();
        way.found().forEach(f -> found.put(f.finding(), f.value()));
        assertEquals(way, tree.sieve(found));
      }
    }
  }

  @Test
  void s03NumbersAtTheEdges() {
    Map<String, String> found =
        new HashMap<>(Map.of("walks", "no", "breathes", "yes", "radialPulse", "yes"));
    found.put("obeys", "yes");
    found.put("respiratoryRate", "30");
    assertEquals(Category.DELAYED, Schemes.START.sieve(found).category());
    found.put("respiratoryRate", "31");
    assertEquals(Category.IMMEDIATE, Schemes.START.sieve(found).category());
    found.put("peripheralPulse", "yes");
    found.put("consciousness", "voice");
    for (int rate = 1; rate <= 150; rate++) {
      found.put("respiratoryRate", "" + rate);
      Category expected = rate < 15 || rate > 45 ? Category.IMMEDIATE : Category.DELAYED;
      assertEquals(expected, Schemes.JUMP_START.sieve(found).category(), "rate " + rate);
    }
  }

  @Test
  void s04WhatWasNotFoundOrCannotBeIsSaid() {
    refused("sieve.missing", () -> Schemes.START.sieve(Map.of()));
    refused("sieve.missing", () -> Schemes.START.sieve(Map.of("walks", "no")));
    refused("sieve.answer", () -> Schemes.START.sieve(Map.of("walks", "perhaps")));
    Map<String, String> none = Map.of("walks", "no", "breathes", "yes", "respiratoryRate", "-1");
    refused("sieve.answer", () -> Schemes.START.sieve(none));
    refused("sieve.answer", () -> Schemes.START.sieve(Map.of("walks", "")));
  }

  @Test
  void s05ATreeThatCannotBeUsedIsRefused() {
    SieveAnswer red = new SieveAnswer("yes", "Ja", "Yes", null, null, Category.IMMEDIATE);
    SieveAnswer green = new SieveAnswer("no", "Nej", "No", null, null, Category.MINIMAL);
    SieveQuestion last = new SieveQuestion("b", "b", "B?", "B?", List.of(red, green));
    SieveAnswer toB = new SieveAnswer("no", "Nej", "No", null, "b", null);
    SieveAnswer toA = new SieveAnswer("no", "Nej", "No", null, "a", null);
    SieveQuestion first = new SieveQuestion("a", "a", "A?", "A?", List.of(red, toB));
    assertEquals(3, tree(first, last).ways().size());
    refused("sieve.questions", () -> tree());
    refused("sieve.next", () -> tree(first));
    refused("sieve.unreached", () -> tree(last, first));
    refused("sieve.twice", () -> tree(first, first, last));
    SieveQuestion back = new SieveQuestion("b", "b", "B?", "B?", List.of(red, toA));
    refused("sieve.loop", () -> tree(first, back));
    SieveQuestion same = new SieveQuestion("b", "a", "A?", "A?", List.of(red, green));
    refused("sieve.loop", () -> tree(first, same));
    refused("sieve.answers", () -> new SieveQuestion("a", "a", "A?", "A?", List.of(red)));
    refused("sieve.twice", () -> new SieveQuestion("a", "a", "A?", "A?", List.of(red, red)));
    refused("sieve.end", () -> new SieveAnswer("a", "A", "A", null, null, null));
    refused("sieve.end", () -> new SieveAnswer("a", "A", "A", null, "b", Category.DEAD));
    refused("sieve.answers", () -> numbers(new Range(1, 5), null));
    refused("sieve.ranges", () -> numbers(new Range(1, 5), new Range(7, 9)));
    refused("sieve.ranges", () -> numbers(new Range(1, 5), new Range(5, 9)));
    refused("sieve.range", () -> new Range(5, 4));
  }

  @Test
  void s06AMillionRandomFindingsGiveExactlyOneCategory() {
    RandomGenerator random = new SplittableRandom(7);
    for (SieveTree tree : Schemes.TREES) {
      List<Verdict> ways = tree.ways();
      Map<Category, Integer> seen = new HashMap<>();
      for (int n = 0; n < 333_334; n++) {
        Map<String, String> found = random(tree, random);
        List<Verdict> fit = ways.stream().filter(w -> fits(tree, w, found)).toList();
        assertEquals(1, fit.size(), () -> tree.code() + " " + found);
        Category category = tree.sieve(found).category();
        assertEquals(fit.getFirst().category(), category);
        seen.merge(category, 1, Integer::sum);
      }
      assertTrue(seen.size() >= 4, () -> "few categories met: " + seen);
    }
  }

  /** Independently of the sieve: whether all that the way asks for was found so. */
  private static boolean fits(SieveTree tree, Verdict way, Map<String, String> found) {
    return way.found().stream()
        .allMatch(f -> means(tree, f, Objects.requireNonNull(found.get(f.finding()))));
  }

  private static boolean means(SieveTree tree, Found asked, String given) {
    if (asked.value().equals(given)) {
      return true;
    }
    boolean number = given.chars().allMatch(Character::isDigit);
    return number
        && tree.questions().stream()
            .filter(q -> q.finding().equals(asked.finding()))
            .flatMap(q -> q.answers().stream())
            .filter(a -> a.code().equals(asked.value()))
            .anyMatch(a -> a.range() != null && a.range().holds(Integer.parseInt(given)));
  }

  private static Map<String, String> random(SieveTree tree, RandomGenerator random) {
    Map<String, String> found = new HashMap<>();
    for (SieveQuestion q : tree.questions()) {
      Range numbers = q.numbers();
      String value =
          numbers == null
              ? q.answers().get(random.nextInt(q.answers().size())).code()
              : "" + random.nextInt(numbers.from(), numbers.to() + 1);
      found.put(q.finding(), value);
    }
    return found;
  }

  private static SieveTree tree(SieveQuestion... questions) {
    return new SieveTree("t", "Träd", "1", "Test", null, List.of(questions));
  }

  private static SieveQuestion numbers(Range first, @Nullable Range second) {
    return new SieveQuestion(
        "a",
        "a",
        "A?",
        "A?",
        List.of(
            new SieveAnswer("1", "A", "A", first, null, Category.DEAD),
            new SieveAnswer("2", "B", "B", second, null, Category.MINIMAL)));
  }

  static void refused(String code, Runnable work) {
    assertEquals(code, assertThrows(Refused.class, work::run).code());
  }
}
