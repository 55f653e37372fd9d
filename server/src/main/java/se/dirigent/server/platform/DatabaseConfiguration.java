package se.dirigent.server.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The server's data source. Set {@code dirigent.database.url} for an external PostgreSQL, else the
 * embedded one in {@code dirigent.data} is started with the application and stopped after the pool.
 */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

  /** More only queue inside PostgreSQL on two cores; commits of many share one flush. */
  private static final int CONNECTIONS_MAX = 16;

  /** How long a request waits for a connection: longer than a restart of PostgreSQL takes. */
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(10);

  @Bean
  DatabaseSettings databaseSettings(Environment environment) {
    return DatabaseSettings.from(environment);
  }

  @Bean(destroyMethod = "close")
  DatabaseSource databaseSource(DatabaseSettings settings) {
    return DatabaseSource.open(settings);
  }

  @Bean(destroyMethod = "close")
  DataSource dataSource(DatabaseSource source) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("dirigent");
    pool.setJdbcUrl(source.url());
    pool.setUsername(source.user());
    pool.setPassword(source.password());
    pool.setMaximumPoolSize(CONNECTIONS_MAX);
    pool.setMinimumIdle(4);
    pool.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    pool.setValidationTimeout(Duration.ofSeconds(2).toMillis());
    pool.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
    return pool;
  }
}
