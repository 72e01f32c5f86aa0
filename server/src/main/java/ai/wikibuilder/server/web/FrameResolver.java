package ai.wikibuilder.server.web;

import ai.wikibuilder.server.accounts.browsers.Visit;
import ai.wikibuilder.server.web.words.Languages;
import ai.wikibuilder.server.web.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers the frame of their request, and what its form sends. */
final class FrameResolver implements HandlerMethodArgumentResolver {
  private final Languages languages;

  FrameResolver(Languages languages) {
    this.languages = languages;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Frame.class
        || parameter.getParameterType() == Form.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    if (parameter.getParameterType() == Form.class) {
      return new Form(request.getParameterMap());
    }
    return of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
  }

  /** The frame of a request, also of one that reaches no handler. */
  Frame of(HttpServletRequest sent) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    Optional<Visit> visit =
        authentication != null && authentication.getPrincipal() instanceof Visit found
            ? Optional.of(found)
            : Optional.empty();
    Object key = sent.getAttribute(CsrfToken.class.getName());
    Words words = languages.of(sent);
    return Frame.of(
        visit,
        () -> key instanceof CsrfToken token ? token.getToken() : "",
        Optional.ofNullable(sent.getParameter("done"))
            .flatMap(Done::ofWord)
            .map(done -> words.say(done.key())),
        new Frame.Tongue(words, languages.all(), here(sent)));
  }

  /** Where to come back to; what a form was sent to is no page. */
  private static LocalPath here(HttpServletRequest request) {
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    return request.getMethod().equals("GET")
        ? LocalPath.any(request.getRequestURI() + query)
        : LocalPath.FIRST;
  }
}
