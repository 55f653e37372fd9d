package se.dirigent.optimiser.distribute;

import java.util.List;

/**
 * What a hospital takes in during one hour.
 *
 * @param categories most casualties of each category, by its number
 * @param specialties most casualties who need each specialty, by its number, whatever category
 */
public record Intake(List<Integer> categories, List<Integer> specialties) {
  public Intake {
    categories = List.copyOf(categories);
    specialties = List.copyOf(specialties);
    for (int most : categories) {
      require(most);
    }
    for (int most : specialties) {
      require(most);
    }
  }

  private static void require(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("an intake is " + most + " an hour; give 0 or more");
    }
  }
}
