package se.dirigent.server.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/** Answers every exception of a controller with a problem document. */
@RestControllerAdvice
class ProblemAdvice {
  private final ProblemTexts texts;

  ProblemAdvice(ProblemTexts texts) {
    this.texts = texts;
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Problem> answer(
      Exception error, HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted() || clientGone(error)) {
      return null;
    }
    Fault fault = Faults.of(error, request.getServletPath());
    Language language = Language.of(request);
    var answer =
        ResponseEntity.status(fault.status())
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .header("Content-Language", language.code())
            .header("Cache-Control", "no-store");
    fault.headers().forEach(answer::header);
    return answer.body(texts.problem(fault, language));
  }

  /** A stream that the other side closed, or that lived its time, has nobody to answer. */
  private static boolean clientGone(Exception error) {
    return switch (error) {
      case AsyncRequestNotUsableException gone -> true;
      case AsyncRequestTimeoutException ended -> true;
      case IOException gone -> true;
      default -> false;
    };
  }
}
