package ai.wikibuilder.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where no controller is reached. Threads may share it. */
final class ProblemWriter {
  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  /** The same, and browsers, which show JSON as it is, are given the sentence alone. */
  void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    String wanted = request.getHeader("Accept");
    if (wanted == null || !wanted.contains("text/html") || response.isCommitted()) {
      write(response, problem);
      return;
    }
    response.setStatus(problem.status());
    response.setContentType("text/plain;charset=utf-8");
    response.getOutputStream().write((problem.detail() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void write(HttpServletResponse response, Problem problem) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"aiwiki\"");
    }
    response
        .getOutputStream()
        .write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
  }
}
