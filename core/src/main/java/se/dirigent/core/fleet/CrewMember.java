package se.dirigent.core.fleet;

import java.util.Objects;
import se.dirigent.core.Texts;

/**
 * A seat in a unit's crew: the role and its competence, never a person's name.
 *
 * @param role as the region calls it, 1–80 characters
 */
public record CrewMember(String role, Competence competence) {
  public CrewMember {
    role = Texts.require("role", role, 1, 80);
    Objects.requireNonNull(competence, "competence");
  }
}
