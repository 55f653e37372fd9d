package se.dirigent.server.web;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Grant;
import se.dirigent.server.identity.Role;
import se.dirigent.server.identity.account.Account;
import se.dirigent.server.identity.account.Accounts;
import se.dirigent.server.identity.account.IntegrationTokens;
import se.dirigent.server.identity.account.Passwords;
import se.dirigent.server.platform.problem.Language;

/**
 * One user for each role, with that role alone, in {@link LiveServer#OWN}; the national coordinator
 * in the whole country.
 */
final class TestUsers {
  /** A user that tests may do anything to. */
  static final String SPARE = "test.spare";

  static final String UNIT = "23-1110";
  static final String OTHER_UNIT = "23-1120";
  private static final String PASSWORD = "four-words-for-a-test";

  private TestUsers() {}

  static void enter(LiveServer server) {
    for (Role role : Role.values()) {
      save(server, name(role), role);
    }
    save(server, SPARE, Role.INTEGRATION);
  }

  /** A client logged in with the role alone; programs by token, people by session. */
  static Client client(LiveServer server, Role role) {
    if (role == Role.INTEGRATION) {
      String token = server.bean(IntegrationTokens.class).create(name(role), "test", "test");
      return server.client().withToken(token);
    }
    return server.client().logIn(name(role), PASSWORD);
  }

  static String name(Role role) {
    return "test." + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static void save(LiveServer server, String username, Role role) {
    @Nullable RegionCode region =
        role == Role.NATIONAL_COORDINATOR ? null : new RegionCode(LiveServer.OWN);
    String unit = role == Role.CREW ? UNIT : null;
    var account =
        new Account(
            username,
            "Testperson " + role,
            "Testenhet",
            Language.SV,
            unit,
            true,
            false,
            Set.of(new Grant(role, region)));
    server.bean(Accounts.class).save(account, "test");
    server.bean(Passwords.class).choose(username, PASSWORD);
  }

  /** Path values of the crew's own unit, or of another's. */
  static Map<String, String> unit(String region, String unit) {
    return Map.of("region", region, "unit", unit);
  }
}
