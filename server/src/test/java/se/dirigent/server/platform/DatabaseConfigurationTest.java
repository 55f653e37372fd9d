package se.dirigent.server.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class DatabaseConfigurationTest {

  /** 1. A data folder means the embedded database. */
  @Test
  void embedded() {
    MockEnvironment environment = new MockEnvironment().withProperty("dirigent.data", "some/where");
    assertEquals(
        new DatabaseSettings.Embedded(Path.of("some/where")), DatabaseSettings.from(environment));
  }

  /** 2. Nothing said means the standard folder. */
  @Test
  void standardFolder() {
    assertInstanceOf(DatabaseSettings.Embedded.class, DatabaseSettings.from(new MockEnvironment()));
  }

  /** 3. An address wins over a folder, and its secrets are never printed. */
  @Test
  void external() {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("dirigent.data", "some/where")
            .withProperty("dirigent.database.url", "jdbc:postgresql://h/d?user=u&password=secret");
    DatabaseSettings settings = DatabaseSettings.from(environment);
    assertInstanceOf(DatabaseSettings.External.class, settings);
    assertFalse(settings.toString().contains("secret"));
  }

  /** 4. Another kind of database is refused. */
  @Test
  void otherDatabase() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new DatabaseSettings.External("jdbc:mysql://h/d", null, null));
  }

  /** 5. The bean connects, through the pool, to the address given. */
  @Test
  void dataSource() throws Exception {
    try (TestDatabase database = TestDatabase.empty(DatabaseConfigurationTest.class);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.getEnvironment().getSystemProperties().put("dirigent.database.url", database.url());
      context.register(DatabaseConfiguration.class);
      context.refresh();
      try (Connection connection = context.getBean(DataSource.class).getConnection()) {
        assertFalse(connection.isReadOnly());
        assertEquals("dirigent", connection.getMetaData().getUserName());
      }
    } finally {
      System.clearProperty("dirigent.database.url");
    }
  }
}
