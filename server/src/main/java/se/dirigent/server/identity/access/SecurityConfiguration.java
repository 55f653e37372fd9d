package se.dirigent.server.identity.access;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import se.dirigent.server.identity.RealTime;
import se.dirigent.server.identity.account.IntegrationTokens;
import se.dirigent.server.identity.account.Sessions;
import se.dirigent.server.platform.SteadyClock;
import se.dirigent.server.platform.problem.Fault;
import se.dirigent.server.platform.problem.ProblemWriter;

/** Security filters: headers, the firewall of addresses, forged requests. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /**
   * What a page of ours may load. MapLibre starts its worker from a blob and draws its images from
   * blobs and data; React Aria and MapLibre set styles in elements. Nothing comes from elsewhere.
   */
  private static final String CONTENT_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
          + " worker-src 'self' blob:; child-src blob:; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain filters(
      HttpSecurity http,
      ProblemWriter problems,
      Sessions sessions,
      IntegrationTokens tokens,
      CsrfTokenRepository pageTokens) {
    http.sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .securityContext(it -> it.disable())
        .requestCache(it -> it.disable())
        .logout(it -> it.disable())
        .formLogin(it -> it.disable())
        .httpBasic(it -> it.disable())
        .anonymous(it -> it.disable())
        .headers(SecurityConfiguration::headers)
        .csrf(it ->
            it.csrfTokenRepository(pageTokens)
                .csrfTokenRequestHandler(asItIs())
                .ignoringRequestMatchers(SecurityConfiguration::withoutCookies))
        .addFilterAfter(new ActorFilter(sessions, tokens, problems), CsrfFilter.class)
        .exceptionHandling(it ->
            it.accessDeniedHandler((request, response, denied) ->
                problems.write(Fault.of(403, "access.csrf"), request, response)));
    return http.build();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(it -> it.policyDirectives(CONTENT_POLICY))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN))
        .crossOriginOpenerPolicy(it -> it.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(it -> it.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            it -> it.policy("camera=(), microphone=(), payment=(), usb=(), geolocation=(self)"));
  }

  /** The page's token, in a cookie that the page may read. */
  @Bean
  CsrfTokenRepository pageTokens() {
    CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
    repository.setCookieCustomizer(cookie -> cookie.sameSite("Strict").path("/"));
    return repository;
  }

  /**
   * Gives the page a new token whenever somebody logs in or out: one that was planted or seen
   * before is then worth nothing.
   */
  @Bean
  CsrfAuthenticationStrategy tokenRenewal(CsrfTokenRepository pageTokens) {
    var renewal = new CsrfAuthenticationStrategy(pageTokens);
    renewal.setRequestHandler(asItIs());
    return renewal;
  }

  /** The token is not masked: the page copies it from the cookie. */
  private static CsrfTokenRequestAttributeHandler asItIs() {
    return new CsrfTokenRequestAttributeHandler();
  }

  /**
   * Requests that a foreign page cannot forge: with a token in a header that only programs set; and
   * the log-in, which takes nothing but JSON, which a foreign page cannot send without our leave.
   */
  private static boolean withoutCookies(jakarta.servlet.http.HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    boolean token = authorization != null && authorization.startsWith("Bearer ");
    boolean logIn =
        request.getMethod().equals(HttpMethod.POST.name())
            && request.getRequestURI().equals("/api/session");
    return token || logIn;
  }

  @Bean
  @ConditionalOnMissingBean
  RealTime realTime() {
    return new RealTime(new SteadyClock(InstantSource.system(), System::nanoTime));
  }

  /**
   * The session's cookie: not for scripts, never sent from another site, secret over https.
   *
   * @param name another than the standard where two services of one machine are used beside each
   *     other: a browser keeps cookies by machine, whatever the port
   */
  @Bean
  CookieSerializer sessionCookie(@Value("${dirigent.session-cookie:SESSION}") String name) {
    var serializer = new DefaultCookieSerializer();
    serializer.setCookieName(name);
    serializer.setCookiePath("/");
    serializer.setUseHttpOnlyCookie(true);
    serializer.setSameSite("Strict");
    return serializer;
  }

  @Bean
  HttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(
        value -> value.codePoints().noneMatch(Character::isISOControl));
    return firewall;
  }

  @Bean
  RequestRejectedHandler rejectedRequests(ProblemWriter problems) {
    return (request, response, rejected) ->
        problems.write(Fault.of(400, "request.rejected"), request, response);
  }
}
