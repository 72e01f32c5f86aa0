package ai.wikibuilder.server.web;

import ai.wikibuilder.server.web.words.Words;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows pages, and goes from one to another. Threads may share it. */
@Component
public final class Pages {
  /** What other pages may, and files with scripts of ours, which ask this server alone. */
  private static final String LIVE_POLICY =
      PageSecurity.POLICY + "; script-src 'self'; connect-src 'self'";

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  Pages() {}

  /**
   * A page.
   *
   * @param template its template, which takes {@code frame} and {@code view}
   */
  public ResponseEntity<String> show(String template, Frame frame, Object view) {
    return show(HttpStatus.OK, template, frame, view);
  }

  /** A page with another status than 200. */
  public ResponseEntity<String> show(HttpStatus status, String template, Frame frame, Object view) {
    StringOutput text = new StringOutput();
    templates.render(template, Map.of("frame", frame, "view", view), text);
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
        .body(text.toString());
  }

  /** A page with scripts of ours, which go on with what works without them. */
  public ResponseEntity<String> live(HttpStatus status, String template, Frame frame, Object view) {
    ResponseEntity<String> page = show(status, template, frame, view);
    return ResponseEntity.status(status)
        .headers(page.getHeaders())
        .header("Content-Security-Policy", LIVE_POLICY)
        .body(page.getBody());
  }

  /**
   * A part of a page, for one that is open.
   *
   * @param template its template, which takes {@code words} and {@code view}
   */
  public String part(String template, Words words, Object view) {
    StringOutput text = new StringOutput();
    templates.render(template, Map.of("words", words, "view", view), text);
    return text.toString().strip();
  }

  /** A page that only says something. */
  public ResponseEntity<String> say(HttpStatus status, Frame frame, Saying saying) {
    return show(
        status, "saying.jte", frame.nowhere().titled(saying.title(), frame.section()), saying);
  }

  /**
   * Words for somebody, and where to go from there.
   *
   * @param next page to go to
   * @param link what the link to it says
   */
  public record Saying(String title, String text, LocalPath next, String link) {}

  /** A page that says why a form did nothing, and shows what was typed, so that it is not lost. */
  ResponseEntity<String> giveBack(Frame frame, GivenBack typed) {
    return show(
        HttpStatus.FORBIDDEN,
        "entry/given-back.jte",
        frame.nowhere().titled(frame.say("form.old.title"), Section.NONE),
        typed);
  }

  /**
   * What somebody typed into a form that is too old.
   *
   * @param texts what took time to type; passwords, keys and the like are not among them
   * @param again where the form is
   */
  public record GivenBack(List<String> texts, LocalPath again) {
    private static final List<String> TYPED_AT_LENGTH =
        List.of("question", "instead", "address", "name");

    /** Forms whose page has the address that they are sent to. */
    private static final Pattern OWN_PAGE = Pattern.compile(".*/(ask|research|corrections)");

    public GivenBack {
      texts = List.copyOf(texts);
    }

    static GivenBack of(Form form, LocalPath sentTo) {
      return new GivenBack(
          TYPED_AT_LENGTH.stream().map(form::typed).flatMap(Optional::stream).toList(),
          OWN_PAGE.matcher(sentTo.text()).matches() ? sentTo : LocalPath.FIRST);
    }
  }

  /** Lets the browser open another page, by GET. */
  public static ResponseEntity<String> go(LocalPath to) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, to.text())
        .build();
  }

  /** Lets the browser open a page that says what was done. */
  public static ResponseEntity<String> go(String path, Done done) {
    String joint = path.contains("?") ? "&" : "?";
    return go(new LocalPath(path + joint + "done=" + done.word()));
  }

  /**
   * Does what a form asks for.
   *
   * @param act does it and says what comes next
   * @param again shows the form once more, with the reason
   */
  public static ResponseEntity<String> attempt(
      Supplier<ResponseEntity<String>> act, Function<Refusal, ResponseEntity<String>> again) {
    try {
      return act.get();
    } catch (RuntimeException e) {
      Optional<Refusal> refusal = Refusal.of(e);
      return again.apply(refusal.orElseThrow(() -> e));
    }
  }
}
