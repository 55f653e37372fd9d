package se.dirigent.server.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The chain of hashes that makes a change of the past visible: each entry's hash is SHA-256 over
 * the hash before it and the entry's own bytes. The same is written in SQL ({@code journal_bytes}),
 * where entries are appended; here it is checked by another hand.
 */
public final class JournalChain {
  /** The hash before the first entry. */
  static final byte[] GENESIS = new byte[32];

  private static final String SEPARATOR = "\u001f";

  /** Stands for null, so that a null made empty is seen too. */
  private static final String NOTHING = "\u001e";

  private final String region;
  private final MessageDigest sha256;
  private byte[] hash = GENESIS;
  private long seq;

  /** Begins at the journal's first entry. */
  public JournalChain(String region) {
    this.region = region;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * An entry as the table holds it.
   *
   * @param data the event's JSON, byte for byte
   */
  public record Row(
      long seq,
      Instant at,
      String actor,
      String type,
      @Nullable String incident,
      @Nullable String unit,
      @Nullable String assignment,
      UUID command,
      String data,
      byte[] hash) {}

  /** Takes the next row; false when its number or its hash is not the one that must follow. */
  public boolean follows(Row row) {
    if (row.seq() != seq + 1) {
      return false;
    }
    String text =
        String.join(
            SEPARATOR,
            region,
            Long.toString(row.seq()),
            Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, row.at())),
            row.actor(),
            row.type(),
            text(row.incident()),
            text(row.unit()),
            text(row.assignment()),
            row.command().toString(),
            row.data());
    sha256.update(hash);
    byte[] expected = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    if (!Arrays.equals(expected, row.hash())) {
      return false;
    }
    hash = expected;
    seq = row.seq();
    return true;
  }

  private static String text(@Nullable String value) {
    return value == null ? NOTHING : value;
  }

  /** Hash of the last entry taken. */
  public byte[] hash() {
    return hash.clone();
  }

  /** Number of the last entry taken. */
  public long seq() {
    return seq;
  }
}
