package se.dirigent.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.dirigent.server.identity.account.FirstAdministrator;

/** Makes the first user of a new installation; that user makes all others at the page. */
@Command(
    name = "administrator",
    description = {
      "Make the first administrator of a new installation and show the one-time password.",
      "Run it before the first serve, with the same --data or --database."
    })
final class AdministratorCommand implements Callable<Integer> {
  @Mixin private final ServiceOptions options = new ServiceOptions();
  @Mixin private final JsonReport report = new JsonReport();

  @Option(names = "--username", required = true, description = "What the user logs in with")
  private String username = "";

  @Option(names = "--name", required = true, description = "The person's name")
  private String name = "";

  @Option(names = "--care-unit", required = true, description = "Where the person works")
  private String careUnit = "";

  @Override
  public Integer call() {
    Map<String, Object> properties = options.properties("127.0.0.1");
    // The service starts only to reach its tables; nobody shall find it meanwhile.
    properties.put("server.port", 0);
    try (Service service = Service.start(properties, System.err)) {
      if (service == null) {
        return Exit.START_FAILED;
      }
      String password =
          service.bean(FirstAdministrator.class).createFirstAdministrator(username, name, careUnit);
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("username", username);
      said.put("oneTimePassword", password);
      report.write(said);
      if (!report.wanted()) {
        System.out.println("Username: " + username);
        System.out.println("One-time password (shown once): " + password);
      }
    }
    return Exit.DONE;
  }
}
