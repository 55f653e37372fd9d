package se.dirigent.server.film;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.Allowed;
import se.dirigent.server.identity.Role;
import se.dirigent.server.incident.IncidentReads;
import se.dirigent.server.journal.Entry;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.journal.JournalSearch;
import se.dirigent.server.journal.JournalSearch.Filter;
import se.dirigent.server.platform.region.Region;
import se.dirigent.server.platform.region.Regions;

/** The log over HTTP: who did what, and when. Every read is logged. */
@RestController
@RequestMapping("/api/regions/{region}/log")
class LogController {
  /** Rows of one export: what a spreadsheet still opens without complaint. */
  static final int EXPORT_MAX = 20_000;

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final JournalSearch search;
  private final PastAccess access;
  private final IncidentReads reads;
  private final Regions regions;

  LogController(JournalSearch search, PastAccess access, IncidentReads reads, Regions regions) {
    this.search = search;
    this.access = access;
    this.reads = reads;
    this.regions = regions;
  }

  /**
   * Entries between two moments, the latest first.
   *
   * @param incident its identity or a part of it
   * @param before only those before this sequence number, for the next page; 0 for the first
   */
  @GetMapping
  @Allowed(
      roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND, Role.ADMINISTRATOR})
  List<Entry> list(
      @PathVariable String region,
      @RequestParam Instant from,
      @RequestParam Instant until,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String incident,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(defaultValue = "0") long before,
      @RequestParam(defaultValue = "100") int limit,
      Actor reader) {
    RegionCode code = begin(region, from, until, reader, "log");
    Filter filter = new Filter(blank(actor), blank(incident), blank(unit), blank(type));
    long last = search.lastAt(code, until);
    long to = before > 0 ? Math.min(last, before - 1) : last;
    return search.find(code, after(code, from), to, filter, limit);
  }

  /** The same as a table for a spreadsheet, at most 20 000 rows, the latest. */
  @GetMapping(path = "/export", produces = "text/csv")
  @Allowed(
      roles = {Role.DISPATCHER, Role.WAITING_ROOM_NURSE, Role.INNER_COMMAND, Role.ADMINISTRATOR})
  ResponseEntity<String> export(
      @PathVariable String region,
      @RequestParam Instant from,
      @RequestParam Instant until,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String incident,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable String type,
      Actor reader) {
    RegionCode code = begin(region, from, until, reader, "export of the log");
    Filter filter = new Filter(blank(actor), blank(incident), blank(unit), blank(type));
    List<Entry> rows = rows(code, from, until, filter);
    Region served = regions.getServed(code);
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"logg.csv\"")
        .body(LogCsv.of(rows, ZoneId.of(served.pack().timeZone())));
  }

  private List<Entry> rows(RegionCode code, Instant from, Instant until, Filter filter) {
    long after = after(code, from);
    long to = search.lastAt(code, until);
    List<Entry> rows = new ArrayList<>();
    while (rows.size() < EXPORT_MAX) {
      int rest = Math.min(Journal.PAGE_MAX, EXPORT_MAX - rows.size());
      List<Entry> page = search.find(code, after, to, filter, rest);
      rows.addAll(page);
      if (page.size() < rest) {
        break;
      }
      to = page.getLast().seq() - 1;
    }
    return rows;
  }

  private RegionCode begin(String region, Instant from, Instant until, Actor reader, String what) {
    RegionCode code = regions.getServed(new RegionCode(region)).code();
    access.require(reader, code, from);
    String asked = what + " from " + from + " to " + until;
    reads.recordMany(code, reader, IncidentReads.PURPOSE, asked);
    return code;
  }

  private long after(RegionCode code, Instant from) {
    // Entries at the very moment belong to it.
    return search.lastAt(code, from.minusNanos(1_000));
  }

  private static @Nullable String blank(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
