package ai.wikibuilder.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that is no page. */
@Controller
final class OtherPages {
  private final Pages pages;
  private final ObjectProvider<RequestMappingHandlerMapping> mapping; // made after the controllers

  OtherPages(Pages pages, ObjectProvider<RequestMappingHandlerMapping> mapping) {
    this.pages = pages;
    this.mapping = mapping;
  }

  /** Whatever no other page answers; programs' addresses are answered as {@code /api} does. */
  @RequestMapping("/{first:" + PageSecurity.NO_PROGRAM + "}/**")
  ResponseEntity<String> nothing(Frame frame, HttpServletRequest request) {
    String path = request.getServletPath();
    boolean isForm = request.getMethod().equals("GET") && takes(RequestMethod.POST, path);
    return isForm
        ? Pages.go(above(path))
        : pages.say(HttpStatus.NOT_FOUND, frame, PageFailures.notFound(frame));
  }

  /**
   * The page a form stands on: a browser stays at the form's address when it was refused, and
   * whoever asks for that address again wants the form.
   */
  private LocalPath above(String path) {
    String page = path;
    do {
      page = page.substring(0, page.lastIndexOf('/'));
    } while (!page.isEmpty() && !takes(RequestMethod.GET, page));
    return LocalPath.of(page);
  }

  private boolean takes(RequestMethod method, String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return mapping.getObject().getHandlerMethods().keySet().stream()
        .filter(route -> route.getMethodsCondition().getMethods().contains(method))
        .map(RequestMappingInfo::getPathPatternsCondition)
        .flatMap(patterns -> Optional.ofNullable(patterns).stream())
        .anyMatch(patterns ->
            patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(parsed)));
  }
}
