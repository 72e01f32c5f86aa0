package ai.wikibuilder.pages.overview;

import ai.wikibuilder.graph.manifests.Fact;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.KeyDocument;
import ai.wikibuilder.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a licence by the words every copy of it begins with. */
final class Licences {
  /** Lines of a licence file that are looked at. */
  private static final int LINE_COUNT_MAX = 30;

  private static final Pattern LICENCE =
      Pattern.compile(
          "\\b(MIT|BSD(?:-\\d-Clause)?|ISC|MPL[- ]2\\.0|Apache(?:[- ]2\\.0| License,? (?:Version"
              + " )?2\\.0)|[AL]?GPL(?:v?\\d(?:\\.\\d)?)?)(?= [Ll]icen[cs]e|\\.|$)");

  private final Repository repository;
  private final Map<String, String> names = new LinkedHashMap<>();

  Licences(Repository repository) {
    this.repository = repository;
    names.put("Apache License", "Apache-2.0");
    names.put("GNU AFFERO GENERAL PUBLIC LICENSE", "AGPL");
    names.put("GNU LESSER GENERAL PUBLIC LICENSE", "LGPL");
    names.put("GNU GENERAL PUBLIC LICENSE", "GPL");
    names.put("terms of the GNU Affero General Public License", "AGPL");
    names.put("terms of the GNU Lesser General Public License", "LGPL");
    names.put("terms of the GNU General Public License", "GPL");
    names.put("Mozilla Public License", "MPL-2.0");
    names.put("Eclipse Public License", "EPL-2.0");
    names.put("Redistribution and use in source and binary forms", "BSD");
    names.put("Permission is hereby granted, free of charge", "MIT");
    names.put("Permission to use, copy, modify, and", "ISC");
    names.put("This is free and unencumbered software", "Unlicense");
  }

  /** The usual short name, empty for words that are not known. */
  Optional<String> name(String path) {
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    if (text.lineCount() == 0) {
      return Optional.empty();
    }
    String head = text.lines(1, Math.min(LINE_COUNT_MAX, text.lineCount())).replaceAll("\\s+", " ");
    return names.entrySet().stream()
        .filter(entry -> head.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * Puts the licence into a sentence: of the build file at the root where it says what the file of
   * the licence is, of that file, of the README, else of a build file of a part, which speaks for
   * the whole only where nothing else does. A build file that says something else was written by a
   * tool and never looked at.
   */
  void add(Phrase phrase) {
    Optional<String> path =
        repository.plan().documents().stream()
            .filter(document -> document.kind() == KeyDocument.Kind.LICENSE)
            .map(KeyDocument::path)
            .findFirst();
    Optional<String> name = path.flatMap(this::name);
    if (stated(phrase, manifest -> manifest.folder().isEmpty() && agrees(manifest, name))) {
      return;
    }
    if (!ofItsOwn(phrase, path, name) && !inReadme(phrase)) {
      stated(phrase, _ -> true);
    }
  }

  /** {@code AGPL-3.0-or-later} says more than the file that begins with “GNU AFFERO”. */
  private static boolean agrees(Manifest manifest, Optional<String> name) {
    String stated = manifest.license().map(Fact::value).orElse("").toLowerCase(Locale.ROOT);
    return name.isEmpty() || stated.contains(name.get().toLowerCase(Locale.ROOT));
  }

  /** The first file of that name is the product's; more of them are those of what it contains. */
  private boolean ofItsOwn(Phrase phrase, Optional<String> path, Optional<String> name) {
    name.ifPresent(known ->
        phrase
            .words(
                "licence",
                List.of(
                    new Inline.Plain(known + " ("),
                    new Inline.Code(path.orElseThrow()),
                    new Inline.Plain(")")))
            .by(repository.lines(path.orElseThrow(), 1, 12)));
    return name.isPresent();
  }

  private boolean stated(Phrase phrase, Predicate<Manifest> wanted) {
    Optional<Manifest> stated =
        repository.graph().manifests().stream()
            .filter(manifest -> manifest.license().isPresent())
            .filter(manifest -> repository.isMain(repository.graph().file(manifest.path())))
            .filter(wanted)
            .findFirst();
    if (stated.isPresent()) {
      Fact fact = stated.get().license().orElseThrow();
      phrase.code("licence", fact.value());
      phrase.by(repository.lines(stated.get().path(), fact.line(), fact.line()));
    }
    return stated.isPresent();
  }

  /** A README that names the licence in so many words. */
  private boolean inReadme(Phrase phrase) {
    for (KeyDocument document : repository.plan().documents()) {
      Document read = repository.document(document.path()).orElse(new Document("", List.of()));
      for (Document.Part part :
          document.kind() == KeyDocument.Kind.README ? read.parts() : List.<Document.Part>of()) {
        Matcher named = LICENCE.matcher(part.text().replace('\n', ' '));
        if (part.heading().matches("(?i).*licen[cs].*") && named.find()) {
          phrase
              .code("licence", named.group(1))
              .by(repository.lines(document.path(), part.startLine(), part.endLine()));
          return true;
        }
      }
    }
    return false;
  }
}
