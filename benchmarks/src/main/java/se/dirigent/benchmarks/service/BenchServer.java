package se.dirigent.benchmarks.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.DirigentServer;
import se.dirigent.server.identity.Grant;
import se.dirigent.server.identity.Role;
import se.dirigent.server.identity.account.Account;
import se.dirigent.server.identity.account.Accounts;
import se.dirigent.server.identity.account.IntegrationTokens;
import se.dirigent.server.platform.problem.Language;

/**
 * The server as it is delivered, with one account more: a program that may do everything in one
 * region, so that a measurement needs no session. Its token is written beside the data.
 */
public final class BenchServer {

  /** File in the data folder holding the token. */
  static final String TOKEN_FILE = "bench.token";

  /** User name of the account. */
  public static final String USER = "bench";

  private BenchServer() {}

  /** Arguments: {@code --name=value}, among them {@code --dirigent.data} and {@code --region}. */
  public static void main(String[] arguments) throws Exception {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      properties.put(argument.substring(2, equals), argument.substring(equals + 1));
    }
    ConfigurableApplicationContext server = DirigentServer.start(properties);
    Path token = Path.of(String.valueOf(properties.get("dirigent.data"))).resolve(TOKEN_FILE);
    if (!Files.exists(token)) {
      RegionCode region = new RegionCode(String.valueOf(properties.get("bench.region")));
      Path written = token.resolveSibling(TOKEN_FILE + ".new");
      Files.writeString(written, createToken(server, region));
      Files.move(written, token);
    }
  }

  private static String createToken(ConfigurableApplicationContext server, RegionCode region) {
    Set<Grant> grants =
        Stream.of(Role.values()).map(role -> new Grant(role, region)).collect(Collectors.toSet());
    Account account = new Account(USER, "Bench", "Bench", Language.EN, null, true, false, grants);
    server.getBean(Accounts.class).save(account, USER);
    return server.getBean(IntegrationTokens.class).create(USER, "bench", USER);
  }
}
