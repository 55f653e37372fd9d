package se.dirigent.server.identity.patient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.dirigent.core.Refused;
import se.dirigent.core.Texts;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.PatientId;
import se.dirigent.core.patient.PatientNumber;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.patient.Patient.NumberKind;
import se.dirigent.server.identity.patient.PatientReads.Action;

/**
 * The patients of a region. A patient with a number stands once; the number leads to the same id.
 */
@Component
public class PatientRegister {
  /** Days in a personal number are days in Sweden. */
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private static final int NAME_LENGTH_MAX = 100;

  private static final String REGISTER_PURPOSE = "registrering";

  private final JdbcClient database;
  private final PatientReads reads;
  private final InstantSource clock;

  public PatientRegister(JdbcClient database, PatientReads reads, InstantSource clock) {
    this.database = database;
    this.reads = reads;
    this.clock = clock;
  }

  /**
   * The id of the patient with the number, registered now if need be; without a number a new
   * patient with a reserve number. Joins the caller's transaction, so that the patient and the
   * incident's reference to it stand or fall together. Tells nothing of a patient that was there.
   *
   * @param personalNumber personal, coordination or reserve number; null or blank: unknown
   * @param name as told; null or blank: unknown. Kept only for a patient that is new
   * @throws Refused {@code personalNumber.*} or {@code text.*}
   */
  @Transactional
  public PatientId register(
      RegionCode region, @Nullable String personalNumber, @Nullable String name, Actor actor) {
    String told = Texts.optional("name", name, NAME_LENGTH_MAX);
    PatientNumber number =
        personalNumber == null || personalNumber.isBlank()
            ? PatientNumber.reserve(nextSerial())
            : issued(region, PatientNumber.parse("personalNumber", personalNumber, today()));
    PatientId id = insert(region, number, told, actor.username());
    reads.record(
        region, actor, REGISTER_PURPOSE, id.toString(), null, Action.REGISTER, "number, name");
    return id;
  }

  /**
   * Whether the patient is the one {@link #register} gives for the number; without a number, one
   * with a reserve number. Tells a repeated command from another under the same id.
   *
   * @throws Refused {@code personalNumber.*}
   */
  public boolean answersTo(RegionCode region, PatientId id, @Nullable String personalNumber) {
    boolean told = personalNumber != null && !personalNumber.isBlank();
    String condition = told ? "number = ?" : "number_kind = ?";
    String value =
        personalNumber != null && told
            ? PatientNumber.parse("personalNumber", personalNumber, today()).text()
            : NumberKind.RESERVE.name();
    return database
        .sql(
            "select exists (select from patient where region = ? and id = ? and " + condition + ")")
        .param(region.value())
        .param(id.value())
        .param(value)
        .query(Boolean.class)
        .single();
  }

  /**
   * The patient with the number, if there is one; that somebody looked is logged.
   *
   * @throws Refused {@code personalNumber.*}
   */
  @Transactional
  public Optional<PatientId> find(RegionCode region, String personalNumber, Actor actor) {
    PatientNumber number = PatientNumber.parse("personalNumber", personalNumber, today());
    Optional<PatientId> found =
        database
            .sql("select id from patient where region = ? and number = ?")
            .params(region.value(), number.text())
            .query((row, _) -> new PatientId(row.getObject(1, UUID.class)))
            .optional();
    found.ifPresent(id ->
        reads.record(region, actor, REGISTER_PURPOSE, id.toString(), null, Action.READ, "number"));
    return found;
  }

  /** Refuses a reserve number nobody was given: the next patient would get the same. */
  private PatientNumber issued(RegionCode region, PatientNumber number) {
    boolean known =
        !(number instanceof PatientNumber.Reserve)
            || database
                .sql("select exists (select from patient where region = ? and number = ?)")
                .param(region.value())
                .param(number.text())
                .query(Boolean.class)
                .single();
    if (!known) {
      throw new Refused("personalNumber.reserve", "personalNumber", Map.of("value", number.text()));
    }
    return number;
  }

