package ai.wikibuilder.server.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Says something where no page can be made. */
final class PlainAnswer {
  private PlainAnswer() {}

  static void write(HttpServletResponse response, HttpStatus status, String sentence)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.setStatus(status.value());
    response.setContentType("text/plain;charset=utf-8");
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", "5");
    }
    response.getWriter().write(sentence + "\n");
  }
}
