package se.dirigent.app.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Follows the live stream of a region on a thread of its own. When the connection breaks it
 * connects again and resumes after the last event it has seen, until it is closed.
 */
public final class EventStream implements AutoCloseable {
  private static final long PAUSE_FIRST_MILLIS = 250;
  private static final long PAUSE_MAX_MILLIS = 5_000;

  /** Told of what the stream says, on the stream's thread. */
  public interface Listener {
    /**
     * An event.
     *
     * @param name for instance {@code change}
     * @param data its JSON
     */
    void event(String name, JsonNode data);

    /** The connection broke or was refused; another try follows. */
    default void broken(String why) {}
  }

  private final ServiceClient client;
  private final String path;
  private final Listener listener;
  private final Thread thread;
  private volatile boolean closed;
  private volatile long lastSeq;
  private volatile @Nullable InputStream open;

  /**
   * Begins to follow.
   *
   * @param path of the stream, from the root
   */
  public EventStream(ServiceClient client, String path, Listener listener) {
    this.client = client;
    this.path = path;
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("stream").start(this::follow);
  }

  private void follow() {
    long pause = PAUSE_FIRST_MILLIS;
    while (!closed) {
      try {
        HttpResponse<InputStream> answer = client.openStream(path, lastSeq);
        if (answer.statusCode() == 200) {
          pause = PAUSE_FIRST_MILLIS;
          read(answer.body());
        } else {
          answer.body().close();
          listener.broken("status " + answer.statusCode());
        }
        Thread.sleep(pause);
      } catch (IOException e) {
        listener.broken(e.toString());
        if (!pauseFor(pause)) {
          return;
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // What was said could not be understood: begin anew with a snapshot.
        lastSeq = 0;
        listener.broken(e.toString());
        if (!pauseFor(pause)) {
          return;
        }
      }
      pause = Math.min(PAUSE_MAX_MILLIS, pause * 2);
    }
  }

  private static boolean pauseFor(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void read(InputStream body) throws IOException {
    open = body;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      String name = "message";
      String id = "";
      StringBuilder data = new StringBuilder();
      for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
        if (line.isEmpty()) {
          tell(name, id, data);
          name = "message";
          id = "";
          data.setLength(0);
        } else if (line.startsWith("data:")) {
          data.append(value(line, 5));
        } else if (line.startsWith("event:")) {
          name = value(line, 6);
        } else if (line.startsWith("id:")) {
          id = value(line, 3);
        }
      }
    } finally {
      open = null;
    }
  }

  private static String value(String line, int from) {
    return line.startsWith(" ", from) ? line.substring(from + 1) : line.substring(from);
  }

  private void tell(String name, String id, StringBuilder data) {
    if (data.isEmpty()) {
      return;
    }
    listener.event(name, client.json().readTree(data.toString()));
    if (!id.isEmpty() && id.chars().allMatch(Character::isDigit)) {
      lastSeq = Long.parseLong(id);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    InputStream body = open;
    if (body != null) {
      try {
        body.close();
      } catch (IOException e) {
        // The connection is going away anyway.
        listener.broken(e.toString());
      }
    }
  }
}
