package se.dirigent.benchmarks.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import se.dirigent.core.fleet.Capability;
import se.dirigent.core.fleet.UnitCommand.Register;
import se.dirigent.core.fleet.UnitId;
import se.dirigent.core.fleet.UnitKind;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.DirigentServer;
import se.dirigent.server.fleet.FleetService;
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

  /** System property: how many units to register beside the pack's. */
  private static final String UNITS = "bench.units";

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
      registerUnits(server.getBean(FleetService.class), region, Integer.getInteger(UNITS, 0));
      Path written = token.resolveSibling(TOKEN_FILE + ".new");
      Files.writeString(written, createToken(server, region));
      flush(written);
      Files.move(written, token);
      flush(token.resolveSibling("."));
    }
  }

  /** The token must survive the power cuts it is there to measure. */
  private static void flush(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Units beside the pack's, so that as many as a nation has can report. */
  private static void registerUnits(FleetService fleet, RegionCode region, int count) {
    for (int i = 0; i < count; i++) {
      Register command =
          new Register(
              new UnitId("bench-" + i),
              region,
              "b" + i,
              UnitKind.AMBULANCE,
              List.of(Capability.STRETCHER),
              List.of(),
              "bench",
              "Bench",
              false);
      fleet.run(region, UUID.randomUUID(), USER, command);
    }
  }

  private static String createToken(ConfigurableApplicationContext server, RegionCode region) {
    Set<Grant> grants =
        Stream.of(Role.values())
            .filter(role -> role != Role.CREW)
            .map(role -> new Grant(role, region))
            .collect(Collectors.toSet());
    Account account = new Account(USER, "Bench", "Bench", Language.EN, null, true, false, grants);
    server.getBean(Accounts.class).save(account, USER);
    return server.getBean(IntegrationTokens.class).create(USER, "bench", USER);
  }
}
