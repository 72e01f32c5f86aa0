package ai.wikibuilder.server.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what fails before a controller is reached, such as an address that cannot be decoded. */
@Controller
final class ErrorPage implements ErrorController {
  @RequestMapping("/error")
  ResponseEntity<Object> error(HttpServletRequest request) {
    HttpStatus status = status(request);
    Problem problem =
        switch (status) {
          case NOT_FOUND -> Problem.notFound();
          case UNAUTHORIZED -> Problem.unauthorized();
          default -> Problem.of(status, "refused", status.getReasonPhrase() + ".");
        };
    return ResponseEntity.status(problem.status())
        .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .body(problem);
  }

  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.NOT_FOUND : status; // asked for by hand, it is no page
  }
}
