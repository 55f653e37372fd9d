package se.dirigent.server.journal;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.dirigent.server.journal.JournalChain.Row;

/** Ways to falsify a copy of a journal. Each changes something, and says what. */
enum Tampering {
  DATA_CHARACTER,
  ACTOR,
  TYPE,
  TIME_BY_A_MICROSECOND,
  TIME_BY_HOURS,
  SUBJECT,
  SUBJECT_REMOVED_OR_EMPTIED,
  COMMAND,
  TEXT_MOVED_TO_NEIGHBOUR,
  HASH_BIT,
  ENTRY_REMOVED,
  ENTRY_REMOVED_AND_RENUMBERED,
  LAST_ENTRIES_REMOVED,
  ENTRY_REPEATED,
  NEIGHBOURS_SWAPPED,
  NEIGHBOURS_SWAPPED_AND_RENUMBERED,
  ENTRIES_INVENTED_AT_THE_END;

  /** A falsified copy, different from the original. */
  List<Row> apply(List<Row> original, RandomGenerator random) {
    List<Row> copy = new ArrayList<>(original);
    int i = random.nextInt(copy.size());
    switch (this) {
      case DATA_CHARACTER -> copy.set(i, data(copy.get(i), text -> spoil(text, random)));
      case ACTOR -> copy.set(i, actor(copy.get(i), spoil(copy.get(i).actor(), random)));
      case TYPE -> copy.set(i, type(copy.get(i), spoil(copy.get(i).type(), random)));
      case TIME_BY_A_MICROSECOND -> copy.set(i, later(copy.get(i), 1));
      case TIME_BY_HOURS -> copy.set(i, later(copy.get(i), 3_600_000_000L * random.nextInt(1, 48)));
      case SUBJECT -> copy.set(i, incident(copy.get(i), "forged:" + random.nextInt()));
      case SUBJECT_REMOVED_OR_EMPTIED ->
          copy.set(i, incident(copy.get(i), copy.get(i).incident() == null ? "" : null));
      case COMMAND ->
          copy.set(i, command(copy.get(i), new UUID(random.nextLong(), random.nextLong())));
      case TEXT_MOVED_TO_NEIGHBOUR -> copy.set(i, shifted(copy.get(i)));
      case HASH_BIT -> copy.set(i, hashBit(copy.get(i), random));
      case ENTRY_REMOVED -> copy.remove(random.nextInt(copy.size() - 1));
      case ENTRY_REMOVED_AND_RENUMBERED -> {
        copy.remove(i);
        renumber(copy);
      }
      case LAST_ENTRIES_REMOVED -> copy.subList(Math.max(1, i), copy.size()).clear();
      case ENTRY_REPEATED -> copy.add(i, copy.get(i));
      case NEIGHBOURS_SWAPPED -> swap(copy, random);
      case NEIGHBOURS_SWAPPED_AND_RENUMBERED -> {
        swap(copy, random);
        renumber(copy);
      }
      case ENTRIES_INVENTED_AT_THE_END -> {
        Row last = copy.getLast();
        copy.add(numbered(data(last, text -> "{\"text\":\"forged\"}"), last.seq() + 1));
      }
    }
    return copy;
  }

  private static void swap(List<Row> rows, RandomGenerator random) {
    int first = random.nextInt(rows.size() - 1);
    Collections.swap(rows, first, first + 1);
  }

  private static void renumber(List<Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      rows.set(i, numbered(rows.get(i), i + 1L));
    }
  }

  /** Another character in a random place. */
  private static String spoil(String text, RandomGenerator random) {
    int at = random.nextInt(text.length());
    char other = (char) random.nextInt(' ', '~');
    char instead = other == text.charAt(at) ? '~' : other;
    return text.substring(0, at) + instead + text.substring(at + 1);
  }

  /** The last character of the actor becomes the first of the type: the same text in all. */
  private static Row shifted(Row row) {
    int end = row.actor().length() - 1;
    Row shortened = actor(row, row.actor().substring(0, end));
    return type(shortened, row.actor().substring(end) + row.type());
  }

  private static Row hashBit(Row row, RandomGenerator random) {
    byte[] hash = row.hash().clone();
    hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
    return with(row, row.seq(), row.actor(), row.type(), row.incident(), row.data(), hash);
  }

  private static Row data(Row r, UnaryOperator<String> change) {
    return with(r, r.seq(), r.actor(), r.type(), r.incident(), change.apply(r.data()), r.hash());
  }

  private static Row actor(Row r, String actor) {
    return with(r, r.seq(), actor, r.type(), r.incident(), r.data(), r.hash());
  }

  private static Row type(Row r, String type) {
    return with(r, r.seq(), r.actor(), type, r.incident(), r.data(), r.hash());
  }

  private static Row incident(Row r, @Nullable String incident) {
    return with(r, r.seq(), r.actor(), r.type(), incident, r.data(), r.hash());
  }

  private static Row numbered(Row r, long seq) {
    return with(r, seq, r.actor(), r.type(), r.incident(), r.data(), r.hash());
  }

  private static Row with(
      Row r,
      long seq,
      String actor,
      String type,
      @Nullable String incident,
      String data,
      byte[] hash) {
    return new Row(
        seq, r.at(), actor, type, incident, r.unit(), r.assignment(), r.command(), data, hash);
  }

  private static Row later(Row r, long micros) {
    return new Row(
        r.seq(),
        r.at().plus(micros, ChronoUnit.MICROS),
        r.actor(),
        r.type(),
        r.incident(),
        r.unit(),
        r.assignment(),
        r.command(),
        r.data(),
        r.hash());
  }

  private static Row command(Row r, UUID command) {
    return new Row(
        r.seq(),
        r.at(),
        r.actor(),
        r.type(),
        r.incident(),
        r.unit(),
        r.assignment(),
        command,
        r.data(),
        r.hash());
  }
}
