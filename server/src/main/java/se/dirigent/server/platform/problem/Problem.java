package se.dirigent.server.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457) as sent, in one language.
 *
 * @param type {@code urn:dirigent:problem:} and the code; stable, for programs
 * @param title what kind of problem, for people
 * @param status the HTTP status again
 * @param detail what was wrong this time
 * @param field JSON path or name of the parameter or header at fault; absent when it is none of
 *     them
 * @param remedy what to do about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, String title, int status, String detail, @Nullable String field, String remedy) {}
