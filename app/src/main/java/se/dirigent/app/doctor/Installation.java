package se.dirigent.app.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.client.ServiceFailure;
import se.dirigent.app.client.ServiceRefused;
import tools.jackson.databind.JsonNode;

/** Checks of the installation and, when it runs, of the service. */
public final class Installation {
  private Installation() {}

  /** Whether PostgreSQL's programs for this processor came with the program. */
  public static Finding postgres() {
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String kind = processor.equals("aarch64") ? "arm_64" : "x86_64";
    String archive = "/postgres-linux-" + kind + ".txz";
    return Installation.class.getResource(archive) != null
        ? Finding.ok("PostgreSQL programs", archive.substring(1) + " comes with the program")
        : Finding.failed(
            "PostgreSQL programs",
            "none for " + processor,
            "run on 64-bit Intel, AMD or ARM Linux, or use --database");
  }

  /** As root PostgreSQL's programs are run through setpriv. */
  public static Finding privileges() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Finding.ok("account", System.getProperty("user.name"));
    }
    boolean there =
        List.of("/usr/bin/setpriv", "/bin/setpriv").stream()
            .anyMatch(p -> Files.isExecutable(Path.of(p)));
    return there
        ? Finding.ok("account", "root; PostgreSQL runs as a lesser account through setpriv")
        : Finding.failed(
            "account", "root, and no setpriv", "install util-linux, or do not be root");
  }

  /** Whether an external database answers. */
  public static Finding database(String url) {
    DriverManager.setLoginTimeout(5);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select version(), current_setting('fsync')")) {
      row.next();
      String version = row.getString(1);
      return "on".equals(row.getString(2))
          ? Finding.ok("database", version)
          : Finding.failed(
              "database", version + ", fsync off", "set fsync = on: a power cut loses cases");
    } catch (SQLException e) {
      return Finding.failed(
          "database", "no connection: " + e.getMessage(), "check address, user and password");
    }
  }

  /** Whether the service answers, and whether its journals are whole. */
  public static List<Finding> service(ServiceClient client) {
    List<Finding> findings = new ArrayList<>();
    try {
      client.get("/health");
      findings.add(Finding.ok("service", client.base() + " is well"));
    } catch (ServiceFailure e) {
      findings.add(
          Finding.skipped("service", "none at " + client.base(), "start one with dirigent serve"));
      findings.add(
          Finding.skipped("journal", "not looked at", "run doctor while the service runs"));
      return findings;
    }
    findings.addAll(journals(client));
    return findings;
  }

  private static List<Finding> journals(ServiceClient client) {
    List<Finding> findings = new ArrayList<>();
    try {
      for (JsonNode region : client.get("/api/regions")) {
        if (region.path("served").asBoolean(false)) {
          findings.add(journal(client, region.path("code").asString()));
        }
      }
    } catch (ServiceFailure e) {
      findings.add(
          Finding.skipped(
              "journal",
              "the service does not let us look: " + e.getMessage(),
              "give a token with --token, or --data of a running demo"));
    }
    return findings;
  }

  private static Finding journal(ServiceClient client, String region) {
    String check = "journal " + region;
    try {
      JsonNode answer = client.get("/api/regions/" + region + "/journal/verification");
      JsonNode chain = answer.path("chain");
      boolean whole = chain.path("whole").asBoolean(false) && answer.path("differences").isEmpty();
      return whole
          ? Finding.ok(check, "whole, " + chain.path("entries").asLong() + " entries")
          : Finding.failed(
              check,
              answer.toString(),
              "stop the service, keep a copy of its data, and find out who changed it");
    } catch (ServiceRefused e) {
      return Finding.skipped(
          check, "refused: " + e.getMessage(), "give the token of an administrator with --token");
    }
  }

  /** How long a check of the service may take. */
  public static Duration patience() {
    return Duration.ofSeconds(3);
  }
}
