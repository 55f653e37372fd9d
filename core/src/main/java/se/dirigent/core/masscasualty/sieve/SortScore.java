package se.dirigent.core.masscasualty.sieve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.masscasualty.sieve.Verdict.Step;

/**
 * A score for the sort: points by vital signs, and a category by the sum.
 *
 * @param code unique in the region, 1–40 characters
 * @param name as people say it
 * @param version of the score as data
 * @param source where it was published
 * @param signs 1–10
 * @param bands which sums mean which category; together every sum that can be
 */
public record SortScore(
    String code, String name, String version, String source, List<Sign> signs, List<Band> bands) {
  private static final int SIGNS_MAX = 10;

  /**
   * A vital sign.
   *
   * @param finding what is measured, 1–40 characters
   * @param label in Swedish, with the unit
   * @param labelEn in English
   * @param parts its numbers, without gap or overlap
   */
  public record Sign(String finding, String label, String labelEn, List<Part> parts) {
    public Sign {
      finding = Texts.require("finding", finding, 1, 40);
      label = Texts.require("label", label, 1, 80);
      labelEn = Texts.require("labelEn", labelEn, 1, 80);
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new Refused("sieve.answers", "parts", Map.of("question", finding));
      }
      Range _ = Range.whole(finding, parts.stream().map(Part::range).toList());
    }

    /** The numbers it can have. */
    public Range numbers() {
      return Range.whole(finding, parts.stream().map(Part::range).toList());
    }

    private int points(int value) {
      for (Part p : parts) {
        if (p.range().holds(value)) {
          return p.points();
        }
      }
      Range can = numbers();
      throw new Refused(
          "sort.sign",
          finding,
          Map.of("sign", label, "value", "" + value, "min", "" + can.from(), "max", "" + can.to()));
    }
  }

  /** Numbers of a sign that give the same points. */
  public record Part(Range range, int points) {}

  /** Sums that mean the same category. */
  public record Band(Range sums, Category category) {}

  /**
   * Checks that no sign is asked for twice and that every sum that can be has one category.
   *
   * @throws Refused {@code sort.signs}, {@code sieve.twice}, {@code sieve.ranges} or {@code
   *     sort.bands}
   */
  public SortScore {
    code = Texts.require("code", code, 1, 40);
    name = Texts.require("name", name, 1, 80);
    version = Texts.require("version", version, 1, 20);
    source = Texts.require("source", source, 1, 300);
    signs = List.copyOf(signs);
    bands = List.copyOf(bands);
    if (signs.isEmpty() || signs.size() > SIGNS_MAX || bands.isEmpty()) {
      throw new Refused(
          "sort.signs", "signs", Map.of("count", "" + signs.size(), "max", "" + SIGNS_MAX));
    }
    Set<String> seen = new HashSet<>();
    int least = 0;
    int most = 0;
    for (Sign s : signs) {
      if (!seen.add(s.finding())) {
        throw new Refused("sieve.twice", "signs", Map.of("value", s.finding()));
      }
      least += s.parts().stream().mapToInt(Part::points).min().orElseThrow();
      most += s.parts().stream().mapToInt(Part::points).max().orElseThrow();
    }
    Range whole = Range.whole(code, bands.stream().map(Band::sums).toList());
    if (whole.from() > least || whole.to() < most) {
      throw new Refused("sort.bands", "bands", Map.of("min", "" + least, "max", "" + most));
    }
  }

  /**
   * The category of measured vital signs.
   *
   * @param measured by finding
   * @throws Refused {@code sort.missing} or {@code sort.sign}
   */
  public Verdict sort(Map<String, Integer> measured) {
    List<Found> found = new ArrayList<>();
    int sum = 0;
    for (Sign s : signs) {
      Integer value = measured.get(s.finding());
      if (value == null) {
        throw new Refused("sort.missing", s.finding(), Map.of("sign", s.label()));
      }
      sum += s.points(value);
      found.add(new Found(s.finding(), value.toString()));
    }
    for (Band b : bands) {
      if (b.sums().holds(sum)) {
        return new Verdict(Step.SORT, code, version, b.category(), found, sum, "");
      }
    }
    throw new IllegalStateException("no category for " + sum + " points of " + code);
  }
}
