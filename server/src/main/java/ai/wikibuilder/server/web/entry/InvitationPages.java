package ai.wikibuilder.server.web.entry;

import ai.wikibuilder.server.accounts.Registration;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.entry.EntryForm.Elsewhere;
import ai.wikibuilder.server.web.words.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link of an invitation leads: with an account one joins, without one makes it first. */
@Controller
final class InvitationPages {
  private static final String TITLE = "invitation";

  private final Pages pages;
  private final Registration registration;

  InvitationPages(Pages pages, Registration registration) {
    this.pages = pages;
    this.registration = registration;
  }

  @GetMapping("/invitation")
  ResponseEntity<String> show(Frame frame, @RequestParam(defaultValue = "") String invitation) {
    return LinkPages.ifOpen(
        pages,
        frame,
        () -> registration.requireOpen(new RandomSecret(invitation)),
        () -> open(frame, invitation));
  }

  private ResponseEntity<String> open(Frame frame, String invitation) {
    return frame.visit().isPresent()
        ? pages.show(
            "entry/form.jte",
            frame.titled(frame.say(TITLE), Section.NONE),
            form(frame.words(), invitation))
        : pages.show(
            "entry/ways.jte",
            frame.titled(frame.say(TITLE), Section.NONE),
            ways(frame.words(), invitation));
  }

  private static Ways ways(Words words, String invitation) {
    return new Ways(words.say("invitation.lead"), links(words, invitation));
  }

  private static List<Elsewhere> links(Words words, String invitation) {
    String secret = URLEncoder.encode(invitation, StandardCharsets.UTF_8);
    String here = URLEncoder.encode("/invitation?invitation=" + secret, StandardCharsets.UTF_8);
    return List.of(
        new Elsewhere(new LocalPath("/register?invitation=" + secret), words.say("invitation.new")),
        new Elsewhere(new LocalPath("/signin?next=" + here), words.say("invitation.known")));
  }

  private static EntryForm form(Words words, String invitation) {
    return new EntryForm(
        words.say("invitation.join.lead"),
        "/invitation",
        Map.of("invitation", invitation),
        List.of(),
        words.say("invitation.join"),
        List.of());
  }

  @PostMapping("/invitation")
  ResponseEntity<String> join(Frame frame, Form form) {
    String invitation = form.value("invitation");
    if (frame.visit().isEmpty()) {
      return show(frame, invitation);
    }
    return Pages.attempt(
        () -> {
          String tenant =
              registration.join(frame.caller().user(), new RandomSecret(invitation)).toString();
          return Pages.go("/settings/organisations/" + tenant, Done.JOINED);
        },
        refusal ->
            pages.show(
                refusal.status(),
                "entry/form.jte",
                frame.titled(frame.say(TITLE), Section.NONE).with(refusal),
                form(frame.words(), invitation)));
  }
}
