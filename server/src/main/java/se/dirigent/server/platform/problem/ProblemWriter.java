package se.dirigent.server.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem documents where Spring MVC does not reach: in filters and error pages. */
@Component
public class ProblemWriter {
  private final ProblemTexts texts;
  private final JsonMapper json;

  public ProblemWriter(ProblemTexts texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  /** Answers with the fault as a problem document, unless an answer is already on its way. */
  public void write(Fault fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    Language language = Language.of(request);
    byte[] body = json.writeValueAsBytes(texts.problem(fault, language));
    response.resetBuffer();
    response.setStatus(fault.status());
    fault.headers().forEach(response::setHeader);
    response.setContentType("application/problem+json");
    response.setHeader("Content-Language", language.code());
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
