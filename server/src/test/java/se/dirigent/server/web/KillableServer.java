package se.dirigent.server.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The service in a process of its own, for tests that kill it as a power cut would. */
public final class KillableServer {
  /** A start of the service on a busy machine of two cores. */
  public static final Duration START_MAX = Duration.ofSeconds(120);

  /** What a process answers that was ended by SIGKILL. */
  public static final int KILLED = 137;

  private final Process process;
  private final int port;

  private KillableServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** The process's own beginning: a database, then properties as {@code name=value}. */
  static void main(String[] arguments) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String one : List.of(arguments).subList(1, arguments.length)) {
      String[] parts = one.split("=", 2);
      properties.put(parts[0], parts[1]);
    }
    LiveServer _ = LiveServer.start(arguments[0], Map.copyOf(properties));
  }

  /**
   * Starts it on a database; returns when it answers.
   *
   * @param log to which is added what the process says
   */
  public static KillableServer start(String url, Path log, Map<String, String> properties)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx400m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(KillableServer.class.getName(), url, "server.port=" + port));
    properties.forEach((name, value) -> command.add(name + "=" + value));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    KillableServer server = new KillableServer(process, port);
    server.await();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void await() throws InterruptedException {
    Client client = program();
    Instant end = Instant.now().plus(START_MAX);
    while (Instant.now().isBefore(end)) {
      try {
        if (client.get("/api/regions/" + LiveServer.OWN + "/picture").status() == 200) {
          return;
        }
      } catch (RuntimeException notYet) {
        Thread.sleep(200);
      }
    }
    process.destroyForcibly();
    throw new IllegalStateException("the service did not start");
  }

  /** A client that is nobody yet. */
  public Client client() {
    return new Client(URI.create("http://127.0.0.1:" + port), InetAddress.ofLiteral("127.0.0.1"));
  }

  /** A client with the token of a program. */
  public Client program() {
    return client().withToken(LiveServer.TOKEN);
  }

  /** Kill -9. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Waits until the process has ended, and says how. */
  public int ended() throws InterruptedException {
    return process.waitFor();
  }
}
