package ai.wikibuilder.server.web.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Tells Spring the language of a request, for what is said beside the answer: letters. Threads may
 * share it.
 */
@Component("localeResolver") // the name that Spring looks for
final class RequestLocale implements LocaleResolver {
  private final Languages languages;

  RequestLocale(Languages languages) {
    this.languages = languages;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return Locale.of(languages.of(request).language());
  }

  /** The cookie of {@link Languages#choose} is the one way to choose. */
  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("a language is chosen at the foot of a page");
  }
}
