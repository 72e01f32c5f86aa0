package ai.wikibuilder.plan.steering;

import ai.wikibuilder.source.patterns.PathPattern;
import java.util.List;

/**
 * What a repository asks of its own wiki. Immutable.
 *
 * @param path of the file it stands in, empty when there is none
 * @param language of composed pages
 * @param notes for the first page
 * @param include patterns of the files pages are made of, none for all
 * @param exclude patterns of the files no page is made of
 * @param problems with their lines and columns; what they are about is ignored
 */
public record Steering(
    String path,
    String language,
    List<Note> notes,
    List<Topic> topics,
    List<String> include,
    List<String> exclude,
    List<String> problems) {
  /** Nothing is asked for. */
  public static final Steering NONE =
      new Steering("", "en", List.of(), List.of(), List.of(), List.of(), List.of());

  /**
   * Words of the people who own the repository.
   *
   * @param line 1-based, of the file they stand in
   */
  public record Note(String text, int line) {}

  /**
   * A page they ask for.
   *
   * @param parent title of the page above it, empty for the first page
   * @param paths patterns of the files it is about
   * @param line 1-based, of the file it is asked for in; 0 when a plan adds it
   */
  public record Topic(String title, String parent, List<String> paths, List<Note> notes, int line) {
    public Topic {
      paths = List.copyOf(paths);
      notes = List.copyOf(notes);
    }

    /** Whether the repository's owners ask for it. */
    public boolean isOwners() {
      return line > 0;
    }
  }

  public Steering {
    notes = List.copyOf(notes);
    topics = List.copyOf(topics);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    problems = List.copyOf(problems);
  }

  /** The same in another language; as it is where that is empty. */
  public Steering in(String other) {
    return other.isEmpty()
        ? this
        : new Steering(path, other, notes, topics, include, exclude, problems);
  }

  /** Whether pages are made of a file. */
  public boolean isIncluded(String file) {
    return (include.isEmpty() || matches(include, file)) && !matches(exclude, file);
  }

  /** Whether one of the patterns matches a file or a folder around it. */
  public static boolean matches(List<String> patterns, String file) {
    for (String pattern : patterns) {
      PathPattern wanted = PathPattern.of(pattern);
      if (wanted.matches(file, false)) {
        return true;
      }
      for (int slash = file.indexOf('/'); slash > 0; slash = file.indexOf('/', slash + 1)) {
        if (wanted.matches(file.substring(0, slash), true)) {
          return true;
        }
      }
    }
    return false;
  }
}
