package ai.wikibuilder.benchmarks.languages;

/**
 * One definition as either side found it. Immutable.
 *
 * @param kind in the words of who found it
 * @param line 1-based
 */
record Tag(String path, String name, String kind, int line) {}
