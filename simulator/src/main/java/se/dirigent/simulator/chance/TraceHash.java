package se.dirigent.simulator.chance;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A running hash over everything that happened, in order: equal hashes mean equal worlds. */
public final class TraceHash {
  private final MessageDigest digest = algorithm();
  private long lines;

  /** Adds one line to the trace. */
  public void add(String line) {
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    lines++;
  }

  /** Lines added so far. */
  public long lines() {
    return lines;
  }

  /** SHA-256 of the trace, in hexadecimal. Ends the trace: the next line begins a new one. */
  public String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }

  static byte[] sha256(String text, Charset charset) {
    return algorithm().digest(text.getBytes(charset));
  }

  private static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
