package se.dirigent.app.client;

/** No answer within the client's patience. Whether the command was carried out is not known. */
public final class ServiceUnreachable extends ServiceFailure {
  private static final long serialVersionUID = 1L;

  ServiceUnreachable(String message) {
    super(message);
  }
}
