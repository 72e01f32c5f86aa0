package ai.wikibuilder.pages.documents;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A document of the repository. Immutable.
 *
 * @param title its first heading, empty when it has none
 * @param parts in their order
 * @param links in their order; those of plain texts are not known
 * @param images in their order
 */
public record Document(String title, List<Part> parts, List<Link> links, List<Image> images) {
  /** A document whose links and images are not known. */
  public Document(String title, List<Part> parts) {
    this(title, parts, List.of(), List.of());
  }

  /**
   * An image as it is written.
   *
   * @param link where it is
   * @param alt what it says instead; may be empty
   * @param heading the nearest heading above it, empty when there is none
   * @param width in pixels that the document asks for; 0 when it asks for none
   */
  public record Image(Link link, String alt, String heading, int width) {}

  /**
   * A link as it is written.
   *
   * @param target an address or a relative path
   * @param line 1-based, where the block with the link begins
   */
  public record Link(String target, int line) {
    /**
     * The path in the repository that the link means, seen from the document that has it; empty for
     * a link out of the repository, to a place on the same page, or above the root.
     */
    public Optional<String> path(String document) {
      String plain = target.replaceFirst("[?#].*$", "");
      if (plain.isEmpty() || plain.contains(":") || plain.startsWith("//")) {
        return Optional.empty();
      }
      String folder = document.substring(0, document.lastIndexOf('/') + 1);
      String whole = plain.startsWith("/") ? plain : folder + plain;
      Deque<String> names = new ArrayDeque<>();
      for (String name : decoded(whole).split("/", -1)) {
        if (name.equals("..")) {
          if (names.pollLast() == null) {
            return Optional.empty();
          }
        } else if (!name.isEmpty() && !name.equals(".")) {
          names.add(name);
        }
      }
      return Optional.of(String.join("/", names)).filter(path -> !path.isEmpty());
    }

    /** The first part under the heading that the link means in its document. */
    public Optional<Part> section(Document document) {
      int sign = target.indexOf('#');
      String place = sign < 0 ? "" : decoded(target.substring(sign + 1));
      return document.parts().stream()
          .filter(part -> !place.isEmpty() && place(part.heading()).equals(place))
          .findFirst();
    }

    /** The place of a heading, as git hosts name it. */
    private static String place(String heading) {
      String plain = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "");
      return plain.strip().replace(' ', '-');
    }

    private static String decoded(String path) {
      try {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return path; // a per cent sign that stands for itself
      }
    }
  }

  /** A paragraph or a code block. */
  public enum Kind {
    PARAGRAPH,
    CODE,
    /** A remark set apart from the text, such as {@code > [!NOTE]}. */
    REMARK
  }

  /**
   * A part with its lines.
   *
   * @param heading the nearest heading above it, empty when there is none
   * @param text a paragraph without its markup and line breaks kept, or code as it is
   * @param language what a block of code says it is written in, empty when it does not say
   * @param startLine 1-based
   * @param endLine 1-based, included
   */
  public record Part(
      Kind kind, String heading, String text, String language, int startLine, int endLine) {
    /** A part that says nothing of a language. */
    public Part(Kind kind, String heading, String text, int startLine, int endLine) {
      this(kind, heading, text, "", startLine, endLine);
    }
  }

  public Document {
    parts = List.copyOf(parts);
    links = List.copyOf(links);
    images = List.copyOf(images);
  }
}
