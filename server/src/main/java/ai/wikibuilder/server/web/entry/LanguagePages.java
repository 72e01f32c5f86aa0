package ai.wikibuilder.server.web.entry;

import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.words.Languages;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The language that pages are in, chosen by whoever reads them; its browser remembers it. */
@Controller
final class LanguagePages {
  private final Languages languages;

  LanguagePages(Languages languages) {
    this.languages = languages;
  }

  /** Back to the page on which it was chosen; a language that there is not changes nothing. */
  @PostMapping("/language")
  ResponseEntity<String> choose(Form form, HttpServletResponse response) {
    languages.of(form.value("language")).ifPresent(chosen -> Languages.choose(response, chosen));
    return Pages.go(LocalPath.any(form.value("next")));
  }

  @GetMapping("/language")
  ResponseEntity<String> none() {
    return Pages.go(LocalPath.FIRST);
  }
}
