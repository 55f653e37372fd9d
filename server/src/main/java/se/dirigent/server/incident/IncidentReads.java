package se.dirigent.server.incident;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.core.incident.PatientId;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.patient.PatientReads;
import se.dirigent.server.identity.patient.PatientReads.Action;

/**
 * Writes to the log of patient reads that somebody opens an incident: its number to call, address
 * and description tell of a patient, also before anyone knows who it is.
 */
@Component
public class IncidentReads {
  /** The purpose of a reader who states none: care, which is what the centre is for. */
  public static final String PURPOSE = "vård";

  /** Stands for a patient nobody has named, and for the many of a list. */
  private static final String NOBODY = "*";

  private static final String DATA = "callback number, location, description, contacts, notes";

  private final PatientReads reads;

  IncidentReads(PatientReads reads) {
    this.reads = reads;
  }

  /**
   * Logs that an incident is read, in the transaction that reads it: one line for each of its
   * patients, one when it has none.
   */
  public void record(RegionCode region, Actor actor, String purpose, Incident incident) {
    List<String> patients = incident.patients().stream().map(PatientId::toString).toList();
    for (String patient : patients.isEmpty() ? List.of(NOBODY) : patients) {
      reads.record(region, actor, purpose, patient, incident.id().toString(), Action.READ, DATA);
    }
  }

  /**
   * Logs that incidents are read together: one line, with what was asked for. Which they were the
   * journal tells.
   */
  @Transactional
  public void recordMany(RegionCode region, Actor actor, String purpose, String asked) {
    reads.record(region, actor, purpose, NOBODY, null, Action.READ, asked);
  }
}
