package se.dirigent.server.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.dirigent.server.platform.problem.Fault;
import se.dirigent.server.platform.problem.ProblemWriter;
import se.dirigent.server.platform.problem.RequestRefused;

/**
 * Limits request bodies: their size, by the declared length when there is one and by counting in
 * any case, so that nobody fills the memory; the time they may take, so that nobody who drips keeps
 * a request open for days; and their type, to one that is named.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimits extends OncePerRequestFilter {
  /** A command: a case with its text and threats is below 10 kB. */
  private static final int COMMAND_BYTES_MAX = 64 * 1024;

  /** Position reports: 5 000 units in one report, at about 150 bytes each. */
  private static final int POSITIONS_BYTES_MAX = 1024 * 1024;

  private final ProblemWriter problems;
  private final Duration timeMax;

  /**
   * @param secondsMax how long a body may take from its first byte that is waited for: the largest
   *     command comes in half that time over 4 kB/s, the poorest line a crew still works on
   */
  BodyLimits(ProblemWriter problems, @Value("${dirigent.body.seconds:30}") int secondsMax) {
    this.problems = problems;
    this.timeMax = Duration.ofSeconds(secondsMax);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean positions = request.getRequestURI().endsWith("/positions");
    int bytesMax = positions ? POSITIONS_BYTES_MAX : COMMAND_BYTES_MAX;
    if (request.getContentLengthLong() > bytesMax) {
      problems.write(tooLarge(bytesMax), request, response);
      return;
    }
    String type = request.getContentType();
    if (type != null && type.contains("*")) {
      // Spring takes a wildcard for a mistake of ours and would answer 500.
      problems.write(wildcard(type), request, response);
      return;
    }
    chain.doFilter(new Limited(request, bytesMax, timeMax), response);
  }

  private static Fault tooLarge(int bytesMax) {
    return new Fault(413, "body.tooLarge", "", Map.of("limit", bytesMax / 1024 + " kB"), Map.of());
  }

  private static Fault wildcard(String type) {
    return Fault.in("Content-Type", 415, "mediaType.notSupported", Map.of("value", type));
  }

  private static Fault tooSlow(Duration timeMax) {
    String seconds = String.valueOf(timeMax.toSeconds());
    // What is still to come is not worth waiting for.
    return new Fault(408, "body.slow", "", Map.of("max", seconds), Map.of("Connection", "close"));
  }

  /** A request whose body ends with a refusal when it grows past the limit or takes too long. */
  private static final class Limited extends HttpServletRequestWrapper {
    private final int bytesMax;
    private final Duration timeMax;

    Limited(HttpServletRequest request, int bytesMax, Duration timeMax) {
      super(request);
      this.bytesMax = bytesMax;
      this.timeMax = timeMax;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream(), bytesMax, timeMax);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream body;
    private final int bytesMax;
    private final Duration timeMax;
    private final long startNanos = System.nanoTime();
    private long bytes;

    Counted(ServletInputStream body, int bytesMax, Duration timeMax) {
      this.body = body;
      this.bytesMax = bytesMax;
      this.timeMax = timeMax;
    }

    private int count(int read) {
      bytes += Math.max(0, read);
      if (bytes > bytesMax) {
        throw new RequestRefused(tooLarge(bytesMax));
      }
      if (System.nanoTime() - startNanos > timeMax.toNanos()) {
        throw new RequestRefused(tooSlow(timeMax));
      }
      return read;
    }

    @Override
    public int read() throws IOException {
      int value = body.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return count(body.read(target, offset, length));
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
