package ai.wikibuilder.server.web.settings;

import ai.wikibuilder.server.accounts.browsers.BrowserEntrance;
import ai.wikibuilder.server.accounts.tokens.Sessions;
import ai.wikibuilder.server.accounts.tokens.Sessions.Session;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a person is logged in, and out again. */
@Controller
final class SessionPages {
  private static final String HERE = "/settings/sessions";

  private final Pages pages;
  private final Sessions sessions;
  private final BrowserEntrance entrance;

  SessionPages(Pages pages, Sessions sessions, BrowserEntrance entrance) {
    this.pages = pages;
    this.sessions = sessions;
    this.entrance = entrance;
  }

  @GetMapping(HERE)
  ResponseEntity<String> show(Frame frame) {
    Optional<UUID> here = frame.caller().family();
    return pages.show(
        "settings/sessions.jte",
        frame.titled(frame.say("settings.sessions"), Section.SETTINGS),
        new SessionsView(
            sessions.of(frame.caller().user()).stream()
                .map(session -> line(frame.words(), session, here))
                .toList()));
  }

  private static SessionsView.Line line(Words words, Session session, Optional<UUID> here) {
    return new SessionsView.Line(
        session.id(),
        words.say(session.kind().equals("browser") ? "session.browser" : "session.api"),
        words.device(session.device().name()),
        session.device().address(),
        words.minute(session.createdAt()),
        words.minute(session.lastSeenAt()),
        here.equals(Optional.of(session.id())));
  }

  @PostMapping(HERE + "/{id}/end")
  ResponseEntity<String> end(Frame frame, @PathVariable UUID id, HttpServletResponse response) {
    if (!sessions.end(frame.caller().user(), id)) {
      throw TenantException.notFound();
    }
    if (frame.caller().family().equals(Optional.of(id))) {
      entrance.forget(response);
      return Pages.go("/signin", Done.SIGNED_OUT);
    }
    return Pages.go(HERE, Done.SESSION_ENDED);
  }

  @PostMapping(HERE + "/end")
  ResponseEntity<String> endAll(Frame frame, HttpServletResponse response) {
    sessions.endAll(frame.caller().user());
    entrance.forget(response);
    return Pages.go("/signin", Done.SIGNED_OUT);
  }
}
