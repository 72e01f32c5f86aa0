package ai.wikibuilder.server.web.entry;

import ai.wikibuilder.server.providers.Providers.Choice;
import ai.wikibuilder.server.web.Field;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.words.Words;
import java.util.List;
import java.util.Map;

/**
 * A page with one form. Immutable; a template reads it.
 *
 * @param lead what the form is for, a sentence
 * @param hidden what is sent along
 * @param links where else to go
 * @param providers where the same can be done instead, with what is sent along
 */
public record EntryForm(
    String lead,
    String action,
    Map<String, String> hidden,
    List<Field> fields,
    String button,
    List<Elsewhere> links,
    List<Choice> providers) {
  public EntryForm {
    hidden = Map.copyOf(hidden);
    fields = List.copyOf(fields);
    links = List.copyOf(links);
    providers = List.copyOf(providers);
  }

  /** A form for which no provider stands in. */
  EntryForm(
      String lead,
      String action,
      Map<String, String> hidden,
      List<Field> fields,
      String button,
      List<Elsewhere> links) {
    this(lead, action, hidden, fields, button, links, List.of());
  }

  /** The same form, for which these stand in. */
  EntryForm or(List<Choice> choices) {
    return new EntryForm(lead, action, hidden, fields, button, links, choices);
  }

  /** A link below the form. */
  public record Elsewhere(LocalPath to, String text) {
    static Elsewhere signIn(Words words) {
      return new Elsewhere(new LocalPath("/signin"), words.say("signin"));
    }
  }
}
