package se.dirigent.server.platform.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.dirigent.server.platform.problem.Faults;
import se.dirigent.server.platform.problem.ProblemWriter;

/**
 * Problem documents for requests so malformed that Tomcat answers them itself, before any filter of
 * ours: an illegal character in the request line, a header that is too long.
 */
@Configuration(proxyBeanMethods = false)
class ContainerErrors {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems(
      ProblemWriter writer) {
    return factory ->
        factory.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass("");
            host.getPipeline().addValve(new ProblemValve(writer));
          }
        });
  }

  /** Writes the problem document where Tomcat would write its HTML page. */
  static final class ProblemValve extends ErrorReportValve {
    private final ProblemWriter writer;

    ProblemValve(ProblemWriter writer) {
      this.writer = writer;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable error) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      try {
        writer.write(
            Faults.ofContainer(status, error), request.getRequest(), response.getResponse());
        response.finishResponse();
      } catch (IOException gone) {
        // The client went away; there is nobody to tell.
        container.getLogger().debug("No answer could be written", gone);
      }
    }
  }
}