  /**
   * Who the patient is, for somebody with a care relation. The read is logged in the same
   * transaction.
   *
   * @param purpose why it is read, 3–200 characters
   * @throws Refused {@code patient.unknown}, or {@code text.*} for the purpose
   */
  @Transactional(noRollbackFor = Refused.class)
  public Patient get(RegionCode region, PatientId id, String purpose, Actor actor) {
    // Logged first: also an attempt to read one that is not there leaves its trace.
    reads.record(region, actor, purpose, id.toString(), null, Action.READ, "number, name");
    recordWhereItStands(region, id, purpose, actor);
    return database
        .sql(
            """
            select p.id, coalesce(o.number_kind, p.number_kind) as number_kind,
              coalesce(o.number, p.number) as number, coalesce(o.name, p.name) as name, p.created_at
            from patient p left join patient o on o.region = p.of_region and o.id = p.of_patient
            where p.region = ? and p.id = ?
            """)
        .param(region.value())
        .param(id.value())
        .query(PatientRegister::patient)
        .optional()
        .orElseThrow(() -> Refused.unknown("patient.unknown", "", Map.of("value", id.toString())));
  }

  /** A patient who is driven for another region has a log there, where relatives ask for it. */
  private void recordWhereItStands(RegionCode region, PatientId id, String purpose, Actor actor) {
    database
        .sql("select of_region, of_patient from patient where region = ? and id = ?")
        .params(region.value(), id.value())
        .query((row, _) -> {
          String of = row.getString(1);
          if (of != null) {
            String patient = row.getObject(2, UUID.class).toString();
            reads.record(
                new RegionCode(of), actor, purpose, patient, null, Action.READ, "number, name");
          }
          return id;
        })
        .list();
  }

  /**
   * A patient of another region, of whom nothing is known here yet. Joins the caller's transaction.
   */
  public PatientId stranger(RegionCode region, String by) {
    return insert(region, PatientNumber.reserve(nextSerial()), "", by);
  }

  /**
   * From now on the stranger is read as the other region's patient is. Nothing is copied: who it is
   * stands once, and what is mended there is right here too.
   */
  @Transactional
  public void introduce(RegionCode region, PatientId id, RegionCode of, PatientId patient) {
    int _ =
        database
            .sql(
                """
                update patient set of_region = ?, of_patient = ?
                where region = ? and id = ? and of_patient is null
                """)
            .params(of.value(), patient.value(), region.value(), id.value())
            .update();
  }

  /**
   * From now on the patient is a stranger again: the other region drives itself, or nobody goes.
   */
  @Transactional
  public void part(RegionCode region, PatientId id) {
    int _ =
        database
            .sql(
                """
                update patient set of_region = null, of_patient = null
                where region = ? and id = ? and of_patient is not null
                """)
            .params(region.value(), id.value())
            .update();
  }

  private PatientId insert(RegionCode region, PatientNumber number, String name, String by) {
    // Updating nothing makes the statement give back the row that was there, and locks it.
    UUID id =
        database
            .sql(
                """
                insert into patient (region, id, number_kind, number, name, created_at, created_by)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (region, number) do update set number = excluded.number
                returning id
                """)
            .param(region.value())
            .param(UUID.randomUUID())
            .param(kind(number).name())
            .param(number.text())
            .param(name)
            .param(clock.instant().atOffset(ZoneOffset.UTC))
            .param(by)
            .query((row, _) -> row.getObject(1, UUID.class))
            .single();
    return new PatientId(id);
  }

  private static NumberKind kind(PatientNumber number) {
    return switch (number) {
      case PatientNumber.Personal _ -> NumberKind.PERSONAL;
      case PatientNumber.Coordination _ -> NumberKind.COORDINATION;
      case PatientNumber.Reserve _ -> NumberKind.RESERVE;
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), SWEDEN);
  }

  private long nextSerial() {
    return database.sql("select nextval('patient_reserve_number')").query(Long.class).single();
  }

  private static Patient patient(ResultSet row, int index) throws SQLException {
    return new Patient(
        new PatientId(row.getObject("id", UUID.class)),
        NumberKind.valueOf(row.getString("number_kind")),
        row.getString("number"),
        row.getString("name"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
