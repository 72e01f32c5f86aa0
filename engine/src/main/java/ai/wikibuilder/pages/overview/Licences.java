package ai.wikibuilder.pages.overview;

import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.source.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells a licence by the words every copy of it begins with. */
final class Licences {
  /** Lines of a licence file that are looked at. */
  private static final int LINE_COUNT_MAX = 30;

  private final Repository repository;
  private final Map<String, String> names = new LinkedHashMap<>();

  Licences(Repository repository) {
    this.repository = repository;
    names.put("Apache License", "Apache-2.0");
    names.put("GNU AFFERO GENERAL PUBLIC LICENSE", "AGPL");
    names.put("GNU LESSER GENERAL PUBLIC LICENSE", "LGPL");
    names.put("GNU GENERAL PUBLIC LICENSE", "GPL");
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
}
