package se.dirigent.server.masscasualty;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.dirigent.core.Refused;
import se.dirigent.core.masscasualty.sieve.CategoryLook;
import se.dirigent.core.masscasualty.sieve.Schemes;
import se.dirigent.core.masscasualty.sieve.SieveTree;
import se.dirigent.core.masscasualty.sieve.SortScore;

/**
 * How a region sieves and sorts, as its data says.
 *
 * @param categories what each category is called and how it is shown
 * @param builtIn codes of the published trees and scores that are used
 * @param trees of the region's own
 * @param scores of the region's own
 */
public record SieveRules(
    List<CategoryLook> categories,
    List<String> builtIn,
    List<SieveTree> trees,
    List<SortScore> scores) {
  public SieveRules {
    categories = List.copyOf(CategoryLook.byCategory(categories).values());
    builtIn = List.copyOf(builtIn);
    trees = List.copyOf(trees);
    scores = List.copyOf(scores);
  }

  /**
   * The same with the published ones written out.
   *
   * @throws Refused {@code sieve.unknown} when a code is no published one's
   */
  SieveRules whole() {
    for (String code : builtIn) {
      boolean published =
          Schemes.TREES.stream().anyMatch(t -> t.code().equals(code))
              || Schemes.SCORES.stream().anyMatch(s -> s.code().equals(code));
      if (!published) {
        throw Refused.unknown("sieve.unknown", "builtIn", Map.of("code", code));
      }
    }
    return new SieveRules(
        categories,
        builtIn,
        Stream.concat(
                trees.stream(), Schemes.TREES.stream().filter(t -> builtIn.contains(t.code())))
            .toList(),
        Stream.concat(
                scores.stream(), Schemes.SCORES.stream().filter(s -> builtIn.contains(s.code())))
            .toList());
  }

  /**
   * The tree of a code.
   *
   * @throws Refused {@code sieve.unknown}
   */
  SieveTree tree(String code) {
    return trees.stream()
        .filter(t -> t.code().equals(code))
        .findAny()
        .orElseThrow(() -> Refused.unknown("sieve.unknown", "tree", Map.of("code", code)));
  }

  /**
   * The score of a code.
   *
   * @throws Refused {@code sieve.unknown}
   */
  SortScore score(String code) {
    return scores.stream()
        .filter(s -> s.code().equals(code))
        .findAny()
        .orElseThrow(() -> Refused.unknown("sieve.unknown", "score", Map.of("code", code)));
  }
}
