package ai.wikibuilder.server.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every address that is no page. */
@Controller
final class OtherPages {
  private final Pages pages;

  OtherPages(Pages pages) {
    this.pages = pages;
  }

  /** Whatever no other page answers; programs' addresses are answered as {@code /api} does. */
  @RequestMapping("/{first:" + PageSecurity.NO_PROGRAM + "}/**")
  ResponseEntity<String> nothing(Frame frame) {
    return pages.say(HttpStatus.NOT_FOUND, frame, PageFailures.notFound(frame));
  }
}
