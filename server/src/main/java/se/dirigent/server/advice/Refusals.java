package se.dirigent.server.advice;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.Incident;
import se.dirigent.server.journal.Entry;
import se.dirigent.server.journal.Journal;

/**
 * Units that a dispatcher has refused for an incident, so that they are not proposed again. Known
 * from the journal, and read anew only when the incident has changed.
 */
@Component
class Refusals {
  /** More incidents than wait at any time; beyond it all is read again. */
  private static final int KEPT_MAX = 5_000;

  private static final String TYPE = "ProposalAnswered";

  private final Journal journal;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(int version, Set<String> units) {}

  Refusals(Journal journal) {
    this.journal = journal;
  }

  Set<String> units(RegionCode region, Incident incident) {
    String id = incident.id().toString();
    String key = region.value() + "/" + id;
    Known before = known.get(key);
    if (before != null && before.version() == incident.version()) {
      return before.units();
    }
    if (known.size() >= KEPT_MAX) {
      known.clear();
    }
    Set<String> units =
        journal.listOfIncident(region, id).stream()
            .filter(e -> e.type().equals(TYPE) && refused(e))
            .map(e -> e.data().path("proposed").asString())
            .collect(Collectors.toUnmodifiableSet());
    known.put(key, new Known(incident.version(), units));
    return units;
  }

  private static boolean refused(Entry entry) {
    return entry.data().path("answer").asString().equals("REFUSED");
  }
}
