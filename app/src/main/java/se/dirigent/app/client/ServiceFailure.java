package se.dirigent.app.client;

/** The service did not do what was asked. */
public abstract sealed class ServiceFailure extends RuntimeException
    permits ServiceRefused, ServiceUnreachable {
  private static final long serialVersionUID = 1L;

  ServiceFailure(String message) {
    super(message);
  }
}
