package se.dirigent.server.film;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.dirigent.core.dispatch.AssignmentEvent.DeadlineLapsed;
import se.dirigent.core.geo.RegionCode;
import se.dirigent.core.incident.IncidentEvent.IncidentOpened;
import se.dirigent.core.incident.IncidentEvent.PaperCaseOpened;
import se.dirigent.core.incident.IncidentEvent.PriorityChanged;
import se.dirigent.core.incident.IncidentEvent.UnassignedAlarmRaised;
import se.dirigent.core.incident.IncidentEvent.WaitingEscalated;
import se.dirigent.server.journal.Entry;
import se.dirigent.server.journal.Journal;
import se.dirigent.server.journal.JournalSearch;
import se.dirigent.server.platform.region.Regions;

/** Draws the past from the journal: the picture of a moment, and what came after it. */
@Component
class Film {
  /** Entries in one piece: some minutes of a busy region, a second or two to fetch. */
  static final int STEPS_MAX = 500;

  /** Longest piece: what a viewer at sixty times sees in ten seconds. */
  static final Duration PIECE_MAX = Duration.ofMinutes(10);

  /** Marks on one time line; more would be a line and no marks. */
  private static final int MARKS_MAX = 500;

  private static final List<String> GRAVE =
      List.of(
          simple(UnassignedAlarmRaised.class),
          simple(WaitingEscalated.class),
          simple(DeadlineLapsed.class));

  private static final List<String> OPENINGS =
      List.of(
          simple(IncidentOpened.class),
          simple(PaperCaseOpened.class),
          simple(PriorityChanged.class));

  private final Journal journal;
  private final JournalSearch search;
  private final FilmRepository films;
  private final Regions regions;

  Film(Journal journal, JournalSearch search, FilmRepository films, Regions regions) {
    this.journal = journal;
    this.search = search;
    this.films = films;
    this.regions = regions;
  }

  private static String simple(Class<?> type) {
    return type.getSimpleName();
  }

  /** The picture a moment had: with every entry up to the last that was decided by then. */
  PastPicture picture(RegionCode region, Instant at) {
    return picture(region, at, search.lastAt(region, at));
  }

  PastPicture picture(RegionCode region, Instant at, long seq) {
    PastScene.Kept kept = scene(region, seq).keep();
    return new PastPicture(
        seq,
        at,
        1,
        kept.incidents(),
        kept.units(),
        kept.assignments(),
        films.positionsAt(region, at),
        kept.obstacles(),
        kept.alarms());
  }

  private PastScene scene(RegionCode region, long seq) {
    PastScene scene = new PastScene(journal, region, films.latest(region, seq));
    while (scene.seq() < seq) {
      int rest = (int) Math.min(Journal.PAGE_MAX, seq - scene.seq());
      journal.list(region, scene.seq(), rest).forEach(scene::apply);
    }
    return scene;
  }

  /**
   * What came after an entry.
   *
   * @param from moment up to which positions are known
   * @param until moment up to which it is asked for
   */
  FilmPiece piece(RegionCode region, long after, Instant from, Instant until) {
    Instant bounded = from.plus(PIECE_MAX).isBefore(until) ? from.plus(PIECE_MAX) : until;
    long last = Math.max(after, search.lastAt(region, bounded));
    long to = Math.min(last, after + STEPS_MAX);
    PastScene scene = scene(region, after);
    List<FilmPiece.Step> steps = new ArrayList<>();
    for (Entry entry : journal.list(region, after, STEPS_MAX)) {
      if (entry.seq() > to) {
        break;
      }
      scene.apply(entry);
      steps.add(scene.step(entry));
    }
    Instant end = to < last ? steps.getLast().entry().at() : bounded;
    return new FilmPiece(to, end, steps, films.positionsBetween(region, from, end));
  }

  /** Grave events between two moments, in order. */
  List<FilmMark> marks(RegionCode region, Instant from, Instant until) {
    long first = search.lastAt(region, from);
    long last = search.lastAt(region, until);
    List<FilmMark> marks = new ArrayList<>();
    search
        .ofTypes(region, first, last, GRAVE, MARKS_MAX)
        .forEach(e -> marks.add(new FilmMark(e.seq(), e.at(), e.type(), e.incident())));
    search.ofTypes(region, first, last, OPENINGS, MARKS_MAX).stream()
        .filter(e -> firstLevel(region, e))
        .forEach(e -> marks.add(new FilmMark(e.seq(), e.at(), "PriorityOne", e.incident())));
    return marks.stream().sorted((a, b) -> Long.compare(a.seq(), b.seq())).toList();
  }

  private boolean firstLevel(RegionCode region, Entry entry) {
    String priority = entry.data().path("priority").asString(entry.data().path("to").asString(""));
    var scale = regions.getServed(region).rules().incidents().scale();
    return scale.levels().stream().anyMatch(l -> l.code().equals(priority) && l.level() == 1);
  }
}
