package ai.wikibuilder.server.web.questions;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.web.library.CitedPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers the places that an answer cites, in the order of reading. For one answer. */
final class Citations {
  private final Repository repository;
  private final List<Evidence> places = new ArrayList<>();

  Citations(Repository repository) {
    this.repository = repository;
  }

  /** A line of the answer, its places numbered. */
  AskView.Said said(Answered.Line line) {
    return new AskView.Said(
        line.text(),
        line.standing().name().toLowerCase(Locale.ROOT),
        line.standing() == Answered.Standing.STRUCK ? line.why() : "",
        line.sentence().evidence().stream().map(this::cite).toList());
  }

  AskView.Source cite(Evidence place) {
    if (!places.contains(place)) {
      places.add(place);
    }
    return source(places.indexOf(place));
  }

  /** All that were cited. */
  List<AskView.Source> all() {
    List<AskView.Source> all = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      all.add(source(i));
    }
    return all;
  }

  private AskView.Source source(int index) {
    CitedPlace place = CitedPlace.of(repository.id().value(), places.get(index));
    return new AskView.Source(index + 1, place.text(), place.link());
  }
}
