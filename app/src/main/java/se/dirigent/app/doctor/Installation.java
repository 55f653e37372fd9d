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
import java.util.function.DoubleConsumer;
import se.dirigent.app.client.JournalCheck;
import se.dirigent.app.client.ServiceClient;
import se.dirigent.app.client.ServiceFailure;
import se.dirigent.app.client.ServiceRefused;
import tools.jackson.databind.JsonNode;

/** Checks of the installation and, when it runs, of the service. */
public final class Installation {
  /** Some million entries on a busy machine. */
  private static final Duration JOURNAL_LIMIT = Duration.ofMinutes(10);

  private Installation() {}

  /** Whether PostgreSQL's programs for this system and processor came with the program. */
  public static Finding postgres() {
    String system = System.getProperty("os.name", "");
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String kind = processor.equals("aarch64") ? "arm_64" : "x86_64";
    String archive = "/postgres-linux-" + kind + ".txz";
    boolean linux = system.toLowerCase(Locale.ROOT).startsWith("linux");
    return linux && Installation.class.getResource(archive) != null
        ? Finding.ok("PostgreSQL programs", archive.substring(1) + " comes with the program")
        : Finding.failed(
            "PostgreSQL programs",
            "none for " + system + " on " + processor,
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

  /**
   * Whether the service answers, and whether its journals are whole.
   *
   * @param done told the share of the journals that has been verified, 0 to 1
   */
  public static List<Finding> service(ServiceClient client, DoubleConsumer done) {
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
    findings.addAll(journals(client, done));
    return findings;
  }

  private static List<Finding> journals(ServiceClient client, DoubleConsumer done) {
    List<Finding> findings = new ArrayList<>();
    try {
      List<String> served = new ArrayList<>();
      for (JsonNode region : client.get("/api/regions")) {
        if (region.path("served").asBoolean(false)) {
          served.add(region.path("code").asString());
        }
      }
      for (String region : served) {
        double before = findings.size();
        findings.add(
            journal(client, region, share -> done.accept((before + share) / served.size())));
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

  private static Finding journal(ServiceClient client, String region, DoubleConsumer done) {
    String check = "journal " + region;
    try {
      JournalCheck journal = JournalCheck.run(client, region, JOURNAL_LIMIT, done);
      return journal.whole()
          ? Finding.ok(check, "whole, " + journal.entries() + " entries")
          : Finding.failed(
              check,
              journal.found().toString(),
              "stop the service, keep a copy of its data, and find out who changed it");
    } catch (ServiceRefused e) {
      return Finding.skipped(
          check, "refused: " + e.getMessage(), "give the token of an administrator with --token");
    }
  }

  /** How long the service may be silent. */
  public static Duration patience() {
    return Duration.ofSeconds(3);
  }
}
