package se.dirigent.server.identity.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import se.dirigent.server.identity.Actor;
import se.dirigent.server.identity.account.IntegrationTokens;
import se.dirigent.server.identity.account.Sessions;
import se.dirigent.server.platform.problem.ProblemWriter;
import se.dirigent.server.platform.problem.RequestRefused;

/**
 * Finds out who sends the request: by the token in the header when there is one, else by the
 * session. A token that is not valid is refused at once; a session never stands in for it.
 */
class ActorFilter extends OncePerRequestFilter {
  private static final String ATTRIBUTE = Actor.class.getName();
  private static final String BEARER = "Bearer ";

  private final Sessions sessions;
  private final IntegrationTokens tokens;
  private final ProblemWriter problems;

  ActorFilter(Sessions sessions, IntegrationTokens tokens, ProblemWriter problems) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.problems = problems;
  }

  /** The actor of the request, if somebody is logged in. */
  static Optional<Actor> find(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Actor actor
        ? Optional.of(actor)
        : Optional.empty();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // The page's files are for everyone: no question to the database for each.
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String authorization = request.getHeader("Authorization");
    Optional<Actor> actor = authorization == null ? sessions.find(request) : byToken(authorization);
    if (authorization != null && actor.isEmpty()) {
      problems.write(RequestRefused.unauthenticated().fault(), request, response);
      return;
    }
    actor.ifPresent(found -> {
      request.setAttribute(ATTRIBUTE, found);
      found.language().remember(request);
    });
    chain.doFilter(request, response);
  }

  private Optional<Actor> byToken(String authorization) {
    return authorization.startsWith(BEARER)
        ? tokens.find(authorization.substring(BEARER.length()).strip())
        : Optional.empty();
  }
}
