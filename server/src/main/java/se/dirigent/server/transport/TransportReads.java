package se.dirigent.server.transport;

import org.springframework.stereotype.Component;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.transport.Transport;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.patient.FollowedReads;
import se.dirigent.server.identity.patient.PatientReads;
import se.dirigent.server.identity.patient.PatientReads.Action;

/**
 * Writes to the log of patient reads that somebody reads orders: why the patient travels, what is
 * needed on the way and a home's address tell of a patient, whose reference stands beside them.
 */
@Component
class TransportReads {
  /** The purpose of a reader who states none: care, which is what orders are for. */
  static final String PURPOSE = "vård";

  private static final String DATA = "reason, needs, infection, resuscitation, places, note";

  private final PatientReads reads;
  private final FollowedReads lists;

  TransportReads(PatientReads reads, FollowedReads lists) {
    this.reads = reads;
    this.lists = lists;
  }

  /** Logs that an order is read, in the transaction that reads it. */
  void record(RegionCode region, Actor actor, String purpose, Transport t) {
    String what = "transport " + t.id().value() + ": " + DATA;
    reads.record(region, actor, purpose, t.patient().toString(), null, Action.READ, what);
  }

  /** Logs that a list of orders is read; once for as long as it is asked for again and again. */
  void recordList(RegionCode region, Actor actor, String purpose, String asked) {
    lists.follow(region, actor, purpose, asked);
  }
}
