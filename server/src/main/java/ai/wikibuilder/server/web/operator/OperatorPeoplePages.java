package ai.wikibuilder.server.web.operator;

import ai.wikibuilder.server.operator.Decisions;
import ai.wikibuilder.server.operator.Installation;
import ai.wikibuilder.server.operator.Listed;
import ai.wikibuilder.server.operator.Operator;
import ai.wikibuilder.server.operator.PersonLine;
import ai.wikibuilder.server.tenants.UserId;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.words.Words;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody who has an account. */
@Controller
final class OperatorPeoplePages {
  private static final String HERE = "/operator/people";

  private final Pages pages;
  private final Installation installation;
  private final Decisions decisions;

  OperatorPeoplePages(Pages pages, Installation installation, Decisions decisions) {
    this.pages = pages;
    this.installation = installation;
    this.decisions = decisions;
  }

  @GetMapping(HERE)
  ResponseEntity<String> show(Frame frame, @RequestParam(defaultValue = "") String before) {
    UserId self = frame.caller().user();
    Listed<PersonLine> found =
        installation.people(Operator.of(frame.caller()), new Form.Id(before).value());
    return pages.show(
        "operator/people.jte",
        frame.titled(frame.say("operator.people"), Section.OPERATOR),
        new PeopleView(
            found.lines().stream().map(line -> line(frame.words(), line, self)).toList(),
            found.next()));
  }

  private static PeopleView.Line line(Words words, PersonLine line, UserId self) {
    return new PeopleView.Line(
        line.id(),
        line.email(),
        line.operator(),
        line.verified(),
        line.disabledAt().isPresent(),
        line.id().equals(self.value()),
        words.count(line.sessions()),
        words.day(line.createdAt()),
        line.lastLoginAt().map(words::minute).orElse(words.say("people.never")));
  }

  @PostMapping(HERE + "/{id}/disable")
  ResponseEntity<String> disable(Frame frame, @PathVariable UUID id) {
    decisions.setDisabled(Operator.of(frame.caller()), new UserId(id), true);
    return Pages.go(HERE, Done.PERSON_CHANGED);
  }

  @PostMapping(HERE + "/{id}/enable")
  ResponseEntity<String> enable(Frame frame, @PathVariable UUID id) {
    decisions.setDisabled(Operator.of(frame.caller()), new UserId(id), false);
    return Pages.go(HERE, Done.PERSON_CHANGED);
  }

  @PostMapping(HERE + "/{id}/sessions/end")
  ResponseEntity<String> endSessions(Frame frame, @PathVariable UUID id) {
    decisions.endSessions(Operator.of(frame.caller()), new UserId(id));
    return Pages.go(HERE, Done.SESSIONS_ENDED);
  }
}
