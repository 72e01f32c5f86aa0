package ai.wikibuilder.server.api;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers what Tomcat refuses by itself, such as an address it cannot decode, as a problem too. */
final class RefusalValve extends ErrorReportValve {
  private final ProblemWriter problems;

  RefusalValve(ProblemWriter problems) {
    this.problems = problems;
    setAsyncSupported(true);
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    boolean answered = response.getContentWritten() > 0 || !response.isError();
    if (answered || status == null || !status.isError()) {
      return;
    }
    try {
      problems.write(
          request, response.getResponse(), Problem.of(status, "refused", detail(status)));
      response.finishResponse();
    } catch (IOException e) {
      LoggerFactory.getLogger(RefusalValve.class).debug("client went away", e);
    }
  }

  private static String detail(HttpStatus status) {
    return status == HttpStatus.BAD_REQUEST
        ? "The request cannot be read: expected an address in UTF-8, percent-encoded, without"
            + " control characters, and headers of HTTP/1.1."
        : status.getReasonPhrase() + ".";
  }

  /** Puts it in after the one that writes HTML, and so before it. */
  @Component
  @Order(Ordered.LOWEST_PRECEDENCE)
  static final class Installed
      implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final JsonMapper json;

    Installed(JsonMapper json) {
      this.json = json;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
      factory.addContextCustomizers(context ->
          context.getParent().getPipeline().addValve(new RefusalValve(new ProblemWriter(json))));
    }
  }
}
