package se.dirigent.server.platform.problem;

import jakarta.servlet.ServletException;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import se.dirigent.core.Refused;

/** Tells what an exception means to the one who sent the request. */
public final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  /** Longer chains of causes are loops. */
  private static final int CAUSES_MAX = 20;

  /** HikariCP says how its connections stood only in the words of the exception. */
  private static final Pattern ALL_AT_WORK =
      Pattern.compile("total=([1-9][0-9]*), active=\\1, idle=0");

  private Faults() {}

  /**
   * The fault behind an exception; an unexpected one is logged and becomes a bare 500.
   *
   * @param path of the request, decoded
   */
  public static Fault of(Throwable error, String path) {
    return switch (error) {
      case RequestRefused refused -> refused.fault();
      case Refused refused -> ofRefused(refused, refused.field(), path);
      case HttpMessageNotReadableException unreadable -> JsonFaults.of(unreadable);
      case NoResourceFoundException unknown -> Fault.of(404, "path.unknown");
      case NoHandlerFoundException unknown -> Fault.of(404, "path.unknown");
      case HttpRequestMethodNotSupportedException method -> ofMethod(method);
      case HttpMediaTypeNotSupportedException type -> ofMediaType(type);
      case HttpMediaTypeNotAcceptableException type -> Fault.of(406, "mediaType.notAcceptable");
      case MissingServletRequestParameterException missing ->
          Fault.in(missing.getParameterName(), 400, "parameter.missing", Map.of());
      case MissingRequestHeaderException missing ->
          Fault.in(missing.getHeaderName(), 400, "header.missing", Map.of());
      case MethodArgumentTypeMismatchException mismatch -> ofArgument(mismatch, path);
      // The sender hung up before its body had come whole, or fell silent: nobody's fault here.
      case EOFException cut -> Fault.of(400, "body.cut");
      case SocketTimeoutException silent -> Fault.of(408, "body.cut");
      case InvalidParameterException unreadable -> Fault.of(400, "parameter.unreadable");
      case RequestRejectedException rejected -> Fault.of(400, "request.rejected");
      case AccessDeniedException denied -> Fault.of(403, "access.forbidden");
      case AuthenticationException denied -> Fault.of(401, "access.unauthenticated");
      case CannotGetJdbcConnectionException unreachable -> ofDatabase(unreachable);
      case CannotCreateTransactionException unreachable -> ofDatabase(unreachable);
      case DataAccessException refused when hasFullDisk(refused) -> ofFullDisk(refused);
      case DataAccessResourceFailureException unreachable -> ofDatabase(unreachable);
      // The connection broke in a commit or while rolling back: the command's id settles which.
      case TransactionSystemException broken -> ofDatabase(broken);
      case ErrorResponse response -> ofStatus(response.getStatusCode().value(), error);
      default -> ofUnknown(error, path);
    };
  }

  /**
   * The fault of a refusal: a value is the sender's to mend (422), the state of things is not
   * (409), and a name nothing has is a page that does not exist (404) when the path holds it.
   */
  static Fault ofRefused(Refused refused, String field, String path) {
    int status =
        switch (refused.kind()) {
          case VALUE -> 422;
          case STATE -> 409;
          case UNKNOWN -> named(refused, path) ? 404 : 422;
        };
    return new Fault(status, refused.code(), field, refused.values(), Map.of());
  }

  /** An incident's identity stands in a path in one part, or in three. */
  private static boolean named(Refused refused, String path) {
    String parts = "/" + path.replace(':', '/') + "/";
    return refused.values().values().stream()
        .anyMatch(value -> parts.contains("/" + value.replace(':', '/') + "/"));
  }

  /**
   * The fault of what the container itself answers: a filter failed, of the session or of ours, or
   * the request never came so far.
   */
  public static Fault ofContainer(int status, @Nullable Throwable error) {
    Throwable cause = error;
    for (int depth = 0; cause instanceof ServletException wrapper && depth < CAUSES_MAX; depth++) {
      cause = wrapper.getRootCause();
    }
    return status < 500 || cause == null ? ofStatus(status, error) : of(cause, "");
  }

  /** The fault of a bare HTTP status, where nothing more is known. */
  public static Fault ofStatus(int status, @Nullable Throwable error) {
    return switch (status) {
      // Tomcat's words for a transfer coding or a version of HTTP that it does not know.
      case 400, 501, 505 -> Fault.of(400, "request.malformed");
      case 401 -> Fault.of(401, "access.unauthenticated");
      case 403 -> Fault.of(403, "access.forbidden");
      case 404 -> Fault.of(404, "path.unknown");
      case 405 -> Fault.of(405, "method.unknown");
      case 413 -> Fault.of(413, "request.tooLarge");
      case 415 -> Fault.in("Content-Type", 415, "mediaType.notSupported", Map.of("value", "–"));
      case 431 -> Fault.of(431, "header.tooLarge");
      default ->
          status >= 400 && status < 500
              ? Fault.of(status, "request.malformed")
              : unexpected(error == null ? new IllegalStateException("Status " + status) : error);
    };
  }

  private static Fault ofMethod(HttpRequestMethodNotSupportedException error) {
    var allowed = error.getSupportedHttpMethods();
    String names =
        allowed == null
            ? ""
            : String.join(", ", allowed.stream().map(HttpMethod::name).sorted().toList());
    var values = Map.of("method", error.getMethod(), "allowed", names);
    return new Fault(405, "method.notAllowed", "", values, Map.of("Allow", names));
  }

  private static Fault ofMediaType(HttpMediaTypeNotSupportedException error) {
    MediaType type = error.getContentType();
    String value = type == null ? "–" : type.toString();
    return Fault.in("Content-Type", 415, "mediaType.notSupported", Map.of("value", value));
  }

  private static Fault ofArgument(MethodArgumentTypeMismatchException error, String path) {
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return ofRefused(refused, error.getName(), path);
      }
    }
    Class<?> required = error.getRequiredType();
    return Fault.in(
        error.getName(),
        400,
        "parameter.type",
        Map.of(
            "value",
            String.valueOf(error.getValue()),
            "type",
            required == null ? "" : required.getSimpleName()));
  }

  private static Fault ofDatabase(Throwable error) {
    if (isCrowded(error)) {
      LOG.warn("All connections to the database are in use: {}", error.getMessage());
      return Fault.of(503, "service.busy").header("Retry-After", "2");
    }
    LOG.error("The database cannot be reached: {}", error.getMessage());
    return Fault.of(503, "database.unreachable").header("Retry-After", "2");
  }

  private static Fault ofUnknown(Throwable error, String path) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(error);
    return switch (root) {
      case Refused refused -> ofRefused(refused, refused.field(), path);
      case RequestRefused refused -> refused.fault();
      // A character that PostgreSQL cannot store got past the checks of the text.
      case SQLException sql when "22021".equals(sql.getSQLState()) ->
          Fault.of(422, "text.characters");
      case Throwable full when hasFullDisk(error) -> ofFullDisk(error);
      default -> hasLostDatabase(error) ? ofDatabase(error) : unexpected(error);
    };
  }

  private static Fault ofFullDisk(Throwable error) {
    LOG.error("The disk of the database is full: {}", error.getMessage());
    return Fault.of(503, "disk.full").header("Retry-After", "30");
  }

  /**
   * Whether the pool gave up waiting for a connection while every one it has was at work: the
   * database is there, and we have more to do than it can carry. A pool whose database is gone has
   * thrown its connections away.
   */
  private static boolean isCrowded(Throwable error) {
    Throwable cause = error;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
      if (cause instanceof SQLTransientConnectionException timeout) {
        return ALL_AT_WORK.matcher(String.valueOf(timeout.getMessage())).find();
      }
      cause = cause.getCause();
    }
    return false;
  }

  /**
   * Whether PostgreSQL broke the connection or is starting, by the classes 08 (connection) and 57P
   * (operator intervention) of its error codes.
   */
  private static boolean hasLostDatabase(Throwable error) {
    return hasState(error, state -> state.startsWith("08") || state.startsWith("57P"));
  }

  /** Whether PostgreSQL found no room to write: its code 53100. */
  private static boolean hasFullDisk(Throwable error) {
    return hasState(error, "53100"::equals);
  }

  private static boolean hasState(Throwable error, Predicate<String> wanted) {
    Throwable cause = error;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
      String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
      if (state != null && wanted.test(state)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static Fault unexpected(Throwable error) {
    // The user gets the mark, the log gets the cause: one finds the other by it.
    String mark = Long.toHexString(System.nanoTime() & 0xffff_ffffL);
    LOG.error("Unexpected error {}", mark, error);
    return new Fault(500, "unexpected", "", Map.of("mark", mark), Map.of());
  }
}
