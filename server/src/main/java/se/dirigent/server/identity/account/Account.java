package se.dirigent.server.identity.account;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Grant;
import se.dirigent.server.identity.Role;
import se.dirigent.server.platform.problem.Language;

/**
 * A user.
 *
 * @param username 2–100 of a–z, 0–9, point and hyphen
 * @param displayName 1–100 characters
 * @param careUnit 1–100 characters
 * @param unit the unit a crew works in
 * @param active false: can do nothing, and is kept for the logs that name it
 * @param passwordExpired the password must be changed before anything else
 */
public record Account(
    String username,
    String displayName,
    String careUnit,
    Language language,
    @Nullable String unit,
    boolean active,
    boolean passwordExpired,
    Set<Grant> grants) {
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,99}");

  public Account {
    if (!USERNAME.matcher(username).matches()) {
      throw new Refused("username.form", "username", Map.of("value", username));
    }
    displayName = Texts.require("displayName", displayName, 1, 100);
    careUnit = Texts.require("careUnit", careUnit, 1, 100);
    unit = unit == null ? null : Texts.require("unit", unit, 1, 20);
    grants = Set.copyOf(grants);
    boolean crew = grants.stream().anyMatch(grant -> grant.role() == Role.CREW);
    if (crew && unit == null) {
      throw new Refused("crew.unit", "unit", Map.of());
    }
  }

  /** The account as the one who sends a request. */
  public Actor actor() {
    return new Actor(username, displayName, careUnit, grants, unit, language);
  }

  /** The user name as kept: without regard to case. */
  public static String normal(String username) {
    return username.strip().toLowerCase(Locale.ROOT);
  }
}
