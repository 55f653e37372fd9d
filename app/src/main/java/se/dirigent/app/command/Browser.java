package se.dirigent.app.command;

import java.io.IOException;
import java.util.List;

/** Opens the page in the desktop's browser, when there is a desktop. */
final class Browser {
  private static final List<String> OPENERS = List.of("xdg-open", "open");

  private Browser() {}

  /** Tries; a machine without desktop or browser is no failure. */
  static boolean open(String url) {
    boolean desktop =
        System.getenv("DISPLAY") != null
            || System.getenv("WAYLAND_DISPLAY") != null
            || System.getProperty("os.name", "").startsWith("Mac");
    if (!desktop) {
      return false;
    }
    for (String opener : OPENERS) {
      try {
        new ProcessBuilder(opener, url)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
        return true;
      } catch (IOException e) {
        // Not installed: try the next.
        System.getLogger("dirigent").log(System.Logger.Level.DEBUG, "no " + opener, e);
      }
    }
    return false;
  }
}
