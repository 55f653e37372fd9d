package se.dirigent.server.platform.problem;

import java.time.Duration;
import java.util.Map;

/** Ends the handling of a request with a problem document; nothing has changed. */
public final class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  public RequestRefused(Fault fault) {
    // Expected traffic: a stack trace would cost more than the request.
    super(fault.status() + " " + fault.code() + " " + fault.field(), null, false, false);
    this.fault = fault;
  }

  /** 401: nobody is logged in, or the token is not valid. */
  public static RequestRefused unauthenticated() {
    return new RequestRefused(Fault.of(401, "access.unauthenticated"));
  }

  /** 403: the same answer whether or not the thing exists. */
  public static RequestRefused forbidden() {
    return new RequestRefused(Fault.of(403, "access.forbidden"));
  }

  /** 429: asked too often; the client may try again after the time. */
  public static RequestRefused tooMany(Duration wait) {
    long seconds = Math.max(1, wait.toSeconds() + (wait.toNanosPart() > 0 ? 1 : 0));
    String text = Long.toString(seconds);
    return new RequestRefused(
        new Fault(429, "rate.limited", "", Map.of("seconds", text), Map.of("Retry-After", text)));
  }

  /**
   * The value of a parameter, when it lies where it may.
   *
   * @throws RequestRefused 422 {@code parameter.range}
   */
  public static int requireRange(String parameter, int value, int min, int max) {
    if (value < min || value > max) {
      Map<String, String> values =
          Map.of(
              "value", String.valueOf(value),
              "min", String.valueOf(min),
              "max", String.valueOf(max));
      throw new RequestRefused(Fault.in(parameter, 422, "parameter.range", values));
    }
    return value;
  }

  public Fault fault() {
    return fault;
  }
}
