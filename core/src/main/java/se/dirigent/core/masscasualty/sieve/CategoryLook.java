package se.dirigent.core.masscasualty.sieve;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;

/**
 * What a region calls a category and how it is shown.
 *
 * @param label in Swedish, 1–40 characters; never the colour alone, which not everybody sees
 * @param labelEn in English
 * @param colour {@code #rrggbb}
 */
public record CategoryLook(Category category, String label, String labelEn, String colour) {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

  /** As most Swedish cards are printed. */
  public static final List<CategoryLook> DEFAULT =
      List.of(
          new CategoryLook(Category.IMMEDIATE, "Röd", "Red", "#c62828"),
          new CategoryLook(Category.DELAYED, "Gul", "Yellow", "#f9a825"),
          new CategoryLook(Category.MINIMAL, "Grön", "Green", "#2e7d32"),
          new CategoryLook(Category.EXPECTANT, "Grå", "Grey", "#757575"),
          new CategoryLook(Category.DEAD, "Svart", "Black", "#212121"));

  public CategoryLook {
    Objects.requireNonNull(category, "category");
    label = Texts.require("label", label, 1, 40);
    labelEn = Texts.require("labelEn", labelEn, 1, 40);
    if (!COLOUR.matcher(colour).matches()) {
      throw new Refused("sieve.colour", "colour", Map.of("value", colour));
    }
  }

  /**
   * The looks of all categories, each said once.
   *
   * @throws Refused {@code sieve.looks} when one is missing or said twice
   */
  public static Map<Category, CategoryLook> byCategory(List<CategoryLook> looks) {
    Map<Category, CategoryLook> map = new EnumMap<>(Category.class);
    for (CategoryLook look : looks) {
      if (map.put(look.category(), look) != null) {
        throw new Refused("sieve.looks", "category", Map.of("value", look.category().name()));
      }
    }
    for (Category category : Category.values()) {
      if (!map.containsKey(category)) {
        throw new Refused("sieve.looks", "category", Map.of("value", category.name()));
      }
    }
    return map;
  }
}
