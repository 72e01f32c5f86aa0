package ai.wikibuilder.server.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers where no handler does: a sentence, or a page that was made for it. */
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

  static void write(HttpServletResponse response, ResponseEntity<String> page) throws IOException {
    response.setStatus(page.getStatusCode().value());
    response.setContentType("text/html;charset=utf-8");
    response.getWriter().write(String.valueOf(page.getBody()));
  }
}
