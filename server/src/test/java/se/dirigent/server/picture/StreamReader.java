package se.dirigent.server.picture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import se.dirigent.server.RunningService;

/** A reader of the stream by its own socket, which can hang up rudely and is never tried again. */
final class StreamReader implements AutoCloseable {
  /** So small that the service meets a full line as soon as nobody reads. */
  private static final int BUFFER_BYTES = 4_096;

  private final Socket socket = new Socket();
  private final BufferedReader lines;

  StreamReader(RunningService service, Duration patience) throws IOException {
    socket.setReceiveBufferSize(BUFFER_BYTES);
    socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
    int limit = Math.toIntExact(patience.toMillis());
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()), limit);
    lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), BUFFER_BYTES);
    String request =
        String.join(
            "\r\n",
            "GET " + service.path("/stream") + " HTTP/1.1",
            "Host: localhost",
            "Accept: text/event-stream",
            RunningService.authorisation(),
            "",
            "");
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Reads to the next event of a name.
   *
   * @return the id of the last event that had one, -1 when none had
   * @throws IOException when nothing came within the patience, or the stream ended
   */
  long readTo(String event) throws IOException {
    long id = -1;
    String line = lines.readLine();
    while (line != null) {
      if (line.startsWith("HTTP/") && !line.contains(" 200")) {
        throw new IOException("the stream was answered " + line);
      }
      if (line.startsWith("id:")) {
        id = Long.parseLong(line.substring(3).strip());
      }
      if (line.equals("event:" + event)) {
        return id;
      }
      line = lines.readLine();
    }
    throw new IOException("the stream ended before " + event);
  }

  /** Reads until the picture has come to a sequence number. */
  void readTo(long seq) throws IOException {
    String line = lines.readLine();
    while (line != null) {
      if (line.startsWith("id:") && Long.parseLong(line.substring(3).strip()) >= seq) {
        return;
      }
      line = lines.readLine();
    }
    throw new IOException("the stream ended before " + seq);
  }

  /** Ends the connection with a reset, as a lost network does, in place of a farewell. */
  void hangUpRudely() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
