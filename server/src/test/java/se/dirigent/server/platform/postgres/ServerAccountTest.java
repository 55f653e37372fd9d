package se.dirigent.server.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAccountTest {

  @TempDir private Path folder = Path.of("unset");

  /** 1. An ordinary user runs PostgreSQL as itself. */
  @Test
  void ordinaryUser() {
    ServerAccount account = new ServerAccount("testperson", 1000, 1000, false);
    assertEquals(List.of("postgres", "-V"), account.command(List.of("postgres", "-V")));
  }

  /** 2. Root gives up everything before the program starts. */
  @Test
  void rootDropsPrivileges() {
    ServerAccount account = new ServerAccount("postgres", 101, 104, true);
    assertEquals(
        List.of(
            "setpriv", "--reuid=101", "--regid=104", "--clear-groups", "--no-new-privs", "initdb"),
        account.command(List.of("initdb")));
  }

  /** 3. PostgreSQL's own account is preferred, whatever the order in the file. */
  @Test
  void choice() throws Exception {
    Path passwd = folder.resolve("passwd");
    Files.writeString(passwd, "root:x:0:0::/:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n");
    assertEquals(
        new ServerAccount("nobody", 65534, 65534, true), ServerAccount.lessThanRoot(passwd));
    Files.writeString(
        passwd, "nobody:x:65534:65534::/:/bin/false\npostgres:x:101:104::/:/bin/sh\n");
    assertEquals(new ServerAccount("postgres", 101, 104, true), ServerAccount.lessThanRoot(passwd));
  }

  /** 4. Without such an account the message says what to make. */
  @Test
  void noAccount() throws Exception {
    Path passwd = folder.resolve("passwd");
    Files.writeString(passwd, "root:x:0:0::/:/bin/sh\n");
    PostgresFailure failure =
        assertThrows(PostgresFailure.class, () -> ServerAccount.lessThanRoot(passwd));
    assertTrue(failure.getMessage().contains("create an account named postgres"));
  }

  /** 5. Programs see an environment of ours and end within their limit. */
  @Test
  void environmentAndLimit() {
    ServerAccount account = ServerAccount.current();
    ServerAccount.Outcome outcome =
        account.run(List.of("env"), Path.of("/"), Duration.ofSeconds(10));
    assertTrue(outcome.output().contains("LC_ALL=C"), outcome.output());
    assertTrue(!outcome.output().contains("HOME="), outcome.output());
    assertThrows(
        PostgresFailure.class,
        () -> account.run(List.of("sleep", "5"), Path.of("/"), Duration.ofMillis(50)));
  }
}
