package se.dirigent.app.command;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.dirigent.app.client.AccessFile;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.doctor.Finding;
import se.dirigent.app.doctor.Installation;
import se.dirigent.app.doctor.Machine;

/** Looks at the machine and the installation. Exit code 1 when anything failed. */
@Command(
    name = "doctor",
    description = "Look at the machine and the installation, and say what to do.")
final class DoctorCommand implements Callable<Integer> {
  private static final int PERMILLE = 1000;

  @Mixin private final ServiceOptions.DataFolder data = new ServiceOptions.DataFolder();
  @Mixin private final JsonReport report = new JsonReport();

  @Option(names = "--port", defaultValue = "8080", description = "Port of the service")
  private int port;

  @Option(names = "--database", paramLabel = "URL", description = "External PostgreSQL")
  private String database = "";

  @Option(
      names = "--token",
      defaultValue = "${env:DIRIGENT_TOKEN:-}",
      description = "Integration token (default: DIRIGENT_TOKEN, or the demo's)")
  private String token = "";

  @Override
  public Integer call() {
    Path folder = data.path();
    List<Finding> findings = new ArrayList<>();
    findings.add(Machine.jdk());
    findings.add(Machine.memory());
    findings.add(Machine.disk(folder));
    findings.add(Machine.clock());
    if (database.isEmpty()) {
      findings.add(Machine.folder(folder));
      findings.add(Installation.privileges());
      findings.add(Installation.postgres());
    } else {
      findings.add(Installation.database(database));
    }
    List<Finding> service = service(folder);
    if (service.getFirst().state() != Finding.State.OK) {
      findings.add(Machine.port(port));
    }
    findings.addAll(service);
    print(findings, report.takesOutput() ? System.err : System.out);
    report.write(Map.of("findings", findings.stream().map(DoctorCommand::map).toList()));
    boolean failed = findings.stream().anyMatch(f -> f.state() == Finding.State.FAILED);
    return failed ? Exit.NOT_DONE : Exit.DONE;
  }

  private List<Finding> service(Path folder) {
    try (Progress progress = Progress.of("journals", PERMILLE)) {
      return Installation.service(
          client(folder), share -> progress.to(Math.round(share * PERMILLE)));
    }
  }

  private ServiceClient client(Path folder) {
    String secret = token.isEmpty() ? AccessFile.read(folder).token() : token;
    URI base = URI.create("http://localhost:" + port);
    return new ServiceClient(base, secret, Installation.patience());
  }

  private static Map<String, String> map(Finding f) {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("check", f.check());
    map.put("state", f.state().name());
    map.put("detail", f.detail());
    map.put("remedy", f.remedy());
    return map;
  }

  private static void print(List<Finding> findings, PrintStream out) {
    int width = findings.stream().mapToInt(f -> f.check().length()).max().orElse(0);
    for (Finding f : findings) {
      out.printf("%-8s %-" + width + "s  %s%n", f.state(), f.check(), f.detail());
      if (!f.remedy().isEmpty()) {
        out.printf("%-8s %-" + width + "s  → %s%n", "", "", f.remedy());
      }
    }
  }
}
