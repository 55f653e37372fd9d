package se.dirigent.server.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import se.dirigent.server.platform.problem.Fault;
import se.dirigent.server.platform.problem.Faults;
import se.dirigent.server.platform.problem.ProblemWriter;

/** What the servlet container shows when a filter failed: a problem document, never a page. */
@Controller
class ErrorPage implements ErrorController {
  private final ProblemWriter writer;

  ErrorPage(ProblemWriter writer) {
    this.writer = writer;
  }

  @RequestMapping("/error")
  @OpenToAll("Reached from within only; says what went wrong with the request.")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object error = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Fault fault =
        error instanceof Throwable thrown
            ? Faults.of(thrown, "")
            : Faults.ofStatus(status instanceof Integer code ? code : 404, null);
    writer.write(fault, request, response);
  }
}
