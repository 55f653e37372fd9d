package se.dirigent.app.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between a page and the service, which can be cut without either being told: what is
 * sent simply does not come through. (The browser's own offline mode leaves an open stream open.)
 */
final class Cable implements AutoCloseable {
  private static final int BUFFER_BYTES = 16_384;

  private final URI service;
  private final ServerSocket door;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private Cable(URI service, ServerSocket door) {
    this.service = service;
    this.door = door;
  }

  static Cable to(URI service) throws IOException {
    Cable cable = new Cable(service, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(cable::accept);
    return cable;
  }

  /** Where the page finds the service through this cable. */
  URI base() {
    return URI.create("http://localhost:" + door.getLocalPort());
  }

  void cut() {
    cut = true;
  }

  /** Lets everything through again; connections that stood during the cut are gone. */
  void mend() throws IOException {
    for (Socket end : ends) {
      end.close();
    }
    ends.clear();
    cut = false;
  }

  private void accept() {
    try {
      while (true) {
        Socket near = door.accept();
        Socket far = new Socket(service.getHost(), service.getPort());
        ends.add(near);
        ends.add(far);
        Thread.ofVirtual().start(() -> carry(near, far));
        Thread.ofVirtual().start(() -> carry(far, near));
      }
    } catch (IOException e) {
      // The door was closed: the test is over.
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (from;
        to) {
      for (int read = 0; read >= 0; read = from.getInputStream().read(buffer)) {
        if (!cut) {
          to.getOutputStream().write(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      // One of the ends went away, as ends do.
    } finally {
      ends.remove(from);
      ends.remove(to);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    mend();
  }
}
