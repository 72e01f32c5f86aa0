package ai.wikibuilder.server.web.entry;

import ai.wikibuilder.server.web.entry.EntryForm.Elsewhere;
import java.util.List;

/** A page that asks which way somebody goes. Immutable; a template reads it. */
public record Ways(String lead, List<Elsewhere> links) {
  public Ways {
    links = List.copyOf(links);
  }
}
