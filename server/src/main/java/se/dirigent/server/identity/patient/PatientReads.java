package se.dirigent.server.identity.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Actor;

/**
 * The log of reads of patient data (patientdatalagen; HSLF-FS 2016:40 chapter 4 section 9): action,
 * care unit, time, user and patient. Kept at least five years; the program never deletes from it.
 */
@Component
public class PatientReads {
  /** Shortest and longest purpose taken, in characters. */
  private static final int PURPOSE_MIN = 3;

  private static final int PURPOSE_MAX = 200;

  /** Longest description of what was read, in characters. */
  private static final int WHAT_MAX = 500;

  private final JdbcClient database;
  private final InstantSource clock;

  public PatientReads(JdbcClient database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What was done with the data. */
  public enum Action {
    READ,
    REGISTER,
    READ_LOG
  }

  /**
   * A line of the log.
   *
   * @param id grows; for paging
   * @param patient its id, or {@code *} when the read was of no single patient
   * @param incident the incident it was read in, or null
   * @param what which data
   */
  public record PatientRead(
      long id,
      Instant at,
      String username,
      String careUnit,
      String purpose,
      String patient,
      @Nullable String incident,
      Action action,
      String what) {}

  /**
   * What to look for; null leaves a condition out.
   *
   * @param from first moment
   * @param to first moment after
   * @param before only lines with a lower id; for the next page
   */
  public record Search(
      @Nullable String patient,
      @Nullable String incident,
      @Nullable String username,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Long before) {}

  /**
   * Writes that patient data is being read, in the transaction that reads it: when the line cannot
   * be written the read is not answered.
   *
   * @param purpose why, 3–200 characters, as the reader says
   * @param patient its id, or {@code *}
   * @param incident the incident it is read in, or null
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   * @throws Refused {@code text.*} for the purpose
   */
  // A bad purpose leaves the caller free to decide what becomes of its transaction.
  @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
  public void record(
      RegionCode region,
      Actor actor,
      String purpose,
      String patient,
      @Nullable String incident,
      Action action,
      String what) {
    String why = Texts.require("purpose", purpose, PURPOSE_MIN, PURPOSE_MAX);
    database
        .sql(
            """
            insert into patient_read
              (region, at, username, care_unit, purpose, patient, incident, action, what)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(region.value())
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(actor.username())
        .param(actor.careUnit())
        .param(why)
        .param(patient)
        .param(incident)
        .param(action.name())
        .param(what.length() <= WHAT_MAX ? what : what.substring(0, WHAT_MAX))
        .update();
  }

  /** Lines of the log, newest first. */
  List<PatientRead> list(RegionCode region, Search search, int limit) {
    return database
        .sql(
            """
            select id, at, username, care_unit, purpose, patient, incident, action, what
            from patient_read
            where region = :region
              and (:patient::text is null or patient = :patient)
              and (:incident::text is null or incident = :incident)
              and (:username::text is null or username = :username)
              and (:from::timestamptz is null or at >= :from)
              and (:to::timestamptz is null or at < :to)
              and (:before::bigint is null or id < :before)
            order by id desc limit :limit
            """)
        .param("region", region.value())
        .param("patient", search.patient())
        .param("incident", search.incident())
        .param("username", search.username())
        .param("from", time(search.from()))
        .param("to", time(search.to()))
        .param("before", search.before())
        .param("limit", limit)
        .query(PatientReads::read)
        .list();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static PatientRead read(ResultSet row, int number) throws SQLException {
    return new PatientRead(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("username"),
        row.getString("care_unit"),
        row.getString("purpose"),
        row.getString("patient"),
        row.getString("incident"),
        Action.valueOf(row.getString("action")),
        row.getString("what"));
  }
}
